// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "widgets/session/statelink.h"

#include <QTest>

/// What is on the screen as one line of text, and back.
class TestStateLink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("It was good.");
        QTest::newRow("signs") << QStringLiteral("a&b=c?d#e%20+f;g\"h'i");
        QTest::newRow("lines") << QStringLiteral("one\ntwo\ttab  spaces ");
        QTest::newRow("scripts") << QString::fromUtf8("naïve 電影 فیلم 😀 e\u0301");
        QTest::newRow("nothing") << QString();
    }
    void everythingComesBack()
    {
        QFETCH(QString, text);
        const LinkedState state{.model = QStringLiteral("/my models/a+b&c"),
                                .text = text,
                                .pair = text + QStringLiteral("!"),
                                .beside = QStringLiteral("attention-topk"),
                                .page = QStringLiteral("compare"),
                                .layer = 3,
                                .window = 2,
                                .interventions = {.eta = {0.1, 1.0 / 3, 0},
                                                  .scale = 1.4142135623730951,
                                                  .layerScales = {1, 0.25, 4},
                                                  .forced = {{5, 2, true}, {12, 0, false}}}};
        const QString link = linkOf(state);
        QVERIFY(isLink(link));
        QVERIFY(!link.contains(QLatin1Char('\n')) && !link.contains(QLatin1Char(' ')));
        for (const QChar c : link) {
            QVERIFY(c.unicode() > 0x20 && c.unicode() < 0x7F); // survives e-mail and chat
        }
        QVERIFY(readLink(link) == state);
        QVERIFY(readLink(QStringLiteral("  ") + link + QStringLiteral("\n")) == state);
    }

    void whatIsNotSaidIsAsAtFirst()
    {
        const LinkedState state = readLink(QStringLiteral("adaplens:show?model=sentences&text=fine"));
        QVERIFY(state == (LinkedState{.model = QStringLiteral("sentences"), .text = QStringLiteral("fine")}));
        QVERIFY(!linkOf(state).contains(QStringLiteral("scale")));
        // As browsers and desktops hand it on.
        QVERIFY(readLink(QStringLiteral("ADAPLENS://show/?model=sentences&text=fine")) == state);
        QVERIFY(!state.pair); // an empty second text is another thing
        QVERIFY(readLink(QStringLiteral("adaplens:show?model=m&text=a&pair=")).pair);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *link, const char *named) {
            QTest::newRow(name) << QString::fromUtf8(link) << QString::fromUtf8(named);
        };
        row("nothing", "", "adaplens:show?");
        row("another scheme", "https:show?model=a&text=b", "adaplens:show?");
        row("another order", "adaplens:delete?model=a&text=b", "adaplens:show?");
        row("no query", "adaplens:show", "adaplens:show?");
        row("no model", "adaplens:show?text=b", "model");
        row("layer 0", "adaplens:show?model=a&text=b&layer=0", "layer");
        row("layer words", "adaplens:show?model=a&text=b&layer=two", "layer");
        row("layer below", "adaplens:show?model=a&text=b&layer=-1", "layer");
        row("part", "adaplens:show?model=a&text=b&part=x", "part");
        row("scale", "adaplens:show?model=a&text=b&scale=0", "scale");
        row("scale nan", "adaplens:show?model=a&text=b&scale=nan", "scale");
        row("scale inf", "adaplens:show?model=a&text=b&scale=inf", "scale");
        row("scales", "adaplens:show?model=a&text=b&layer-scales=1,,2", "layer-scales");
        row("eta", "adaplens:show?model=a&text=b&eta=-1", "eta");
        row("forced sign", "adaplens:show?model=a&text=b&forced=5@2", "forced");
        row("forced place", "adaplens:show?model=a&text=b&forced=%2B5", "forced");
        row("forced CLS", "adaplens:show?model=a&text=b&forced=%2B0@1", "forced");
        row("forced letters", "adaplens:show?model=a&text=b&forced=%2Bx@y", "forced");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QString, link);
        QFETCH(QString, named);
        try {
            (void)readLink(link);
            QFAIL("It was taken for a link.");
        } catch (const adaplens::Error &error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(named), error.what());
        }
    }

    void endlessLinksAreRefused()
    {
        QString many = QStringLiteral("adaplens:show?model=a&text=b&eta=1");
        QVERIFY(readLink(many).interventions.eta.size() == 1);
        for (int i = 0; i < 10000; ++i) {
            many += QStringLiteral(",1");
        }
        QVERIFY_EXCEPTION_THROWN((void)readLink(many), adaplens::Error);
        QVERIFY_EXCEPTION_THROWN(
            (void)readLink(QStringLiteral("adaplens:show?model=a&text=") + QString(2'000'000, QLatin1Char('a'))),
            adaplens::Error);
    }
};

QTEST_GUILESS_MAIN(TestStateLink)
#include "tst_statelink.moc"

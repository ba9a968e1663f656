// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "tests/support/commalocale.h"
#include "tests/support/handmadesweep.h"
#include "widgets/style/drawing.h"
#include "widgets/style/palette.h"
#include "widgets/tradeoff/sweepfiles.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QFile>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace adaplens;

/// What ships, and what is written where.
class TestSweepFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const NamedSweep m_one{QStringLiteral("mine, \"first\""), QStringLiteral("/a/sweep.json"),
                           std::make_shared<const Sweep>(test::handMadeSweep("/models"))};
    const NamedSweep m_published{QStringLiteral("published"), QStringLiteral("/p.json"),
                                 std::make_shared<const Sweep>(test::handMadePublished())};

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray written(const QString &name, const Tradeoff &tradeoff) const
    {
        writeTradeoff(tradeoff, path(name));
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Tradeoff shown(std::vector<NamedSweep> sweeps, const QString &split = QStringLiteral("dev")) const
    {
        TradeoffChoices choices;
        choices.split = split;
        choices.hidden = {QStringLiteral("bert")};
        return tradeoffOf(std::move(sweeps), choices);
    }

private Q_SLOTS:
    void oneSweepIsTheTableOfTheCommandLine()
    {
        const Tradeoff tradeoff = shown({m_one});
        const Sweep points = shownOf(tradeoff, 0);
        QCOMPARE(points.points.size(), std::size_t{6}); // without BERT, and without those of the other split
        QCOMPARE(written(QStringLiteral("t.csv"), tradeoff), QByteArray::fromStdString(toCsv(points)));
        QCOMPARE(written(QStringLiteral("t.md"), tradeoff), QByteArray::fromStdString(toMarkdown(points)));
        QCOMPARE(written(QStringLiteral("t.tex"), tradeoff), QByteArray::fromStdString(toLatex(points)));
        const QByteArray json = written(QStringLiteral("t.json"), tradeoff);
        QCOMPARE(json, QByteArray::fromStdString(toJson(points, m_folder.path().toStdString())));
        const NamedSweep again = openSweep(path(QStringLiteral("t.json")));
        QCOMPARE(again.name, QStringLiteral("t"));
        QCOMPARE(toCsv(*again.sweep), toCsv(points));
    }

    void severalStandUnderTheirNames()
    {
        Sweep second = *m_one.sweep;
        second.points[1].title = "Two\nlines";
        const Tradeoff tradeoff = shown(
            {m_one, {QStringLiteral("b"), QStringLiteral("/b"), std::make_shared<const Sweep>(second)}, m_published});
        const QByteArray csv = written(QStringLiteral("s.csv"), tradeoff);
        QVERIFY(csv.startsWith("sweep,data,id,"));
        QCOMPARE(csv.count("\"mine, \"\"first\"\"\",SST-2,"), 6);
        QCOMPARE(csv.count("\r\nb,SST-2,"), 6);
        QCOMPARE(csv.count("\r\npublished,SST-2,"), 2);
        QCOMPARE(csv.count("data,id,method"), 1);
        QVERIFY(csv.contains("\"Two\nlines\",eta scale"));
        const QByteArray markdown = written(QStringLiteral("s.md"), tradeoff);
        for (const char *heading : {"## mine, \"first\"\n\n| method", "## b\n\n| method", "## published\n\n| method"}) {
            QVERIFY2(markdown.contains(heading), heading);
        }
        QCOMPARE(written(QStringLiteral("s.tex"), tradeoff).count("\\begin{table}"), 3);
        QCOMPARE(openSweep((written(QStringLiteral("s.json"), tradeoff), path(QStringLiteral("s.json"))))
                     .sweep->points.size(),
                 std::size_t{6});
    }

    void numbersHavePointsWhateverTheLanguage()
    {
        QByteArrayList before, after;
        const Tradeoff tradeoff = shown({m_one});
        for (const char *suffix : {"csv", "tex", "json", "md"}) {
            before.append(written(QStringLiteral("point.") + QLatin1String(suffix), tradeoff));
        }
        const QLocale usual;
        const test::CommaLocale commas;
        QLocale::setDefault(QLocale(QLocale::German));
        for (const char *suffix : {"csv", "tex", "json", "md"}) {
            after.append(written(QStringLiteral("comma.") + QLatin1String(suffix), tradeoff));
        }
        QLocale::setDefault(usual);
        QCOMPARE(after, before);
        if (!test::CommaLocale::inC()) {
            QSKIP("only C++ and Qt had commas: there is no such locale for C (Debian: the package locales)");
        }
    }

    void figuresAreWrittenInEachFormat()
    {
        const Tradeoff tradeoff = shown({m_one, m_published});
        const QByteArray svg = written(QStringLiteral("f.svg"), tradeoff);
        QVERIFY(QSvgRenderer(svg).isValid());
        QVERIFY(written(QStringLiteral("f.pdf"), tradeoff).startsWith("%PDF"));
        QImage image;
        QVERIFY(image.loadFromData(written(QStringLiteral("f.png"), tradeoff)));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        int orange = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                orange += image.pixelColor(x, y) == Palette::paper().above() ? 1 : 0;
            }
        }
        QVERIFY(orange > 300); // AdapLeR's marks
        QVERIFY_THROWS_EXCEPTION(Error, writeTradeoff(tradeoff, path(QStringLiteral("f.xyz"))));
        QVERIFY_THROWS_EXCEPTION(Error, writeTradeoff(tradeoff, QStringLiteral("/proc/none/f.csv")));
    }

    void filesAreNamedAfterTheirData()
    {
        QCOMPARE(suggestedFileName(shown({m_one})), QStringLiteral("trade-off-sst2-dev"));
        QCOMPARE(suggestedFileName({}), QStringLiteral("trade-off"));
    }

    /// Of this copy: all can be read, and published points have what they must have.
    void whatShipsCanBeRead()
    {
        const ShippedSweeps shipped = shippedSweeps(QStringLiteral(ADAPLENS_SOURCE_DIR "/resources/sweeps"));
        QCOMPARE(shipped.problems, QStringList());
        QStringList sets;
        for (const NamedSweep &sweep : shipped.published) {
            sets << QString::fromStdString(sweep.sweep->data);
            QVERIFY(tradeoff::isPublished(*sweep.sweep));
            QVERIFY(!sweep.sweep->conditions);
            for (const SweepPoint &point : sweep.sweep->points) {
                QVERIFY2(point.source.find("BERT-base") != std::string::npos, point.id.c_str());
                QVERIFY2(point.accuracy || point.f1, point.id.c_str());
                QVERIFY(point.model.empty() && point.n == 0);
            }
        }
        QCOMPARE(sets, (QStringList{QStringLiteral("AG News"), QStringLiteral("MNLI"), QStringLiteral("MRPC"),
                                    QStringLiteral("QNLI"), QStringLiteral("SST-2")}));
        for (const NamedSweep &sweep : shipped.measured) {
            QVERIFY(!tradeoff::isPublished(*sweep.sweep));
        }
    }
};

QTEST_MAIN(TestSweepFiles)
#include "tst_sweepfiles.moc"

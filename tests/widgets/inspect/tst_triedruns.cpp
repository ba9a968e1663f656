// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyser.h"
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/triedruns.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace adaplens;

/// The runs tried, as a table and as CSV.
class TestTriedRuns : public QObject {
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<TriedRuns> m_log;

    void stands(Trace trace) { m_session->setTimedTrace(std::make_shared<const Trace>(std::move(trace))); }
    QString cell(int row, TriedRuns::Column column) const { return m_log->index(row, column).data().toString(); }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>(test::fakeLoader(std::make_shared<test::FakeLog>()));
        m_log = std::make_unique<TriedRuns>(*m_session);
        new QAbstractItemModelTester(m_log.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_log.get());
    }
    void cleanup()
    {
        m_log.reset();
        m_session.reset();
    }

    void whatStoodIsARow()
    {
        m_session->setTrace(std::make_shared<const Trace>(test::handMadeTrace()));
        QCOMPARE(m_log->rowCount(), 0); // still being typed, perhaps
        stands(test::handMadeTrace());
        QCOMPARE(m_log->rowCount(), 1);
        QVERIFY(cell(0, TriedRuns::Text).startsWith(QStringLiteral("A truly fine film")));
        QCOMPARE(cell(0, TriedRuns::Changes), QStringLiteral("none"));
        QVERIFY(cell(0, TriedRuns::Answer).startsWith(QStringLiteral("positive 97")));
        QCOMPARE(cell(0, TriedRuns::Left), QStringLiteral("2 of 12"));
        const Cost cost = test::handMadeTrace().cost;
        QCOMPARE(cell(0, TriedRuns::Operations), QStringLiteral("%1 MFLOP").arg(cost.flopsReduced / 1e6, 0, 'f', 1));
        QCOMPARE(cell(0, TriedRuns::Time), QStringLiteral("%1 ms").arg(cost.msReduced, 0, 'f', 2));
        QVERIFY(m_log->index(0, TriedRuns::Time).data(Qt::ToolTipRole).toString().contains(QStringLiteral("median")));

        Trace again = test::handMadeTrace();
        again.cost.msReduced = 9;
        stands(again); // measured once more
        QCOMPARE(m_log->rowCount(), 1);
        QCOMPARE(cell(0, TriedRuns::Time), QStringLiteral("9.00 ms"));
        stands(test::longTrace(20, 3));
        QCOMPARE(m_log->rowCount(), 2);
        QVERIFY(cell(0, TriedRuns::Text).startsWith(QStringLiteral("word0"))); // the latest first
        stands(test::handMadePlainTrace());
        QCOMPARE(cell(0, TriedRuns::Left), QStringLiteral("12 of 12"));
    }

    void changesAreNamed()
    {
        stands(test::handMadeTrace());
        m_session->setInterventions(
            {.scale = 2, .layerScales = {1, 0.5, 1}, .forced = {{3, 1, true}, {6, 0, false}, {7, 0, false}}});
        stands(test::handMadeTrace());
        QCOMPARE(m_log->rowCount(), 2);
        const QString changes = cell(0, TriedRuns::Changes);
        for (const char *part : {"thresholds × 2", "layer 2 × 0.5", "“fine”", "“unforgettable”"}) {
            QVERIFY2(changes.contains(QString::fromUtf8(part)), qPrintable(changes));
        }
        QCOMPARE(changes.count(QStringLiteral("by hand")), 2);
        QCOMPARE(cell(1, TriedRuns::Changes), QStringLiteral("none"));
        const QStringList lines = QString::fromStdString(m_log->csv()).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 4); // with the heads, and nothing behind the last line end
        QVERIFY(lines[0].startsWith(QStringLiteral("model,precision,text,pair,part,threshold_scale")));
        QVERIFY(lines[1].contains(QStringLiteral(",1,1,,,positive,")));
        QVERIFY2(lines[2].contains(QStringLiteral(",2,1 0.5 1,+3@2 -6@1 -7@1,positive,")), qPrintable(lines[2]));
    }

    void theOldestGo()
    {
        for (std::size_t i = 0; i < TriedRuns::most + 3; ++i) {
            Trace trace = test::handMadeTrace();
            trace.text += std::to_string(i);
            stands(trace);
        }
        QCOMPARE(m_log->rowCount(), static_cast<int>(TriedRuns::most));
        QVERIFY(m_log->csv().find("!" + std::to_string(TriedRuns::most + 2)) != std::string::npos);
        QVERIFY(m_log->csv().find("!2,") == std::string::npos);
    }

    void longTextsAreKeptInPart()
    {
        Trace trace = test::handMadeTrace();
        for (std::size_t i = 0; i < TriedRuns::longestText; ++i) {
            trace.text += "ä";
        }
        stands(trace);
        trace.text += "b"; // another one, in what is not kept
        stands(trace);
        QCOMPARE(m_log->rowCount(), 2);
        const QString csv = QString::fromStdString(m_log->csv());
        QVERIFY(csv.size() < 2 * static_cast<qsizetype>(TriedRuns::longestText) + 1000);
        QVERIFY(csv.contains(QStringLiteral("ä…")));
        QVERIFY(!csv.contains(QChar::ReplacementCharacter));
    }

    void nothingFromNothing()
    {
        m_session->setTimedTrace(nullptr);
        Trace broken = test::handMadeTrace();
        broken.reduced.probabilities.clear();
        stands(broken);
        QCOMPARE(m_log->rowCount(), 0);
        QCOMPARE(m_log->index(0, 0).data(), QVariant());
    }

    void theViewCopiesAndClears()
    {
        TriedRunsView view(*m_log);
        view.resize(700, 200);
        view.show();
        auto *copy = view.findChild<QToolButton *>(QStringLiteral("copyTriedRuns"));
        auto *empty = view.findChild<QToolButton *>(QStringLiteral("clearTriedRuns"));
        QVERIFY(!copy->isEnabled() && !empty->isEnabled());
        stands(test::handMadeTrace());
        QVERIFY(copy->isEnabled());
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), m_log->csv());
        QCOMPARE(view.table()->model()->rowCount(), 1);
        empty->click();
        QCOMPARE(m_log->rowCount(), 0);
        QVERIFY(!copy->isEnabled());
    }
};

QTEST_MAIN(TestTriedRuns)
#include "tst_triedruns.moc"

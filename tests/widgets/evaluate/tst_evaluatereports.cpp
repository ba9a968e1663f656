// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownevaluatepage.h"

#include "widgets/evaluate/keptruns.h"
#include "widgets/controls/choices.h"

#include <QStandardPaths>

using namespace adaplens;

/// What stays of runs: those kept beside the newest, and files.
class TestEvaluateReports : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownEvaluatePage> m_shown;

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_shown = std::make_unique<ShownEvaluatePage>();
        m_shown->show();
    }
    void cleanup() { m_shown.reset(); }
    void keptRunsLieOverOneAnother();
    void exportsCanBeReadBack();
};

void TestEvaluateReports::keptRunsLieOverOneAnother()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    m_shown->click("keepButton");
    QVERIFY(!m_shown->button("keepButton")->isEnabled());
    QCOMPARE(page.keptRuns()->rowCount(), 1);
    QCOMPARE(page.shown().size(), std::size_t{1}); // the same run is not drawn twice
    choose(m_shown->find<QComboBox>("explainedClass"), false);
    m_shown->run();
    QCOMPARE(page.shown().size(), std::size_t{2});
    QCOMPARE(page.results()->table()->rowCount(), 6);
    m_shown->compareCurves(adaplens::test::handMadeAgreement(), 1);
    const QString cp = AgreementPlot::curveName(ScoreMethod::Contribution, 0);
    const QString kept = AgreementPlot::curveName(ScoreMethod::Contribution, 1);
    QCOMPARE(m_shown->graph(0, cp)->pen().style(), Qt::SolidLine);
    QCOMPARE(m_shown->graph(0, kept)->pen().style(), Qt::DashLine);
    QCOMPARE(m_shown->graph(0, cp)->pen().color(), m_shown->graph(0, kept)->pen().color());
    QVERIFY(page.keptRuns()->setData(page.keptRuns()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!m_shown->graph(0, kept));
    QVERIFY(page.keptRuns()->setData(page.keptRuns()->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_shown->graph(0, kept));
    QVERIFY(page.keptRuns()->removeRow(0));
    QVERIFY(!m_shown->graph(0, kept));
}

void TestEvaluateReports::exportsCanBeReadBack()
{
    EvaluatePage &page = *m_shown->page;
    page.exportTo(m_shown->file(QStringLiteral("nothing.json"))); // nothing is shown yet
    QVERIFY(!QFile::exists(m_shown->file(QStringLiteral("nothing.json"))));
    m_shown->run();
    QSignalSpy messages(&page, &Page::message);
    page.exportTo(m_shown->file(QStringLiteral("run.json")));
    page.exportTo(m_shown->file(QStringLiteral("run.csv")));
    page.exportTo(m_shown->file(QStringLiteral("run.png")));
    QCOMPARE(messages.count(), 3);
    for (const QList<QVariant> &message : std::as_const(messages)) {
        QCOMPARE(message.first().value<MessageBar::Kind>(), MessageBar::Kind::Done);
    }
    const AgreementReport &report = *page.runControl()->run().report();
    page.openReport(m_shown->file(QStringLiteral("run.json")));
    QCOMPARE(page.keptRuns()->rowCount(), 1);
    m_shown->compareCurves(report, 1);
    QCOMPARE(toJson(*page.keptRuns()->at(0).report), toJson(report));
    messages.clear();
    page.openReport(m_shown->file(QStringLiteral("run.csv"))); // not a report
    page.exportTo(m_shown->file(QStringLiteral("run.xyz")));
    QCOMPARE(messages.count(), 2);
    QCOMPARE(messages.first().first().value<MessageBar::Kind>(), MessageBar::Kind::Error);
    QVERIFY(messages.last().at(1).toString().contains(QStringLiteral(".png")));
}

QTEST_MAIN(TestEvaluateReports)
#include "tst_evaluatereports.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownevaluatepage.h"

#include "tests/support/fakeagreement.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/methods.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/metriccard.h"
#include "widgets/evaluate/resultscard.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/label.h"
#include "widgets/controls/methodchip.h"
#include "widgets/controls/methodchips.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

using namespace adaplens;

/// The page from clicks to curves, numbers and files.
class TestEvaluatePage : public QObject {
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
    void aRunGoesFromPartialToDone();
    void theSettingsReachTheRun();
    void thePaperFigureIsOneClick();
    void aLayerIsChosenInThePlot();
    void stoppingKeepsThePartialPicture();
    void theKeyboardStaysWithWhatCanBeDone();
    void runIsInSightInLittleRoom();
    void failingKeepsTheOldPicture();
    void followsPaletteAndZoom();
};

void TestEvaluatePage::aRunGoesFromPartialToDone()
{
    EvaluatePage &page = *m_shown->page;
    QVERIFY(!page.results()->keepButton()->isEnabled());
    m_shown->log->hold = true;
    m_shown->click(page.runControl()->controls()->runButton());
    QTRY_VERIFY(page.runControl()->run().report());
    QVERIFY(page.runControl()->run().running());
    QVERIFY(!page.runControl()->controls()->runButton()->isEnabled());
    QVERIFY(page.runControl()->controls()->cancelButton()->isEnabled());
    QVERIFY(page.results()->state()->isVisible()); // "partial result, more to come"
    QCOMPARE(page.runControl()->progressText()->text(),
             agreement::progress({20, 19, 60, 41.0}, AgreementMode::WindowsPieces));
    m_shown->compareCurves(adaplens::test::partialAgreement(), 0);

    m_shown->log->hold = false;
    QTRY_VERIFY(!page.runControl()->run().running());
    QVERIFY(page.runControl()->controls()->runButton()->isEnabled());
    QVERIFY(!page.runControl()->controls()->cancelButton()->isEnabled());
    QVERIFY(!page.results()->state()->isVisible());
    QVERIFY(page.runControl()->progressText()->text().contains(QStringLiteral("60")));
    const AgreementReport report = adaplens::test::handMadeAgreement();
    m_shown->compareCurves(report, 0);
    QCOMPARE(m_shown->graph(0, QStringLiteral("chance"))->data()->at(0)->value, report.baseRate.mean);
    QVERIFY(!m_shown->graph(1, QStringLiteral("chance"))); // FPR has no level of chance
    QCOMPARE(page.results()->table()->rowCount(), 3);
    const int fpr = page.results()->table()->columnOf(Metric::FPR);
    QCOMPARE(page.results()->table()->index(1, fpr).data(AgreementTableModel::ValueRole).toDouble(),
             report.methods[1].mean.at(Metric::FPR).interval.mean);
    QVERIFY(page.results()->conditions()->text().contains(QStringLiteral("57")));
}

void TestEvaluatePage::theSettingsReachTheRun()
{
    AgreementControls &controls = *m_shown->page->runControl()->controls();
    m_shown->click(controls.methodChips()->chip(ScoreMethod::Rollout));
    m_shown->click(controls.methodChips()->chip(ScoreMethod::IntegratedGradients));
    choose(controls.selectionButton(), static_cast<int>(adaplens::Selection::Kind::TopShare));
    choose(controls.classButton(), false);
    m_shown->click(controls.moreButton());
    QVERIFY(controls.limitBox()->isVisible());
    controls.limitBox()->setValue(50);
    m_shown->run();
    const AgreementRequest request = m_shown->log->lastRequest();
    QCOMPARE(request.model, std::filesystem::path("model"));
    QCOMPARE(request.data.path, std::filesystem::path(m_shown->file(QStringLiteral("marked.jsonl")).toStdString()));
    QCOMPARE(request.data.limit, std::size_t{50});
    QCOMPARE(request.options.methods,
             (std::vector{ScoreMethod::Contribution, ScoreMethod::Attention, ScoreMethod::Saliency,
                          ScoreMethod::IntegratedGradients, ScoreMethod::Random}));
    QCOMPARE(request.options.selection.name(), std::string("top-20%"));
    QVERIFY(!request.options.goldClass);
    QCOMPARE(request.options.data, std::string("marked"));
    QVERIFY(!request.options.resumeFile.empty());
    // Nothing chosen: nothing to run.
    controls.methodChips()->setChosen({});
    QVERIFY(!controls.runButton()->isEnabled());
}

void TestEvaluatePage::thePaperFigureIsOneClick()
{
    EvaluatePage &page = *m_shown->page;
    page.runControl()->controls()->methodChips()->setChosen({ScoreMethod::LeaveOneOut});
    choose(page.metricCard(0)->metricButton(), static_cast<int>(Metric::RocAuc));
    m_shown->click(page.runControl()->controls()->paperButton());
    QTRY_COMPARE(m_shown->log->started, 1);
    QTRY_VERIFY(!page.runControl()->run().running());
    QCOMPARE(m_shown->log->lastRequest().options.methods, AgreementOptions().methods);
    QCOMPARE(page.metricCard(0)->plot()->shownMetric(), Metric::AP);
    QCOMPARE(page.metricCard(1)->plot()->shownMetric(), Metric::FPR);
}

void TestEvaluatePage::aLayerIsChosenInThePlot()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    QCustomPlot *plot = page.metricCard(0)->plot()->plot();
    plot->replot();
    const QPoint second(static_cast<int>(plot->xAxis->coordToPixel(2)), plot->axisRect()->center().y());
    QTest::mouseClick(plot, Qt::LeftButton, {}, second);
    QCOMPARE(page.results()->table()->layer(), std::optional<std::size_t>(1));
    const AgreementReport report = adaplens::test::handMadeAgreement();
    QCOMPARE(page.results()->table()->index(0, 1).data(AgreementTableModel::ValueRole).toDouble(),
             report.methods[0].layers[1].at(Metric::AP).interval.mean);
    QTest::keyClick(page.metricCard(0)->plot(), Qt::Key_Right);
    QCOMPARE(page.results()->table()->layer(), std::optional<std::size_t>(2));
    QTest::keyClick(page.metricCard(0)->plot(), Qt::Key_Escape);
    QVERIFY(!page.results()->table()->layer());
    // Hovering tells mean, interval and n of every method at the layer.
    const QString hover = page.metricCard(0)->plot()->toolTipAt(second);
    for (const MethodAgreement &method : report.methods) {
        const std::size_t own = method.layers.size() == 1 ? 0 : 1;
        const Interval &interval = method.layers[own].at(Metric::AP).interval;
        QVERIFY2(hover.contains(agreement::value(interval.mean)), qPrintable(hover));
        QVERIFY(hover.contains(agreement::range(interval)));
    }
    QVERIFY(hover.contains(QStringLiteral("57")));
}

void TestEvaluatePage::stoppingKeepsThePartialPicture()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->log->hold = true;
    m_shown->click(page.runControl()->controls()->runButton());
    QTRY_VERIFY(page.runControl()->run().report());
    m_shown->click(page.runControl()->controls()->cancelButton());
    QTRY_VERIFY(!page.runControl()->run().running());
    m_shown->compareCurves(adaplens::test::partialAgreement(), 0);
    QVERIFY(page.results()->state()->isVisible());
    QCOMPARE(page.results()->state()->text(), QStringLiteral("partial result"));
    QVERIFY2(page.runControl()->progressText()->text().contains(QStringLiteral("20 of 60")),
             qPrintable(page.runControl()->progressText()->text()));
    // These settings can go on; others begin anew.
    QCOMPARE(page.runControl()->controls()->runButton()->text(), QStringLiteral("Go on"));
    QVERIFY(page.runControl()->controls()->startOverButton()->isVisible());
    choose(page.runControl()->controls()->classButton(), false);
    QCOMPARE(page.runControl()->controls()->runButton()->text(), QStringLiteral("Run"));
    choose(page.runControl()->controls()->classButton(), true);
    const auto resume = m_shown->log->lastRequest().options.resumeFile;
    QVERIFY(std::filesystem::exists(resume));
    m_shown->log->hold = false;
    m_shown->click(page.runControl()->controls()->startOverButton());
    QVERIFY(!std::filesystem::exists(resume));
    QTRY_VERIFY(!page.runControl()->run().running());
    QCOMPARE(page.runControl()->controls()->runButton()->text(), QStringLiteral("Run"));
    QVERIFY(!page.results()->state()->isVisible());
}

void TestEvaluatePage::theKeyboardStaysWithWhatCanBeDone()
{
    EvaluatePage &page = *m_shown->page;
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    AgreementControls &controls = *page.runControl()->controls();
    m_shown->log->hold = true;
    controls.runButton()->setFocus();
    QTest::keyClick(controls.runButton(), Qt::Key_Space);
    QTRY_VERIFY(page.runControl()->run().report());
    QVERIFY(controls.cancelButton()->hasFocus());
    QCOMPARE(controls.runButton()->text(), QStringLiteral("Run"));
    QTest::keyClick(controls.cancelButton(), Qt::Key_Space);
    QTRY_VERIFY(!page.runControl()->run().running());
    QVERIFY(controls.runButton()->hasFocus());
    QVERIFY(!controls.cancelButton()->isEnabled());
    QCOMPARE(controls.runButton()->text(), QStringLiteral("Go on"));
    m_shown->log->hold = false;
    QTest::keyClick(controls.runButton(), Qt::Key_Space);
    QTRY_VERIFY(!page.runControl()->run().running());
    QVERIFY(controls.runButton()->hasFocus());
}

void TestEvaluatePage::runIsInSightInLittleRoom()
{
    EvaluatePage &page = *m_shown->page;
    const auto inSight = [&page](const QWidget *part) {
        return part->isVisible() && page.rect().contains(QRect(part->mapTo(&page, QPoint()), part->size()));
    };
    QVERIFY(inSight(page.runControl()->controls()->runButton()));
    const QTabBar &quick = *page.metricCard(0)->quickMetrics();
    const auto whole = [&quick] { return quick.width() >= quick.sizeHint().width(); };
    QVERIFY(whole());
    const int beside = page.runControl()->controls()->runButton()->mapTo(&page, QPoint()).y();
    QVERIFY2(page.minimumSizeHint().width() < page.fontMetrics().averageCharWidth() * 105,
             qPrintable(QString::number(page.minimumSizeHint().width())));
    page.resize(page.minimumSizeHint().width(), 720);
    QTRY_VERIFY(page.runControl()->controls()->runButton()->mapTo(&page, QPoint()).y() >
                beside); // on a line of its own
    QVERIFY(inSight(page.runControl()->controls()->runButton()));
    QVERIFY(inSight(page.runControl()->controls()->cancelButton()));
    QVERIFY(!whole());
    QVERIFY(inSight(&quick));
    QVERIFY(inSight(page.metricCard(1)->metricButton()));
    m_shown->run();
    QVERIFY(inSight(page.runControl()->controls()->runButton()));
    page.resize(1280, 720);
    QTRY_VERIFY(whole());
}

void TestEvaluatePage::failingKeepsTheOldPicture()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    QSignalSpy messages(&page, &Page::message);
    m_shown->log->fail = true;
    m_shown->run();
    QCOMPARE(messages.count(), 1);
    QCOMPARE(messages.first().at(1).toString(), QStringLiteral("Line 21 of the set cannot be read."));
    QVERIFY(page.runControl()->run().report()->complete);
    m_shown->compareCurves(adaplens::test::handMadeAgreement(), 0);
    QVERIFY(!page.results()->state()->isVisible());
    QVERIFY(page.runControl()->controls()->runButton()->isEnabled());
}

void TestEvaluatePage::followsPaletteAndZoom()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    const QPen light = m_shown->graph(0, AgreementPlot::curveName(ScoreMethod::Attention, 0))->pen();
    QPalette dark(QColor(0x1b, 0x1e, 0x24));
    dark.setColor(QPalette::Base, QColor(0x22, 0x26, 0x2e));
    dark.setColor(QPalette::Text, QColor(0xe6, 0xe8, 0xec));
    page.setPalette(dark);
    const QPen pen = m_shown->graph(0, AgreementPlot::curveName(ScoreMethod::Attention, 0))->pen();
    QVERIFY(pen.color() != light.color());
    QCOMPARE(pen.color(), methods::colour(ScoreMethod::Attention, Palette(dark)));
    const int before = page.results()->table()->rowCount();
    QFont large = page.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    page.setFont(large);
    (void)page.grab();
    QCOMPARE(page.results()->table()->rowCount(), before);
}

QTEST_MAIN(TestEvaluatePage)
#include "tst_evaluatepage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownevaluatepage.h"

#include "tests/support/fakeagreement.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/methods.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/label.h"
#include "widgets/controls/methodchip.h"
#include "widgets/controls/methodchips.h"
#include "widgets/controls/buttons.h"

#include <QComboBox>
#include <QPushButton>
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
    void init() { m_shown = std::make_unique<ShownEvaluatePage>(); }
    void cleanup() { m_shown.reset(); }
    void aRunGoesFromPartialToDone();
    void theSettingsReachTheRun();
    void thePaperFigureIsOneClick();
    void aLayerIsChosenInThePlot();
    void metricsAreAClickApart();
    void stoppingKeepsThePartialPicture();
    void theKeyboardStaysWithWhatCanBeDone();
    void runIsInSightInLittleRoom();
    void failingKeepsTheOldPicture();
    void followsPaletteAndZoom();
};

void TestEvaluatePage::aRunGoesFromPartialToDone()
{
    EvaluatePage &page = *m_shown->page;
    QVERIFY(!page.keepButton()->isEnabled());
    m_shown->log->hold = true;
    m_shown->click(page.controls()->runButton());
    QTRY_VERIFY(page.agreementRun().report());
    QVERIFY(page.agreementRun().running());
    QVERIFY(!page.controls()->runButton()->isEnabled());
    QVERIFY(page.controls()->cancelButton()->isEnabled());
    QVERIFY(page.state()->isVisible()); // "partial result, more to come"
    QCOMPARE(page.progressText()->text(), QStringLiteral("20 of 60 documents · 19 windows · 41 s left"));
    m_shown->compareCurves(adaplens::test::partialAgreement(), 0);

    m_shown->log->hold = false;
    QTRY_VERIFY(!page.agreementRun().running());
    QVERIFY(page.controls()->runButton()->isEnabled());
    QVERIFY(!page.controls()->cancelButton()->isEnabled());
    QVERIFY(!page.state()->isVisible());
    QVERIFY(page.progressText()->text().contains(QStringLiteral("60 documents")));
    const AgreementReport report = adaplens::test::handMadeAgreement();
    m_shown->compareCurves(report, 0);
    QCOMPARE(m_shown->graph(0, QStringLiteral("chance"))->data()->at(0)->value, report.baseRate.mean);
    QVERIFY(!m_shown->graph(1, QStringLiteral("chance"))); // FPR has no level of chance
    QCOMPARE(page.table()->rowCount(), 3);
    const int fpr = page.table()->columnOf(Metric::FPR);
    QCOMPARE(page.table()->index(1, fpr).data(AgreementTableModel::ValueRole).toDouble(),
             report.methods[1].mean.at(Metric::FPR).interval.mean);
    QVERIFY(page.conditions()->text().contains(QStringLiteral("57 windows of 60 documents")));
}

void TestEvaluatePage::theSettingsReachTheRun()
{
    AgreementControls &controls = *m_shown->page->controls();
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
    page.controls()->methodChips()->setChosen({ScoreMethod::LeaveOneOut});
    choose(page.metricButton(0), static_cast<int>(Metric::RocAuc));
    m_shown->click(page.controls()->paperButton());
    QTRY_COMPARE(m_shown->log->started, 1);
    QTRY_VERIFY(!page.agreementRun().running());
    QCOMPARE(m_shown->log->lastRequest().options.methods, AgreementOptions().methods);
    QCOMPARE(page.plot(0)->shownMetric(), Metric::AP);
    QCOMPARE(page.plot(1)->shownMetric(), Metric::FPR);
}

void TestEvaluatePage::aLayerIsChosenInThePlot()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    QCustomPlot *plot = page.plot(0)->plot();
    plot->replot();
    const QPoint second(static_cast<int>(plot->xAxis->coordToPixel(2)), plot->axisRect()->center().y());
    QTest::mouseClick(plot, Qt::LeftButton, {}, second);
    QCOMPARE(page.table()->layer(), std::optional<std::size_t>(1));
    const AgreementReport report = adaplens::test::handMadeAgreement();
    QCOMPARE(page.table()->index(0, 1).data(AgreementTableModel::ValueRole).toDouble(),
             report.methods[0].layers[1].at(Metric::AP).interval.mean);
    QTest::keyClick(page.plot(0), Qt::Key_Right);
    QCOMPARE(page.table()->layer(), std::optional<std::size_t>(2));
    QTest::keyClick(page.plot(0), Qt::Key_Escape);
    QVERIFY(!page.table()->layer());
    // Hovering tells mean, interval and n of every method at the layer.
    const QString hover = page.plot(0)->toolTipAt(second);
    for (const MethodAgreement &method : report.methods) {
        const std::size_t own = method.layers.size() == 1 ? 0 : 1;
        const Interval &interval = method.layers[own].at(Metric::AP).interval;
        QVERIFY2(hover.contains(agreement::value(interval.mean)), qPrintable(hover));
        QVERIFY(hover.contains(agreement::range(interval)));
    }
    QVERIFY(hover.contains(QStringLiteral("57 windows")));
}

void TestEvaluatePage::metricsAreAClickApart()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    QTabBar *quick = page.quickMetrics(1);
    QCOMPARE(quick->count(), 4);
    const Metric wanted[] = {Metric::FPR, Metric::TPR, Metric::Selected, Metric::FprAtCpSize};
    for (int i = 3; i >= 0; --i) {
        QTest::mouseClick(quick, Qt::LeftButton, {}, quick->tabRect(i).center());
        QCOMPARE(page.plot(1)->shownMetric(), wanted[i]);
        QCOMPARE(page.metricButton(1)->currentData().toInt(), static_cast<int>(wanted[i]));
        m_shown->compareCurves(adaplens::test::handMadeAgreement(), 0);
    }
    QVERIFY(page.plot(1)->caption().contains(QStringLiteral("says little without the share selected")));
    choose(page.metricButton(1), static_cast<int>(Metric::Sufficiency)); // not measured
    QVERIFY(!page.quickMetrics(1)->isVisible());
    QCOMPARE(page.plot(1)->plot()->graphCount(), 0);
}

void TestEvaluatePage::stoppingKeepsThePartialPicture()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->log->hold = true;
    m_shown->click(page.controls()->runButton());
    QTRY_VERIFY(page.agreementRun().report());
    m_shown->click(page.controls()->cancelButton());
    QTRY_VERIFY(!page.agreementRun().running());
    m_shown->compareCurves(adaplens::test::partialAgreement(), 0);
    QVERIFY(page.state()->isVisible());
    QCOMPARE(page.state()->text(), QStringLiteral("partial result"));
    QVERIFY2(page.progressText()->text().contains(QStringLiteral("20 of 60")), qPrintable(page.progressText()->text()));
    // These settings can go on; others begin anew.
    QCOMPARE(page.controls()->runButton()->text(), QStringLiteral("Go on"));
    QVERIFY(page.controls()->startOverButton()->isVisible());
    choose(page.controls()->classButton(), false);
    QCOMPARE(page.controls()->runButton()->text(), QStringLiteral("Run"));
    choose(page.controls()->classButton(), true);
    const auto resume = m_shown->log->lastRequest().options.resumeFile;
    QVERIFY(std::filesystem::exists(resume));
    m_shown->log->hold = false;
    m_shown->click(page.controls()->startOverButton());
    QVERIFY(!std::filesystem::exists(resume));
    QTRY_VERIFY(!page.agreementRun().running());
    QCOMPARE(page.controls()->runButton()->text(), QStringLiteral("Run"));
    QVERIFY(!page.state()->isVisible());
}

void TestEvaluatePage::theKeyboardStaysWithWhatCanBeDone()
{
    EvaluatePage &page = *m_shown->page;
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    AgreementControls &controls = *page.controls();
    m_shown->log->hold = true;
    controls.runButton()->setFocus();
    QTest::keyClick(controls.runButton(), Qt::Key_Space);
    QTRY_VERIFY(page.agreementRun().report());
    QVERIFY(controls.cancelButton()->hasFocus());
    QCOMPARE(controls.runButton()->text(), QStringLiteral("Run"));
    QTest::keyClick(controls.cancelButton(), Qt::Key_Space);
    QTRY_VERIFY(!page.agreementRun().running());
    QVERIFY(controls.runButton()->hasFocus());
    QVERIFY(!controls.cancelButton()->isEnabled());
    QCOMPARE(controls.runButton()->text(), QStringLiteral("Go on"));
    m_shown->log->hold = false;
    QTest::keyClick(controls.runButton(), Qt::Key_Space);
    QTRY_VERIFY(!page.agreementRun().running());
    QVERIFY(controls.runButton()->hasFocus());
}

void TestEvaluatePage::runIsInSightInLittleRoom()
{
    EvaluatePage &page = *m_shown->page;
    const auto inSight = [&page](const QWidget *part) {
        return part->isVisible() && page.rect().contains(QRect(part->mapTo(&page, QPoint()), part->size()));
    };
    QVERIFY(inSight(page.controls()->runButton()));
    const auto whole = [&page] { return page.quickMetrics(0)->width() >= page.quickMetrics(0)->sizeHint().width(); };
    QVERIFY(whole());
    const int beside = page.controls()->runButton()->mapTo(&page, QPoint()).y();
    QVERIFY2(page.minimumSizeHint().width() < page.fontMetrics().averageCharWidth() * 105,
             qPrintable(QString::number(page.minimumSizeHint().width())));
    page.resize(page.minimumSizeHint().width(), 720);
    QTRY_VERIFY(page.controls()->runButton()->mapTo(&page, QPoint()).y() > beside); // on a line of its own
    QVERIFY(inSight(page.controls()->runButton()));
    QVERIFY(inSight(page.controls()->cancelButton()));
    QVERIFY(!whole());
    QVERIFY(inSight(page.quickMetrics(0)));
    QVERIFY(inSight(page.metricButton(1)));
    m_shown->run();
    QVERIFY(inSight(page.controls()->runButton()));
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
    QVERIFY(page.agreementRun().report()->complete);
    m_shown->compareCurves(adaplens::test::handMadeAgreement(), 0);
    QVERIFY(!page.state()->isVisible());
    QVERIFY(page.controls()->runButton()->isEnabled());
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
    const int before = page.table()->rowCount();
    QFont large = page.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    page.setFont(large);
    (void)page.grab();
    QCOMPARE(page.table()->rowCount(), before);
}

QTEST_MAIN(TestEvaluatePage)
#include "tst_evaluatepage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownevaluatepage.h"

#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/methods.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/methodchip.h"
#include "widgets/controls/methodchips.h"

#include <QSpinBox>
#include <QStandardPaths>

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
    QVERIFY(!m_shown->button("keepButton")->isEnabled());
    m_shown->log->hold = true;
    m_shown->click("runButton");
    QTRY_VERIFY(page.runControl()->run().report());
    QVERIFY(page.runControl()->run().running());
    QVERIFY(!m_shown->button("runButton")->isEnabled());
    QVERIFY(m_shown->button("cancelButton")->isEnabled());
    QVERIFY(m_shown->isPartial()); // "partial result, more to come"
    QCOMPARE(m_shown->find<QLabel>("runProgress")->text(),
             agreement::progress({20, 19, 60, 41.0}, AgreementMode::WindowsPieces));
    m_shown->compareCurves(adaplens::test::partialAgreement(), 0);

    m_shown->log->hold = false;
    QTRY_VERIFY(!page.runControl()->run().running());
    QVERIFY(m_shown->button("runButton")->isEnabled());
    QVERIFY(!m_shown->button("cancelButton")->isEnabled());
    QVERIFY(!m_shown->isPartial());
    QVERIFY(m_shown->find<QLabel>("runProgress")->text().contains(QStringLiteral("60")));
    const AgreementReport report = adaplens::test::handMadeAgreement();
    m_shown->compareCurves(report, 0);
    QCOMPARE(m_shown->graph(0, QStringLiteral("chance"))->data()->at(0)->value, report.baseRate.mean);
    QVERIFY(!m_shown->graph(1, QStringLiteral("chance"))); // FPR has no level of chance
    QCOMPARE(page.results()->table()->rowCount(), 3);
    const int fpr = page.results()->table()->columnOf(Metric::FPR);
    QCOMPARE(page.results()->table()->item(1, fpr)->data(AgreementTable::valueRole).toDouble(),
             report.methods[1].mean.at(Metric::FPR).interval.mean);
    QVERIFY(m_shown->find<QLabel>("conditions")->text().contains(QStringLiteral("57")));
}

void TestEvaluatePage::theSettingsReachTheRun()
{
    QTest::mouseClick(m_shown->find<MethodChips>("methods")->chip(ScoreMethod::Rollout), Qt::LeftButton);
    QTest::mouseClick(m_shown->find<MethodChips>("methods")->chip(ScoreMethod::IntegratedGradients), Qt::LeftButton);
    choose(m_shown->find<QComboBox>("selection"), static_cast<int>(adaplens::Selection::Kind::TopShare));
    choose(m_shown->find<QComboBox>("explainedClass"), false);
    m_shown->click("moreButton");
    QVERIFY(m_shown->find<QSpinBox>("documents")->isVisible());
    m_shown->find<QSpinBox>("documents")->setValue(50);
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
    m_shown->find<MethodChips>("methods")->setChosen({});
    QVERIFY(!m_shown->button("runButton")->isEnabled());
}

void TestEvaluatePage::thePaperFigureIsOneClick()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->find<MethodChips>("methods")->setChosen({ScoreMethod::LeaveOneOut});
    choose(page.metricCard(0)->findChild<QComboBox *>(), static_cast<int>(Metric::RocAuc));
    m_shown->click("paperButton");
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
    QCOMPARE(page.results()->table()->item(0, 1)->data(AgreementTable::valueRole).toDouble(),
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
    m_shown->click("runButton");
    QTRY_VERIFY(page.runControl()->run().report());
    m_shown->click("cancelButton");
    QTRY_VERIFY(!page.runControl()->run().running());
    m_shown->compareCurves(adaplens::test::partialAgreement(), 0);
    QVERIFY(m_shown->isPartial());
    QCOMPARE(m_shown->find<QLabel>("resultsState")->text(), QStringLiteral("partial result"));
    QVERIFY2(m_shown->find<QLabel>("runProgress")->text().contains(QStringLiteral("20 of 60")),
             qPrintable(m_shown->find<QLabel>("runProgress")->text()));
    // These settings can go on; others begin anew.
    QCOMPARE(m_shown->button("runButton")->text(), QStringLiteral("Go on"));
    QVERIFY(m_shown->button("startOverButton")->isVisible());
    choose(m_shown->find<QComboBox>("explainedClass"), false);
    QCOMPARE(m_shown->button("runButton")->text(), QStringLiteral("Run"));
    choose(m_shown->find<QComboBox>("explainedClass"), true);
    const auto resume = m_shown->log->lastRequest().options.resumeFile;
    QVERIFY(std::filesystem::exists(resume));
    m_shown->log->hold = false;
    m_shown->click("startOverButton");
    QVERIFY(!std::filesystem::exists(resume));
    QTRY_VERIFY(!page.runControl()->run().running());
    QCOMPARE(m_shown->button("runButton")->text(), QStringLiteral("Run"));
    QVERIFY(!m_shown->isPartial());
}

void TestEvaluatePage::theKeyboardStaysWithWhatCanBeDone()
{
    EvaluatePage &page = *m_shown->page;
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    m_shown->log->hold = true;
    m_shown->button("runButton")->setFocus();
    QTest::keyClick(m_shown->button("runButton"), Qt::Key_Space);
    QTRY_VERIFY(page.runControl()->run().report());
    QVERIFY(m_shown->button("cancelButton")->hasFocus());
    QCOMPARE(m_shown->button("runButton")->text(), QStringLiteral("Run"));
    QTest::keyClick(m_shown->button("cancelButton"), Qt::Key_Space);
    QTRY_VERIFY(!page.runControl()->run().running());
    QVERIFY(m_shown->button("runButton")->hasFocus());
    QVERIFY(!m_shown->button("cancelButton")->isEnabled());
    QCOMPARE(m_shown->button("runButton")->text(), QStringLiteral("Go on"));
    m_shown->log->hold = false;
    QTest::keyClick(m_shown->button("runButton"), Qt::Key_Space);
    QTRY_VERIFY(!page.runControl()->run().running());
    QVERIFY(m_shown->button("runButton")->hasFocus());
}

void TestEvaluatePage::runIsInSightInLittleRoom()
{
    EvaluatePage &page = *m_shown->page;
    const auto inSight = [&page](const QWidget *part) {
        return part->isVisible() && page.rect().contains(QRect(part->mapTo(&page, QPoint()), part->size()));
    };
    QVERIFY(inSight(m_shown->button("runButton")));
    const QTabBar &quick = *page.metricCard(0)->findChild<QTabBar *>();
    const auto whole = [&quick] { return quick.width() >= quick.sizeHint().width(); };
    QVERIFY(whole());
    const int beside = m_shown->button("runButton")->mapTo(&page, QPoint()).y();
    QVERIFY2(page.minimumSizeHint().width() < page.fontMetrics().averageCharWidth() * 105,
             qPrintable(QString::number(page.minimumSizeHint().width())));
    page.resize(page.minimumSizeHint().width(), 720);
    QTRY_VERIFY(m_shown->button("runButton")->mapTo(&page, QPoint()).y() > beside); // on a line of its own
    QVERIFY(inSight(m_shown->button("runButton")));
    QVERIFY(inSight(m_shown->button("cancelButton")));
    QVERIFY(!whole());
    QVERIFY(inSight(&quick));
    QVERIFY(inSight(page.metricCard(1)->findChild<QComboBox *>()));
    m_shown->run();
    QVERIFY(inSight(m_shown->button("runButton")));
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
    QVERIFY(!m_shown->isPartial());
    QVERIFY(m_shown->button("runButton")->isEnabled());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagreement.h"
#include "tests/support/fakeanalyser.h"
#include "widgets/models/agreementtext.h"
#include "widgets/models/palette.h"
#include "widgets/pages/evaluatepage.h"
#include "widgets/session/attributions.h"
#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/session/selection.h"
#include "widgets/session/session.h"
#include "widgets/views/agreementcontrols.h"
#include "widgets/views/agreementplot.h"
#include "widgets/views/choicebutton.h"
#include "widgets/views/label.h"
#include "widgets/views/methodchips.h"
#include "widgets/views/qcp.h"
#include "widgets/views/segmentedswitch.h"

#include <QFile>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace adaplens;
using adaplens::test::FakeAgreementLog;

namespace {

/// The page on settings of its own, with a fake model and fake runs.
class Shown {
public:
    Shown()
        : m_settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          preferences(m_settings),
          session(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          attributions(session),
          rationale(session),
          page(std::make_unique<EvaluatePage>(Workspace{session, selection, preferences, attributions, rationale, {}},
                                              adaplens::test::fakeAgreement(log)))
    {
        QSignalSpy opened(&session, &Session::modelOpened);
        session.open("model");
        QVERIFY(opened.wait());
        QFile data(file(QStringLiteral("marked.jsonl")));
        QVERIFY(data.open(QIODevice::WriteOnly));
        page->openData(data.fileName());
        page->resize(1280, 720);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }

    [[nodiscard]] QString file(const QString &name) const { return folder.filePath(name); }
    void click(QAbstractButton *button) const { QTest::mouseClick(button, Qt::LeftButton); }
    void run() const
    {
        click(page->controls()->runButton());
        QTRY_VERIFY(!page->agreementRun().running());
    }
    [[nodiscard]] QCPGraph *graph(int side, const QString &name) const
    {
        QCustomPlot *plot = page->plot(side)->plot();
        for (int i = 0; i < plot->graphCount(); ++i) {
            if (plot->graph(i)->name() == name) {
                return plot->graph(i);
            }
        }
        return nullptr;
    }

    QTemporaryDir folder;

private:
    QSettings m_settings;

public:
    Preferences preferences;
    ::Selection selection;
    Session session;
    Attributions attributions;
    HumanRationale rationale;
    std::shared_ptr<FakeAgreementLog> log = std::make_shared<FakeAgreementLog>();
    std::unique_ptr<EvaluatePage> page;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The page from clicks to curves, numbers and files.
class TestEvaluatePage : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Shown> m_shown;

    void compareCurves(const AgreementReport &report, std::size_t run);

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_shown = std::make_unique<Shown>(); }
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
    void keptRunsLieOverOneAnother();
    void exportsCanBeReadBack();
    void followsPaletteAndZoom();
};

void TestEvaluatePage::compareCurves(const AgreementReport &report, std::size_t run)
{
    for (int side = 0; side < 2; ++side) {
        const Metric metric = m_shown->page->plot(side)->shownMetric();
        for (const MethodAgreement &method : report.methods) {
            const QString name = AgreementPlot::curveName(method.method, run);
            const QCPGraph *line = m_shown->graph(side, name);
            const QCPGraph *low = m_shown->graph(side, name + QStringLiteral("/low"));
            const QCPGraph *high = m_shown->graph(side, name + QStringLiteral("/high"));
            QVERIFY2(line && low && high, qPrintable(name));
            QCOMPARE(line->dataCount(), 3); // methods without layers are a level line over all of them
            for (int layer = 0; layer < 3; ++layer) {
                const std::size_t own = method.layers.size() == 1 ? 0 : static_cast<std::size_t>(layer);
                const Interval &wanted = method.layers[own].at(metric).interval;
                QCOMPARE(line->data()->at(layer)->key, layer + 1.0);
                QCOMPARE(line->data()->at(layer)->value, wanted.mean);
                QCOMPARE(low->data()->at(layer)->value, wanted.low);
                QCOMPARE(high->data()->at(layer)->value, wanted.high);
            }
        }
    }
}

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
    compareCurves(adaplens::test::partialAgreement(), 0);

    m_shown->log->hold = false;
    QTRY_VERIFY(!page.agreementRun().running());
    QVERIFY(page.controls()->runButton()->isEnabled());
    QVERIFY(!page.controls()->cancelButton()->isEnabled());
    QVERIFY(!page.state()->isVisible());
    QVERIFY(page.progressText()->text().contains(QStringLiteral("60 documents")));
    const AgreementReport report = adaplens::test::handMadeAgreement();
    compareCurves(report, 0);
    QCOMPARE(m_shown->graph(0, QStringLiteral("chance"))->data()->at(0)->value, report.baseRate.mean);
    QVERIFY(!m_shown->graph(1, QStringLiteral("chance"))); // FPR has no level of chance
    QCOMPARE(page.table()->rowCount(), 3);
    const int fpr = page.table()->columnOf(Metric::FPR);
    QCOMPARE(page.table()->index(1, fpr).data(AgreementTable::ValueRole).toDouble(),
             report.methods[1].mean.at(Metric::FPR).interval.mean);
    QVERIFY(page.conditions()->text().contains(QStringLiteral("57 windows of 60 documents")));
}

void TestEvaluatePage::theSettingsReachTheRun()
{
    AgreementControls &controls = *m_shown->page->controls();
    m_shown->click(controls.methodChips()->chip(ScoreMethod::Rollout));
    m_shown->click(controls.methodChips()->chip(ScoreMethod::IntegratedGradients));
    controls.selectionButton()->setValue(static_cast<int>(adaplens::Selection::Kind::TopShare));
    controls.classButton()->setValue(false);
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
    page.metricButton(0)->setValue(static_cast<int>(Metric::RocAuc));
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
    QCOMPARE(page.table()->index(0, 1).data(AgreementTable::ValueRole).toDouble(),
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
    const auto segments = page.quickMetrics(1)->findChildren<QAbstractButton *>();
    QCOMPARE(segments.size(), 4);
    const Metric wanted[] = {Metric::FPR, Metric::TPR, Metric::Selected, Metric::FprAtCpSize};
    for (int i = 3; i >= 0; --i) {
        m_shown->click(segments[i]);
        QCOMPARE(page.plot(1)->shownMetric(), wanted[i]);
        QCOMPARE(page.metricButton(1)->value().toInt(), static_cast<int>(wanted[i]));
        compareCurves(adaplens::test::handMadeAgreement(), 0);
    }
    QVERIFY(page.plot(1)->caption().contains(QStringLiteral("says little without the share selected")));
    page.metricButton(1)->setValue(static_cast<int>(Metric::Sufficiency)); // not measured
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
    compareCurves(adaplens::test::partialAgreement(), 0);
    QVERIFY(page.state()->isVisible());
    QCOMPARE(page.state()->text(), QStringLiteral("partial result"));
    QVERIFY2(page.progressText()->text().contains(QStringLiteral("20 of 60")), qPrintable(page.progressText()->text()));
    // These settings can go on; others begin anew.
    QCOMPARE(page.controls()->runButton()->text(), QStringLiteral("Go on"));
    QVERIFY(page.controls()->startOverButton()->isVisible());
    page.controls()->classButton()->setValue(false);
    QCOMPARE(page.controls()->runButton()->text(), QStringLiteral("Run"));
    page.controls()->classButton()->setValue(true);
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
    QVERIFY(page.quickMetrics(0)->isVisible());
    const int beside = page.controls()->runButton()->mapTo(&page, QPoint()).y();
    QVERIFY2(page.minimumSizeHint().width() < page.fontMetrics().averageCharWidth() * 105,
             qPrintable(QString::number(page.minimumSizeHint().width())));
    page.resize(page.minimumSizeHint().width(), 720);
    QTRY_VERIFY(page.controls()->runButton()->mapTo(&page, QPoint()).y() > beside); // on a line of its own
    QVERIFY(inSight(page.controls()->runButton()));
    QVERIFY(inSight(page.controls()->cancelButton()));
    QVERIFY(!page.quickMetrics(0)->isVisible());
    QVERIFY(inSight(page.metricButton(1)));
    m_shown->run();
    QVERIFY(inSight(page.controls()->runButton()));
    page.resize(1280, 720);
    QTRY_VERIFY(page.quickMetrics(0)->isVisible());
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
    compareCurves(adaplens::test::handMadeAgreement(), 0);
    QVERIFY(!page.state()->isVisible());
    QVERIFY(page.controls()->runButton()->isEnabled());
}

void TestEvaluatePage::keptRunsLieOverOneAnother()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    m_shown->click(page.keepButton());
    QVERIFY(!page.keepButton()->isEnabled());
    QCOMPARE(page.keptRuns()->rowCount(), 1);
    QCOMPARE(page.shown().size(), std::size_t{1}); // the same run is not drawn twice
    page.controls()->classButton()->setValue(false);
    m_shown->run();
    QCOMPARE(page.shown().size(), std::size_t{2});
    QCOMPARE(page.table()->rowCount(), 6);
    compareCurves(adaplens::test::handMadeAgreement(), 1);
    const QString cp = AgreementPlot::curveName(ScoreMethod::Contribution, 0);
    const QString kept = AgreementPlot::curveName(ScoreMethod::Contribution, 1);
    QCOMPARE(m_shown->graph(0, cp)->pen().style(), Qt::SolidLine);
    QCOMPARE(m_shown->graph(0, kept)->pen().style(), Qt::DashLine);
    QCOMPARE(m_shown->graph(0, cp)->pen().color(), m_shown->graph(0, kept)->pen().color());
    QVERIFY(page.keptRuns()->setData(page.keptRuns()->index(0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!m_shown->graph(0, kept));
    QVERIFY(page.keptRuns()->setData(page.keptRuns()->index(0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_shown->graph(0, kept));
    QVERIFY(page.keptRuns()->removeRow(0));
    QVERIFY(!m_shown->graph(0, kept));
}

void TestEvaluatePage::exportsCanBeReadBack()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    QSignalSpy messages(&page, &Page::message);
    for (const char *suffix : {"json", "csv", "tex", "png", "svg", "pdf"}) {
        page.exportTo(m_shown->file(QStringLiteral("run.") + QLatin1String(suffix)));
    }
    QCOMPARE(messages.count(), 6);
    const AgreementReport &report = *page.agreementRun().report();
    QCOMPARE(contentOf(m_shown->file(QStringLiteral("run.csv"))), QByteArray::fromStdString(toCsv(report)));
    QCOMPARE(contentOf(m_shown->file(QStringLiteral("run.tex"))), QByteArray::fromStdString(toLatex(report)));
    const QImage picture(m_shown->file(QStringLiteral("run.png")));
    QVERIFY(picture.width() > 1000);
    // The figure's colours are those of paper, whatever the window's: the curve of CP can be found in it.
    const QColor own = Palette::paper().method(Method::AdapLeR);
    int found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            found += picture.pixelColor(x, y).rgb() == own.rgb() ? 1 : 0;
        }
    }
    QVERIFY2(found > 500, qPrintable(QString::number(found)));
    QSvgRenderer drawing(m_shown->file(QStringLiteral("run.svg")));
    QVERIFY(drawing.isValid());
    QVERIFY(contentOf(m_shown->file(QStringLiteral("run.svg"))).contains("attention"));
    QVERIFY(contentOf(m_shown->file(QStringLiteral("run.pdf"))).startsWith("%PDF-"));

    page.openReport(m_shown->file(QStringLiteral("run.json")));
    QCOMPARE(page.keptRuns()->rowCount(), 1);
    compareCurves(report, 1);
    QCOMPARE(toJson(*page.keptRuns()->at(0).report), toJson(report));
    page.exportTo(m_shown->file(QStringLiteral("both.csv"))); // both runs, each with its name
    const QByteArrayList one = contentOf(m_shown->file(QStringLiteral("run.csv"))).split('\n');
    const QByteArrayList both = contentOf(m_shown->file(QStringLiteral("both.csv"))).split('\n');
    QCOMPARE(both.size(), 2 * one.size() - 2); // one head, one empty line at the end
    QCOMPARE(both.first(), "run," + one.first());
    QVERIFY(both[1].endsWith(',' + one[1]));
    messages.clear();
    page.openReport(m_shown->file(QStringLiteral("run.csv"))); // not a report
    QCOMPARE(messages.count(), 1);
    page.exportTo(m_shown->file(QStringLiteral("run.xyz")));
    QCOMPARE(messages.count(), 2);
    QVERIFY(messages.last().at(1).toString().contains(QStringLiteral(".png")));
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
    QCOMPARE(pen.color(), Palette(dark).method(Method::Attention));
    const int before = page.table()->rowCount();
    QFont large = page.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    page.setFont(large);
    (void)page.grab();
    QCOMPARE(page.table()->rowCount(), before);
}

QTEST_MAIN(TestEvaluatePage)
#include "tst_evaluatepage.moc"

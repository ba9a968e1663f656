// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownevaluatepage.h"

#include "tests/support/fakeagreement.h"
#include "widgets/style/palette.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/controls/choices.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTest>

using namespace adaplens;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What stays of runs: those kept beside the newest, and files.
class TestEvaluateReports : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownEvaluatePage> m_shown;

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_shown = std::make_unique<ShownEvaluatePage>(); }
    void cleanup() { m_shown.reset(); }
    void keptRunsLieOverOneAnother();
    void exportsCanBeReadBack();
};

void TestEvaluateReports::keptRunsLieOverOneAnother()
{
    EvaluatePage &page = *m_shown->page;
    m_shown->run();
    m_shown->click(page.keepButton());
    QVERIFY(!page.keepButton()->isEnabled());
    QCOMPARE(page.keptRuns()->rowCount(), 1);
    QCOMPARE(page.shown().size(), std::size_t{1}); // the same run is not drawn twice
    choose(page.controls()->classButton(), false);
    m_shown->run();
    QCOMPARE(page.shown().size(), std::size_t{2});
    QCOMPARE(page.table()->rowCount(), 6);
    m_shown->compareCurves(adaplens::test::handMadeAgreement(), 1);
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

void TestEvaluateReports::exportsCanBeReadBack()
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
    const QColor own = Palette::paper().above();
    int found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor here = picture.pixelColor(x, y);
            found += std::abs(here.hue() - own.hue()) < 6 && std::abs(here.value() - own.value()) < 12 &&
                     std::abs(here.saturation() - own.saturation()) < 12;
        }
    }
    QVERIFY2(found > 500, qPrintable(QString::number(found)));
    QSvgRenderer drawing(m_shown->file(QStringLiteral("run.svg")));
    QVERIFY(drawing.isValid());
    QVERIFY(contentOf(m_shown->file(QStringLiteral("run.svg"))).contains("attention"));
    QVERIFY(contentOf(m_shown->file(QStringLiteral("run.pdf"))).startsWith("%PDF-"));

    page.openReport(m_shown->file(QStringLiteral("run.json")));
    QCOMPARE(page.keptRuns()->rowCount(), 1);
    m_shown->compareCurves(report, 1);
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

QTEST_MAIN(TestEvaluateReports)
#include "tst_evaluatereports.moc"

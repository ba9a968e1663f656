// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/style/palette.h"
#include "widgets/inspect/aliveplot.h"
#include "widgets/plots/qcp.h"
#include "widgets/inspect/scoreplot.h"

#include <QTest>

using namespace adaplens;
using TracePointer = std::shared_ptr<const Trace>;

class TestPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aliveFollowsTheTrace();
    void scoresFollowTheTrace();
    void scoresFollowTheMode();
    void longBarsAreCutAndNumbered();
    void selectionIsShared();
    void toolTipsHoldNumbers();
    void followsThePalette();
    void nothingToPlot();
    void showsWhereTheKeyboardIs();
};

namespace {

TracePointer shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

template <typename Plot>
struct Shown {
    TraceSource source;
    Plot plot;

    explicit Shown(Trace trace) : plot(source)
    {
        source.setTrace(shared(std::move(trace)));
        plot.resize(500, 160);
        plot.show();
        plot.plot()->replot();
    }
    [[nodiscard]] QPoint at(double x, double y)
    {
        return {static_cast<int>(plot.plot()->xAxis->coordToPixel(x)),
                static_cast<int>(plot.plot()->yAxis->coordToPixel(y))};
    }
};

/// Height of the bar at a place, over all bars of the plot.
double heightAt(QCustomPlot *plot, int place)
{
    double height = 0;
    for (int i = 0; i < plot->plottableCount(); ++i) {
        if (const auto *bars = qobject_cast<QCPBars *>(plot->plottable(i))) {
            for (const auto &bar : *bars->data()) {
                height = qFuzzyCompare(bar.key + 1, place + 1.0) ? std::max(height, bar.value) : height;
            }
        }
    }
    return height;
}

QString textOf(QCustomPlot *plot)
{
    QStringList texts;
    for (int i = 0; i < plot->itemCount(); ++i) {
        if (const auto *item = qobject_cast<QCPItemText *>(plot->item(i))) {
            texts.append(item->text());
        }
    }
    return texts.join(QLatin1Char('|'));
}

} // namespace

void TestPlots::aliveFollowsTheTrace()
{
    const Trace trace = test::handMadeTrace();
    Shown<AlivePlot> shown(trace);
    QCPGraph *kept = shown.plot.plot()->graph(1);
    QCOMPARE(kept->dataCount(), 4);
    QCOMPARE(kept->data()->at(0)->value, 12.0);
    for (int layer = 0; layer < 3; ++layer) {
        QCOMPARE(kept->data()->at(layer + 1)->value,
                 static_cast<double>(trace.layers[static_cast<std::size_t>(layer)].keptCount()));
    }
    QCPGraph *plain = shown.plot.plot()->graph(0);
    QCOMPARE(plain->pen().style(), Qt::DashLine);
    QCOMPARE(plain->data()->at(1)->value, 12.0);
}

void TestPlots::scoresFollowTheTrace()
{
    const Trace trace = test::handMadeTrace();
    Shown<ScorePlot> shown(trace);
    shown.plot.setMode(TokenMapModel::Mode::Pieces);
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        shown.source.selectLayer(l);
        const LayerTrace &layer = trace.layers[l];
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            const double ratio = static_cast<double>(layer.adjusted[i]) * static_cast<double>(layer.alive.size());
            QVERIFY(std::abs(heightAt(shown.plot.plot(), static_cast<int>(i)) - std::min(ratio, ScorePlot::tallest)) <
                    1e-5);
        }
        QCOMPARE(heightAt(shown.plot.plot(), static_cast<int>(layer.alive.size())), 0.0);
        QVERIFY(shown.plot.caption().contains(QStringLiteral("layer %1").arg(l + 1)));
        QVERIFY(textOf(shown.plot.plot()).contains(QStringLiteral("threshold")));
    }
}

void TestPlots::scoresFollowTheMode()
{
    Shown<ScorePlot> shown(test::handMadeTrace());
    shown.source.selectLayer(0);
    QVERIFY(heightAt(shown.plot.plot(), 9) > 0);
    QCOMPARE(heightAt(shown.plot.plot(), 10), 0.0); // ten words and specials
    shown.plot.setMode(TokenMapModel::Mode::Pieces);
    QVERIFY(heightAt(shown.plot.plot(), 11) > 0);
}

void TestPlots::longBarsAreCutAndNumbered()
{
    Shown<ScorePlot> shown(test::handMadeTrace());
    shown.source.selectLayer(2); // "fine" has 40 of 49 parts: 5.7 times the uniform level
    QVERIFY2(textOf(shown.plot.plot()).contains(QStringLiteral("5.7")), qPrintable(textOf(shown.plot.plot())));
}

void TestPlots::selectionIsShared()
{
    Shown<AlivePlot> alive(test::handMadeTrace());
    QTest::mouseClick(alive.plot.plot(), Qt::LeftButton, {}, alive.at(2, 5));
    QCOMPARE(alive.source.layer(), std::size_t(1));
    QTest::keyClick(&alive.plot, Qt::Key_Right);
    QCOMPARE(alive.source.layer(), std::size_t(2));
    QTest::keyClick(&alive.plot, Qt::Key_Right);
    QCOMPARE(alive.source.layer(), std::size_t(2));
    QVERIFY(textOf(alive.plot.plot()).contains(QStringLiteral("2 of 12")));

    Shown<ScorePlot> scores(test::handMadeTrace());
    QTest::mouseClick(scores.plot.plot(), Qt::LeftButton, {}, scores.at(3, 0.2));
    QCOMPARE(scores.source.piece(), std::optional<std::size_t>(3));
    QTest::keyClick(&scores.plot, Qt::Key_Left);
    QCOMPARE(scores.source.piece(), std::optional<std::size_t>(2));
    QTest::keyClick(&scores.plot, Qt::Key_Down);
    QCOMPARE(scores.source.layer(), std::size_t(1));
    // "A" is gone at layer 2, so from "truly" the step to the left goes to [CLS].
    QTest::keyClick(&scores.plot, Qt::Key_Left);
    QCOMPARE(scores.source.piece(), std::optional<std::size_t>(0));
}

void TestPlots::toolTipsHoldNumbers()
{
    Shown<AlivePlot> alive(test::handMadeTrace());
    QVERIFY(alive.plot.toolTipAt(alive.at(2, 6)).contains(QStringLiteral("7 of 12 tokens")));
    Shown<ScorePlot> scores(test::handMadeTrace());
    QVERIFY(scores.plot.toolTipAt(scores.at(3, 0.2)).contains(QStringLiteral("“fine”")));
    QVERIFY(scores.plot.toolTipAt({-5, -5}).isEmpty());
}

void TestPlots::followsThePalette()
{
    Shown<ScorePlot> shown(test::handMadeTrace());
    QPalette palette(QColor(40, 42, 48));
    palette.setColor(QPalette::Base, QColor(35, 38, 44));
    palette.setColor(QPalette::Text, QColor(230, 232, 236));
    shown.plot.setPalette(palette);
    QVERIFY(Palette(shown.plot.palette()).dark());
    const QImage image = shown.plot.grab().toImage();
    QCOMPARE(image.pixelColor(2, 2), QColor(35, 38, 44));
    QFont font = shown.plot.font();
    font.setPointSizeF(20);
    shown.plot.setFont(font);
    QVERIFY(shown.plot.plot()->xAxis->tickLabelFont().pointSizeF() > 16);
}

void TestPlots::showsWhereTheKeyboardIs()
{
    Shown<AlivePlot> shown(test::handMadeTrace());
    shown.plot.clearFocus();
    const auto edge = [&shown] {
        return shown.plot.grab().toImage().pixelColor(shown.plot.width() / 2, shown.plot.height() - 1);
    };
    const QColor without = edge();
    QFocusEvent in(QEvent::FocusIn), out(QEvent::FocusOut);
    QCoreApplication::sendEvent(&shown.plot, &in);
    QVERIFY(edge() != without);
    QCoreApplication::sendEvent(&shown.plot, &out);
    QCOMPARE(edge(), without);
}

void TestPlots::nothingToPlot()
{
    TraceSource source;
    AlivePlot alive(source);
    ScorePlot scores(source);
    for (TracePlot *plot : {static_cast<TracePlot *>(&alive), static_cast<TracePlot *>(&scores)}) {
        plot->resize(300, 100);
        (void)plot->grab();
        QVERIFY(plot->caption().isEmpty());
        QTest::keyClick(plot, Qt::Key_Right);
        QTest::mouseClick(plot->plot(), Qt::LeftButton, {}, {50, 50});
        source.setTrace(shared(Trace()));
        (void)plot->grab();
        source.setTrace(shared(test::handMadePlainTrace()));
        QVERIFY(plot->caption().contains(QStringLiteral("drops nothing")));
        plot->setBusy(true);
        source.setTrace(nullptr);
        plot->setBusy(false);
        plot->resize(0, 0);
        (void)plot->grab();
    }
}

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"

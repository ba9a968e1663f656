// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadesweep.h"
#include "widgets/plots/qcp.h"
#include "widgets/style/colourscheme.h"
#include "widgets/style/pointstyle.h"
#include "widgets/tradeoff/tradeofflegend.h"
#include "widgets/tradeoff/tradeoffplot.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

using namespace adaplens;

/// The points as marks, bars and front; and what mouse and keys do.
class TestTradeoffPlot : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TradeoffPlot> m_plot;
    std::shared_ptr<const Tradeoff> m_tradeoff;
    const NamedSweep m_measured{QStringLiteral("mine"), QStringLiteral("/a/sweep.json"),
                                std::make_shared<const Sweep>(test::handMadeSweep("/models"))};
    const NamedSweep m_published{QStringLiteral("published"), QStringLiteral("/p/sst-2.json"),
                                 std::make_shared<const Sweep>(test::handMadePublished())};

    void show(TradeoffChoices choices, std::vector<NamedSweep> sweeps)
    {
        choices.split = QStringLiteral("dev");
        m_tradeoff = std::make_shared<const Tradeoff>(tradeoffOf(std::move(sweeps), choices));
        m_plot->setTradeoff(m_tradeoff);
        m_plot->plot()->replot();
    }
    void show(const TradeoffChoices &choices = {}) { show(choices, {m_measured, m_published}); }
    [[nodiscard]] QCPAbstractPlottable *plottable(const QString &name, int number = 0) const
    {
        for (int i = 0; i < m_plot->plot()->plottableCount(); ++i) {
            if (m_plot->plot()->plottable(i)->name() == name && number-- == 0) {
                return m_plot->plot()->plottable(i);
            }
        }
        return nullptr;
    }
    [[nodiscard]] QCPGraph *graph(const QString &name) const { return qobject_cast<QCPGraph *>(plottable(name)); }
    [[nodiscard]] std::size_t placeOf(const std::string &id) const
    {
        std::size_t place = 0;
        while (m_tradeoff->at(place).id != id) {
            ++place;
        }
        return place;
    }
    static QList<QPointF> valuesOf(const QCPGraph *graph)
    {
        QList<QPointF> values;
        for (const QCPGraphData &data : *graph->data()) {
            values << QPointF(data.key, data.value);
        }
        return values;
    }

private Q_SLOTS:
    void init()
    {
        m_plot = std::make_unique<TradeoffPlot>();
        m_plot->resize(640, 420);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    }
    void cleanup() { m_plot.reset(); }

    void everyPointWithBothFiguresHasItsMark()
    {
        show();
        QCOMPARE(valuesOf(graph(TradeoffPlot::marksName(0, "adapler", false))),
                 (QList<QPointF>{{1.25, 0.895}, {1.5, 0.87}, {1.75, 0.88}}));
        QCOMPARE(valuesOf(graph(TradeoffPlot::marksName(0, "bert", false))), (QList<QPointF>{{1, 0.9}}));
        QCOMPARE(valuesOf(graph(TradeoffPlot::marksName(0, "random", false))), (QList<QPointF>{{1.75, 0.8}}));
        QVERIFY(!graph(TradeoffPlot::marksName(0, "power", false))); // it failed
        QVERIFY(!graph(TradeoffPlot::marksName(1, "top", true)));    // it lies on another axis
        for (const std::size_t i : {placeOf("adapler-1-dev"), placeOf("bert-dev")}) {
            QVERIFY(m_plot->plot()->axisRect()->rect().contains(m_plot->placeOf(i).toPoint()));
        }
        TradeoffChoices padded;
        padded.speed = SpeedAxis::FlopsPadded;
        show(padded);
        QCOMPARE(valuesOf(graph(TradeoffPlot::marksName(1, "top", true))), (QList<QPointF>{{4.66, 0.934}}));
        QCOMPARE(graph(TradeoffPlot::marksName(1, "top", true))->scatterStyle().brush().color(),
                 Palette(m_plot->palette()).card()); // hollow
        QCOMPARE(graph(TradeoffPlot::marksName(0, "adapler", false))->scatterStyle().brush().color(),
                 pointstyle::colour("adapler", Palette(m_plot->palette())));
    }

    void barsAreTheIntervals()
    {
        TradeoffChoices choices;
        choices.speed = SpeedAxis::Time;
        show(choices);
        const QString name = TradeoffPlot::marksName(0, "adapler", false);
        const auto *up = qobject_cast<QCPErrorBars *>(plottable(name + QStringLiteral("/bars")));
        const auto *across = qobject_cast<QCPErrorBars *>(plottable(name + QStringLiteral("/bars"), 1));
        QVERIFY(up && across);
        const QList<QPointF> marks = valuesOf(graph(name));
        for (int i = 0; i < marks.size(); ++i) { // bars go by place: they must be in the order of the marks
            const auto point = std::ranges::find_if(m_measured.sweep->points, [&](const SweepPoint &p) {
                return p.speedupTime && p.speedupTime->mean == marks[i].x() && p.split == "dev" && p.budgetOf.empty();
            });
            QCOMPARE(point->accuracy->mean, marks[i].y());
            QCOMPARE(up->data()->at(i).errorMinus, point->accuracy->mean - point->accuracy->low);
            QCOMPARE(up->data()->at(i).errorPlus, point->accuracy->high - point->accuracy->mean);
            QCOMPARE(across->data()->at(i).errorPlus, point->speedupTime->high - point->speedupTime->mean);
        }
        QVERIFY(!plottable(TradeoffPlot::marksName(1, "power", true) + QStringLiteral("/bars")));
        choices.intervals = false;
        show(choices);
        QVERIFY(!plottable(name + QStringLiteral("/bars")));
    }

    void theFrontIsDrawn()
    {
        show();
        const QCPGraph *front = graph(TradeoffPlot::frontName(0));
        QCOMPARE(valuesOf(front), (QList<QPointF>{{1, 0.9}, {1.25, 0.895}, {1.75, 0.88}}));
        QCOMPARE(front->lineStyle(), QCPGraph::lsStepRight);
        TradeoffChoices without;
        without.hidden = {QStringLiteral("bert")};
        show(without);
        QCOMPARE(valuesOf(graph(TradeoffPlot::frontName(0))), (QList<QPointF>{{1.25, 0.895}, {1.75, 0.88}}));
    }

    void aFurtherSweepIsPaler()
    {
        NamedSweep second = m_measured;
        second.path = QStringLiteral("/b/sweep.json");
        show({}, {m_measured, second});
        const auto filled = [this](std::size_t sweep) {
            return graph(TradeoffPlot::marksName(sweep, "adapler", false))->scatterStyle().brush().color();
        };
        QVERIFY(filled(0) != filled(1));
        QVERIFY(graph(TradeoffPlot::frontName(0))->pen().style() != graph(TradeoffPlot::frontName(1))->pen().style());
        QCOMPARE(valuesOf(graph(TradeoffPlot::frontName(1))).size(), 3);
    }

    void theMouseChoosesAndOpens()
    {
        show();
        QSignalSpy chosen(m_plot.get(), &TradeoffPlot::pointChosen), opened(m_plot.get(), &TradeoffPlot::pointOpened);
        const std::size_t wanted = placeOf("adapler-1-dev");
        const QPoint there = m_plot->placeOf(wanted).toPoint();
        QCOMPARE(m_plot->toolTipAt(there), tradeoff::toolTip(*m_tradeoff, wanted));
        QCOMPARE(m_plot->toolTipAt(m_plot->plot()->axisRect()->rect().topRight() - QPoint(3, -3)), QString());
        QTest::mouseClick(m_plot->plot(), Qt::LeftButton, {}, there);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<std::optional<std::size_t>>(), std::optional(wanted));
        QVERIFY(!graph(QStringLiteral("selected")));
        m_plot->select(wanted);
        QCOMPARE(valuesOf(graph(QStringLiteral("selected"))), (QList<QPointF>{{1.75, 0.88}}));
        m_plot->plot()->replot();
        QTest::mouseDClick(m_plot->plot(), Qt::LeftButton, {}, there);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].value<std::size_t>(), wanted);
        const auto before = chosen.count();
        QTest::mouseClick(m_plot->plot(), Qt::LeftButton, {},
                          m_plot->plot()->axisRect()->rect().topRight() - QPoint(3, -3)); // nothing is there
        QCOMPARE(chosen.count(), before);
    }

    void theKeysGoFromSlowToFast()
    {
        show();
        connect(m_plot.get(), &TradeoffPlot::pointChosen, m_plot.get(), &TradeoffPlot::select);
        QSignalSpy chosen(m_plot.get(), &TradeoffPlot::pointChosen), opened(m_plot.get(), &TradeoffPlot::pointOpened);
        const auto last = [&chosen] { return chosen.last()[0].value<std::optional<std::size_t>>(); };
        QTest::keyClick(m_plot.get(), Qt::Key_Return); // no point is selected
        QCOMPARE(opened.count(), 0);
        for (const char *id : {"bert-dev", "adapler-0.5-dev", "adapler-2-dev", "random-at-adapler-1-dev",
                               "adapler-1-dev", "adapler-1-dev"}) { // and stays at the end
            QTest::keyClick(m_plot.get(), Qt::Key_Right);
            QCOMPARE(last(), std::optional(placeOf(id)));
        }
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QCOMPARE(last(), std::optional(placeOf("random-at-adapler-1-dev")));
        QTest::keyClick(m_plot.get(), Qt::Key_Enter);
        QCOMPARE(opened.last()[0].value<std::size_t>(), placeOf("random-at-adapler-1-dev"));
        QTest::keyClick(m_plot.get(), Qt::Key_Escape);
        QVERIFY(!last());
    }

    void axesHaveRoundTicksAndRoomForTheBars()
    {
        show();
        QVERIFY(m_plot->plot()->yAxis->range().lower < 0.8 - 0.0211);
        QVERIFY(m_plot->plot()->yAxis->range().upper > 0.9 + 0.0211);
        QVERIFY(m_plot->plot()->xAxis->range().contains(1));
        const QVector<QString> all = m_plot->plot()->yAxis->tickVectorLabels();
        const std::set<QString> labels(all.begin(), all.end());
        QVERIFY(labels.size() >= 4);
        QCOMPARE(static_cast<qsizetype>(labels.size()), all.size()); // none twice
        QVERIFY(m_plot->plot()->xAxis->label().contains(QStringLiteral("FLOPs")));
    }

    void aSinglePointHasAxesToo()
    {
        Sweep one = *m_measured.sweep;
        one.points.resize(1);
        one.points[0].accuracy->resamples = 0;
        show({}, {{QStringLiteral("one"), QStringLiteral("/one"), std::make_shared<const Sweep>(one)}});
        QVERIFY(m_plot->plot()->yAxis->range().size() > 0.001);
        QVERIFY(m_plot->plot()->axisRect()->rect().contains(m_plot->placeOf(0).toPoint()));
    }

    void withoutPointsItSaysWhy()
    {
        show({}, {m_published}); // both points lie on other axes
        QCOMPARE(m_plot->plot()->plottableCount(), 0);
        const QImage empty = m_plot->grab().toImage();
        show();
        QVERIFY(m_plot->grab().toImage() != empty);
    }

    void theLegendNamesWhatIsDrawn()
    {
        TradeoffChoices choices;
        choices.speed = SpeedAxis::Time;
        show(choices);
        TradeoffLegend page(TradeoffLegend::Methods::Left), figure(TradeoffLegend::Methods::Named);
        page.setTradeoff(*m_tradeoff);
        figure.setTradeoff(*m_tradeoff);
        QCOMPARE(page.accessibleName(), QStringLiteral("Legend: Pareto front, 95\u202F% interval, published: other "
                                                       "people's hardware and backbone"));
        QCOMPARE(figure.accessibleName(),
                 QStringLiteral("Legend: AdapLeR, PoWER-BERT, BERT, Random tokens, Pareto front, 95\u202F% interval, "
                                "published: other people's hardware and backbone"));
        choices.intervals = choices.published = false;
        show(choices);
        page.setTradeoff(*m_tradeoff);
        QCOMPARE(page.accessibleName(), QStringLiteral("Legend: Pareto front"));
    }

    void followsThePalette()
    {
        show();
        const QString name = TradeoffPlot::marksName(0, "adapler", false);
        const QColor light = graph(name)->scatterStyle().pen().color();
        m_plot->setPalette(darkPalette());
        QCOMPARE(graph(name)->scatterStyle().pen().color(), pointstyle::colour("adapler", Palette(darkPalette())));
        QVERIFY(graph(name)->scatterStyle().pen().color() != light);
    }
};

QTEST_MAIN(TestTradeoffPlot)
#include "tst_tradeoffplot.moc"

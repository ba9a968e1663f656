// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadesweep.h"
#include "widgets/style/emphasis.h"
#include "widgets/tradeoff/pointmodel.h"
#include "widgets/tradeoff/sweepoffers.h"
#include "widgets/tradeoff/tradeoff.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <sstream>

using namespace adaplens;

/// Which points are shown, how they are worded, and that the table has the figures of the command line.
class TestTradeoff : public QObject {
    Q_OBJECT

private:
    const NamedSweep m_measured{QStringLiteral("mine"), QStringLiteral("/a/sweep.json"),
                                std::make_shared<const Sweep>(test::handMadeSweep("/models"))};
    const NamedSweep m_published{QStringLiteral("published"), QStringLiteral("/p/sst-2.json"),
                                 std::make_shared<const Sweep>(test::handMadePublished())};

    static TradeoffChoices dev()
    {
        TradeoffChoices choices;
        choices.split = QStringLiteral("dev");
        return choices;
    }
    [[nodiscard]] Tradeoff shown(const TradeoffChoices &choices) const
    {
        return tradeoffOf({m_measured, m_published}, choices);
    }
    static QStringList ids(const Tradeoff &tradeoff, bool frontOnly = false)
    {
        QStringList all;
        for (std::size_t i = 0; i < tradeoff.points.size(); ++i) {
            if (!frontOnly || tradeoff.points[i].front) {
                all << QString::fromStdString(tradeoff.at(i).id);
            }
        }
        return all;
    }
    static std::size_t placeOf(const Tradeoff &tradeoff, const char *id)
    {
        const auto at = ids(tradeoff).indexOf(QLatin1String(id));
        return at < 0 ? (qFatal("%s is not shown", id), 0) : static_cast<std::size_t>(at);
    }

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void choicesSayWhatIsShown()
    {
        const QStringList measured{
            QStringLiteral("bert-dev"),      QStringLiteral("adapler-0.5-dev"),         QStringLiteral("adapler-1-dev"),
            QStringLiteral("adapler-2-dev"), QStringLiteral("random-at-adapler-1-dev"), QStringLiteral("power-dev"),
            QStringLiteral("distil-dev")};
        const QStringList others{QStringLiteral("power-paper"), QStringLiteral("top-paper")};
        TradeoffChoices choices = dev();
        QCOMPARE(ids(shown(choices)), measured + others);
        choices.published = false;
        QCOMPARE(ids(shown(choices)), measured);
        choices.published = true;
        choices.split = QStringLiteral("test");
        QCOMPARE(ids(shown(choices)), QStringList{QStringLiteral("adapler-1-test")} + others);
        choices.hidden = {QStringLiteral("adapler"), QStringLiteral("power")};
        QCOMPARE(ids(shown(choices)), QStringList{QStringLiteral("top-paper")});
    }

    void dataSetsWithMostPointsComeFirst()
    {
        const auto named = [](const Sweep &whole, const char *data, std::size_t points) {
            auto sweep = std::make_shared<Sweep>(whole);
            sweep->data = data;
            sweep->points.resize(points);
            return NamedSweep{{}, {}, std::move(sweep)};
        };
        const Sweep published = test::handMadePublished(), measured = test::handMadeSweep("/models");
        const std::vector<NamedSweep> all{named(published, "A", 1), named(published, "B", 2), named(measured, "C", 1)};
        QStringList names;
        for (const auto &set : offers::dataSets(all)) {
            names << set.second;
        }
        QCOMPARE(names, (QStringList{QStringLiteral("C"), QStringLiteral("B"), QStringLiteral("A")}));
    }

    void theFrontIsOfWhatIsShownAndMeasured()
    {
        TradeoffChoices choices = dev();
        choices.speed = SpeedAxis::FlopsPadded; // a published point lies to the right of and above all
        QCOMPARE(ids(shown(choices), true), (QStringList{QStringLiteral("bert-dev"), QStringLiteral("adapler-0.5-dev"),
                                                         QStringLiteral("adapler-1-dev")}));
        choices.hidden = {QStringLiteral("adapler")};
        QCOMPARE(ids(shown(choices), true),
                 (QStringList{QStringLiteral("bert-dev"), QStringLiteral("random-at-adapler-1-dev")}));
    }

    void coordinatesAreThoseOfTheAxes()
    {
        TradeoffChoices choices = dev();
        const auto at = [&](const char *id) {
            const Tradeoff tradeoff = shown(choices);
            return tradeoff.points[placeOf(tradeoff, id)];
        };
        QCOMPARE(at("adapler-1-dev").speed, std::optional(1.75));
        QCOMPARE(at("adapler-1-dev").score, std::optional(0.88));
        QVERIFY(!at("top-paper").placed() && !at("power-paper").placed() && !at("distil-dev").placed());
        choices.speed = SpeedAxis::Time;
        choices.score = ScoreAxis::F1;
        QCOMPARE(at("adapler-1-dev").speed, std::optional(1.5625));
        QCOMPARE(at("adapler-1-dev").score, std::optional(0.88 - 0.05));
        choices.score = ScoreAxis::Accuracy;
        QVERIFY(at("power-paper").placed() && !at("top-paper").placed());
        choices.speed = SpeedAxis::FlopsPadded;
        QVERIFY(!at("power-paper").placed() && at("top-paper").placed());
    }

    void aPointIsFoundAgain()
    {
        TradeoffChoices choices = dev();
        const Tradeoff before = shown(choices);
        choices.hidden = {QStringLiteral("bert")};
        const Tradeoff after = shown(choices);
        QCOMPARE(after.find(before, placeOf(before, "adapler-1-dev")), std::optional(placeOf(after, "adapler-1-dev")));
        QVERIFY(!after.find(before, placeOf(before, "bert-dev")));
    }

    void namesOfADataSetAreAlike()
    {
        QCOMPARE(dataKey("SST-2"), dataKey("sst2"));
        QCOMPARE(dataKey("AG News"), QStringLiteral("agnews"));
        QVERIFY(dataKey("SST-2") != dataKey("SST-5"));
    }

    void hoverTellsAllOfAPoint()
    {
        const Tradeoff tradeoff = shown(dev());
        const QString tip = tradeoff::toolTip(tradeoff, placeOf(tradeoff, "adapler-1-dev"));
        for (const char *part : {"AdapLeR · eta scale 1 · seed 7", "accuracy 0.8800 [0.8589, 0.9011]",
                                 "-0.0200 [-0.0301, -0.0099] against the plain model", "F1 0.8300 [0.8000, 0.8600]",
                                 "dev, n = 872", "1.75\u202F× fewer FLOPs, texts at their own length",
                                 "3.50\u202F× fewer FLOPs, padded", "1.56\u202F× [1.50, 1.62] faster by the clock",
                                 "12.50 → 8.00 ms a text", "kept per layer: 11.6 3.7 of 25.2", "on the Pareto front",
                                 "/models/adapler", "2 threads", "batches of 32", "A processor"}) {
            QVERIFY2(tip.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + tip));
        }
        QVERIFY(!tradeoff::toolTip(tradeoff, placeOf(tradeoff, "adapler-2-dev")).contains(QLatin1String("front")));
        QVERIFY(tradeoff::toolTip(tradeoff, placeOf(tradeoff, "random-at-adapler-1-dev"))
                    .contains(QStringLiteral("as many tokens as AdapLeR · eta scale 1 · seed 7")));
        QVERIFY(tradeoff::toolTip(tradeoff, placeOf(tradeoff, "power-dev"))
                    .contains(QStringLiteral("failed: There is no file model.safetensors.")));
        const QString paper = tradeoff::toolTip(tradeoff, placeOf(tradeoff, "power-paper"));
        QVERIFY2(paper.contains(QStringLiteral("published, test: README of &lt;PoWER-BERT&gt;; BERT-base")),
                 qPrintable(paper));
        QVERIFY(paper.contains(QStringLiteral("accuracy 0.9210<br>"))); // no interval
        QVERIFY(!paper.contains(QStringLiteral("2 threads")));
    }

    void conditionsAreThoseOfWhatIsShown()
    {
        TradeoffChoices choices = dev();
        const QStringList lines = tradeoff::conditions(shown(choices));
        QCOMPARE(lines.size(), 1); // of published points the legend tells
        QCOMPARE(lines[0], QStringLiteral("SST-2 dev · n = 872 · 95\u202F% intervals by bootstrap, seed 3 · cpu · "
                                          "float32 · 2 threads · batches of 32 · A processor"));
        NamedSweep second = m_measured;
        second.name = QStringLiteral("yours");
        const QStringList both = tradeoff::conditions(tradeoffOf({m_measured, second, m_published}, choices));
        QCOMPARE(both.size(), 2);
        QCOMPARE(both[1], QStringLiteral("yours: ") + lines[0]);
    }

    /// Also where rounding is a matter of taste: 1.625 is "1.62" there.
    void figuresAreThoseOfTheCommandLine()
    {
        const auto tradeoff = std::make_shared<const Tradeoff>(tradeoffOf({m_measured}, dev()));
        PointModel model;
        QAbstractItemModelTester tester(&model);
        model.setTradeoff(tradeoff);
        QCOMPARE(model.rowCount(), 7);
        const QString markdown = QString::fromStdString(toMarkdown(shownOf(*tradeoff, 0)));
        const QStringList lines = markdown.split(QLatin1Char('\n'));
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QString head = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
                if (head == QLatin1String("ms a text")) {
                    continue; // the command line's table has none
                }
                QString text = model.index(row, column).data().toString();
                const QString detail = model.index(row, column).data(emphasis::DetailRole).toString();
                text += detail.isEmpty() ? QString() : QLatin1Char(' ') + detail;
                text.replace(QStringLiteral("\u202F×"), QStringLiteral("x"));
                const QString cell = QStringLiteral("| %1 |").arg(text);
                QVERIFY2(lines[row + 2].contains(cell), qPrintable(cell + u'\n' + lines[row + 2]));
            }
        }
        QVERIFY(markdown.contains(QStringLiteral("1.56x [1.50, 1.62]")));
    }

    void numbersAreOfTheUsersLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(tradeoff::number(0.875, 4), QStringLiteral("0,8750"));
        QCOMPARE(tradeoff::times(1.75), QStringLiteral("1,75\u202F×"));
        QCOMPARE(tradeoff::knob(m_measured.sweep->points[1]), QStringLiteral("eta scale 0,5"));
    }

    void theTableSaysWhatItShows()
    {
        PointModel model;
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.columnCount(), 0);
        const auto tradeoff = std::make_shared<const Tradeoff>(shown(dev()));
        model.setTradeoff(tradeoff);
        const auto columnOf = [&model](const char *title) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole) == QLatin1String(title)) {
                    return column;
                }
            }
            return -1;
        };
        const int accuracy = columnOf("Accuracy"), status = columnOf("Status");
        QVERIFY(accuracy > 0 && status > accuracy && columnOf("F1") > 0);
        QCOMPARE(columnOf("Sweep"), model.columnCount() - 1); // where there are two
        const QModelIndex best = model.index(2, accuracy);
        QCOMPARE(best.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Accuracy: 0.8800 [0.8589, 0.9011]"));
        QCOMPARE(best.data(PointModel::sortRole).toDouble(), 0.88);
        QCOMPARE(best.data(Qt::ToolTipRole).toString(), tradeoff::toolTip(*tradeoff, 2));
        QCOMPARE(model.index(2, 0).data(emphasis::PointRole).toString(), QStringLiteral("adapler"));
        QCOMPARE(model.index(2, 0).data(emphasis::Role).toInt(), static_cast<int>(emphasis::Bold));
        QCOMPARE(model.index(3, 0).data(emphasis::Role).toInt(), static_cast<int>(emphasis::Plain));
        QCOMPARE(model.index(5, status).data().toString(),
                 QStringLiteral("failed: There is no file model.safetensors."));
        QCOMPARE(model.index(5, status).data(emphasis::Role).toInt(), static_cast<int>(emphasis::Warning));
        QCOMPARE(model.index(6, status).data().toString(),
                 QStringLiteral("not run: No model of this method was named."));
        QCOMPARE(model.index(6, accuracy).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Accuracy: none"));
        QVERIFY(model.index(7, 0).data(emphasis::HollowRole).toBool());
        QVERIFY(!model.index(2, 0).data(emphasis::HollowRole).toBool());
        TradeoffChoices measuredOnly = dev();
        measuredOnly.hidden = {QStringLiteral("adapler")};
        model.setTradeoff(std::make_shared<const Tradeoff>(tradeoffOf({m_measured}, measuredOnly)));
        QCOMPARE(columnOf("Knob"), -1); // nothing stands there
        QCOMPARE(columnOf("Sweep"), -1);
    }
};

QTEST_MAIN(TestTradeoff)
#include "tst_tradeoff.moc"

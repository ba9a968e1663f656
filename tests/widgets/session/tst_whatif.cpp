// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gui/settled.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"
#include "widgets/session/whatif.h"

#include <QSignalSpy>
#include <QTest>

using adaplens::ForcedToken;
using adaplens::test::TinyModel;

/// A user's changes to a run: what they do to the session's trace, and the way back.
class TestWhatIf : public QObject {
    Q_OBJECT

private:
    /// A session that has read a text.
    struct Bench {
        explicit Bench(const TinyModel &model = {}, const std::vector<double> &thresholds = {},
                       const Dropping &dropping = {})
            : whatIf(session)
        {
            adaplens::test::writeTinyModel(folder.path() / "model", model);
            open(thresholds, dropping);
            read(QStringLiteral("a good film and not a very bad one"));
        }
        void open(const std::vector<double> &thresholds = {}, const Dropping &dropping = {})
        {
            QSignalSpy opened(&session, &Session::modelOpened);
            session.open(folder.path() / "model", adaplens::Precision::Float32, thresholds, dropping);
            QVERIFY(opened.wait());
        }
        void read(const QString &text)
        {
            session.setText(text, std::nullopt);
            settle();
        }
        void settle()
        {
            QTRY_VERIFY(session.trace() && !session.busy());
            session.background().finish();
        }
        [[nodiscard]] std::size_t kept() const
        {
            std::size_t count = 0;
            for (const adaplens::LayerTrace &layer : session.trace()->layers) {
                count += layer.keptCount();
            }
            return count;
        }
        [[nodiscard]] bool survives(std::uint32_t piece) const
        {
            const auto &left = session.trace()->survivors;
            return std::ranges::find(left, piece) != left.end();
        }
        /// A piece other than [CLS] that is left at the end, or that goes.
        [[nodiscard]] std::uint32_t pieceThat(bool isLeft) const
        {
            for (std::uint32_t piece = 1; piece < session.trace()->encoding.pieces.size(); ++piece) {
                if (survives(piece) == isLeft) {
                    return piece;
                }
            }
            return 0;
        }
        adaplens::test::TemporaryFolder folder;
        Session session{classifierLoader()};
        WhatIf whatIf;
    };

private Q_SLOTS:
    void wordsStayOrGoAsTheUserDecides()
    {
        Bench bench({.eta = 0.6F});
        const std::uint32_t gone = bench.pieceThat(false), left = bench.pieceThat(true);
        QVERIFY(gone != 0 && left != 0);
        QVERIFY(bench.whatIf.isPossible() && !bench.whatIf.isChanged());
        const auto before = bench.session.trace();
        QCOMPARE(bench.whatIf.unchanged(), before);

        const std::uint32_t both[] = {0, gone}; // [CLS] is left out
        bench.whatIf.force(both, 0, true);
        bench.settle();
        QVERIFY(bench.survives(gone));
        QCOMPARE(bench.whatIf.allForced(), std::vector({ForcedToken{gone, 0, true}}));
        QCOMPARE(bench.whatIf.unchanged()->survivors, before->survivors);
        const std::uint32_t one[] = {left};
        bench.whatIf.force(one, 1, false);
        bench.settle();
        QVERIFY(bench.survives(gone) && !bench.survives(left));
        QCOMPARE(bench.whatIf.forced(left)->fromLayer, std::size_t{1});

        bench.whatIf.release(both);
        bench.settle();
        QVERIFY(!bench.survives(left) && !bench.whatIf.forced(gone));
        bench.whatIf.steps().undo();
        bench.settle();
        QVERIFY(bench.survives(gone));
        bench.whatIf.reset();
        bench.settle();
        QCOMPARE(bench.session.trace()->survivors, before->survivors);
        QVERIFY(!bench.whatIf.isChanged());
        bench.whatIf.steps().undo();
        QVERIFY(bench.whatIf.isChanged());
    }

    void thresholdsAreHarsherOrGentler_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("AdapLeR") << QStringLiteral("adapler");
        QTest::newRow("PoWER-BERT") << QStringLiteral("power");
        QTest::newRow("TR-BERT") << QStringLiteral("trbert");
    }
    void thresholdsAreHarsherOrGentler()
    {
        QFETCH(const QString, rule);
        Bench bench({.layers = 4, .reduction = rule.toStdString(), .eta = 0.4F});
        QVERIFY(bench.whatIf.hasThresholds());
        const std::size_t usual = bench.kept();
        bench.whatIf.setScale(4);
        bench.settle();
        QVERIFY(bench.kept() < usual);
        bench.whatIf.setScale(0.25);
        bench.settle();
        QVERIFY(bench.kept() > usual);
        bench.whatIf.reset();
        bench.settle();
        QCOMPARE(bench.kept(), usual);

        // Those of TR-BERT's layers are one.
        QCOMPARE(bench.whatIf.hasLayerThresholds(), rule != QLatin1String("trbert"));
        bench.whatIf.setLayerScale(1, 4);
        bench.settle();
        QCOMPARE(bench.whatIf.layerScale(1), bench.whatIf.hasLayerThresholds() ? 4.0 : 1.0);
        QCOMPARE(bench.kept() < usual, bench.whatIf.hasLayerThresholds());
        const auto &now = *bench.session.trace(), &before = *bench.whatIf.unchanged();
        QCOMPARE(now.layers[0].threshold, before.layers[0].threshold);
        bench.whatIf.setLayerScale(1, 1);
        bench.whatIf.setLayerScale(99, 2); // no such layer
        QVERIFY(!bench.whatIf.isChanged());
    }

    void stepsOfOneSliderAreOneStep()
    {
        Bench bench;
        bench.whatIf.setScale(2);
        bench.whatIf.setScale(3);
        bench.whatIf.setLayerScale(0, 2);
        bench.whatIf.setLayerScale(0, 3);
        bench.whatIf.setLayerScale(1, 0.5);
        QCOMPARE(bench.whatIf.steps().count(), 3);
        bench.whatIf.steps().undo();
        bench.whatIf.steps().undo();
        QCOMPARE(bench.whatIf.scale(), 3.0);
        QCOMPARE(bench.whatIf.layerScale(0), 1.0);
        bench.whatIf.steps().redo();
        QCOMPARE(bench.whatIf.layerScale(0), 3.0);
        bench.whatIf.steps().undo();
        bench.whatIf.steps().undo();
        QVERIFY(!bench.whatIf.isChanged());
        bench.whatIf.setScale(2);
        bench.whatIf.setScale(1); // back where it began: no step
        QCOMPARE(bench.whatIf.steps().count(), 0);
    }

    void anotherTextForgetsTheWordsAnotherModelEverything()
    {
        Bench bench;
        const std::uint32_t one[] = {2};
        bench.whatIf.setScale(2);
        bench.whatIf.force(one, 0, true);
        bench.read(QStringLiteral("the plot is dull and the film is good"));
        QVERIFY(bench.whatIf.allForced().empty());
        QCOMPARE(bench.whatIf.scale(), 2.0);
        QCOMPARE(bench.whatIf.steps().count(), 0); // they speak of tokens that are no longer there
        // What the text would be without the change is run, too.
        QTRY_VERIFY(bench.whatIf.unchanged());
        QCOMPARE(bench.whatIf.unchanged()->text, bench.session.trace()->text);
        QVERIFY(bench.whatIf.unchanged()->layers[0].threshold < bench.session.trace()->layers[0].threshold);
        bench.open();
        QVERIFY(!bench.whatIf.isChanged());
        QCOMPARE(bench.whatIf.steps().count(), 0);
    }

    void changesComeOnTopOfChosenThresholds()
    {
        Bench bench({.twin = false, .eta = 0.8F}, {0.3, 0.3, 0.3});
        QVERIFY(!bench.whatIf.isChanged());
        const float chosen = bench.session.trace()->layers[0].threshold;
        bench.whatIf.setScale(2);
        bench.settle();
        QCOMPARE(bench.session.trace()->layers[0].threshold, 2 * chosen);
        bench.whatIf.reset();
        bench.settle();
        QCOMPARE(bench.session.trace()->layers[0].threshold, chosen);
        QCOMPARE(bench.session.thresholds(), std::vector({0.3, 0.3, 0.3}));
    }

    void whatDropsNothingByItselfCannotBeChanged()
    {
        Bench plain({.adaptive = false}), floor({}, {}, {.floor = "random"}), nothing({}, {}, {.nothing = true});
        for (Bench *bench : {&plain, &floor, &nothing}) {
            QVERIFY(!bench->whatIf.isPossible());
            const std::uint32_t one[] = {1};
            bench->whatIf.force(one, 0, true);
            bench->whatIf.setScale(2);
            QVERIFY(!bench->whatIf.isChanged());
        }
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"

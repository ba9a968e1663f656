// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/session/linkedselection.h"
#include "widgets/session/tracesource.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using adaplens::Trace;

/// One selection in two analyses, however their models cut the text and however many layers they have.
class TestLinkedSelection : public QObject {
    Q_OBJECT

private:
    static TraceSource::TracePointer shared(Trace trace) { return std::make_shared<const Trace>(std::move(trace)); }
    static QString selected(const TraceSource &source)
    {
        const auto piece = source.piece();
        return piece ? QString::fromStdString(source.trace()->encoding.pieces[*piece].text) : QString();
    }
    /// The same with only its first two layers, "unforgettable" as one piece.
    static Trace otherwiseCut()
    {
        Trace trace = adaplens::test::handMadePlainTrace();
        auto &pieces = trace.encoding.pieces;
        pieces[6].text = "unforgettable";
        pieces[6].source.end = pieces[8].source.end;
        trace.layers.resize(2);
        removePieces(trace, 7, 2);
        return trace;
    }
    /// The same text without the piece "film", as a window that does not hold it.
    static Trace withoutFilm()
    {
        Trace trace = adaplens::test::handMadePlainTrace();
        removePieces(trace, 4, 1);
        return trace;
    }
    static void removePieces(Trace &trace, std::ptrdiff_t first, std::ptrdiff_t count)
    {
        auto &pieces = trace.encoding.pieces;
        pieces.erase(pieces.begin() + first, pieces.begin() + first + count);
        for (adaplens::LayerTrace &layer : trace.layers) {
            layer.alive.resize(pieces.size());
            layer.raw.resize(pieces.size());
            layer.adjusted.resize(pieces.size());
            layer.kept.resize(pieces.size());
        }
        trace.survivors = trace.layers.back().alive;
    }
    /// The hand-made one with something before its text.
    static Trace edited()
    {
        Trace trace = adaplens::test::handMadeTrace();
        trace.text = "Oh: " + trace.text;
        for (adaplens::Piece &piece : trace.encoding.pieces) {
            if (!piece.special) {
                piece.source = {piece.source.begin + 4, piece.source.end + 4};
            }
        }
        return trace;
    }

private Q_SLOTS:
    void wordsAndLayersAreSelectedInBoth()
    {
        TraceSource first, second;
        const LinkedSelection link(first, second);
        first.setTrace(shared(adaplens::test::handMadeTrace()));
        second.setTrace(shared(otherwiseCut()));
        QCOMPARE(selected(second), QStringLiteral("fine"));
        first.select(1, 8); // ##table
        QCOMPARE(selected(second), QStringLiteral("unforgettable"));
        QCOMPARE(second.layer(), 1U);
        second.select(0, 1);
        QCOMPARE(selected(first), QStringLiteral("a"));
        QCOMPARE(first.layer(), 0U);
        second.selectPiece(6);
        QCOMPARE(selected(first), QStringLiteral("un"));
        second.selectPiece(0);
        QCOMPARE(selected(first), QStringLiteral("[CLS]"));
    }

    void aModelWithFewerLayersHoldsTheOtherOneBackInNothing()
    {
        TraceSource first, second;
        const LinkedSelection link(first, second);
        first.setTrace(shared(adaplens::test::handMadeTrace()));
        second.setTrace(shared(otherwiseCut()));
        first.selectLayer(2);
        QCOMPARE(second.layer(), 1U);
        second.setTrace(shared(otherwiseCut())); // analysed again
        QCOMPARE(first.layer(), 2U);
        second.selectPiece(2);
        QCOMPARE(first.layer(), 2U);
        second.stepLayer(-1);
        QCOMPARE(first.layer(), 0U);
    }

    void theFirstOneSaysWhereAnEditHasMovedTheWord()
    {
        TraceSource first, second;
        const LinkedSelection link(first, second);
        for (const bool firstArrivesFirst : {true, false}) {
            first.setTrace(shared(adaplens::test::handMadeTrace()));
            second.setTrace(shared(adaplens::test::handMadeTrace()));
            first.selectPiece(4);
            QCOMPARE(selected(second), QStringLiteral("film"));
            (firstArrivesFirst ? first : second).setTrace(shared(edited()));
            (firstArrivesFirst ? second : first).setTrace(shared(edited()));
            QCOMPARE(selected(first), QStringLiteral("film"));
            QCOMPARE(selected(second), QStringLiteral("film"));
        }
    }

    void whileTextsDifferEachHasAWordOfItsOwn()
    {
        TraceSource first, second;
        const LinkedSelection link(first, second);
        first.setTrace(shared(adaplens::test::handMadeTrace()));
        second.setTrace(shared(adaplens::test::handMadeTrace()));
        first.select(1, 4);
        first.setTrace(shared(edited()));
        QCOMPARE(selected(second), QStringLiteral("film")); // in the old text
        second.select(0, 1);
        QCOMPARE(selected(second), QStringLiteral("a"));
        QCOMPARE(selected(first), QStringLiteral("film"));
        QCOMPARE(first.layer(), 0U); // layers mean the same in both
        second.setTrace(shared(edited()));
        QCOMPARE(selected(second), QStringLiteral("film"));
    }

    void aWordThatOnlyTheSecondOneHadGoesWithItsTrace()
    {
        for (const bool closed : {true, false}) {
            TraceSource first, second;
            const LinkedSelection link(first, second);
            first.setTrace(shared(withoutFilm()));
            second.setTrace(shared(adaplens::test::handMadePlainTrace()));
            const QString before = selected(first);
            QVERIFY(!before.isEmpty());
            second.selectPiece(4);
            QCOMPARE(selected(second), QStringLiteral("film"));
            QCOMPARE(selected(first), QString());
            second.setTrace(closed ? nullptr : shared(withoutFilm()));
            QCOMPARE(selected(first), before);
            QCOMPARE(selected(second), closed ? QString() : before);
        }
    }

    void whateverHappensNoWordIsSelectedThatNeitherHas()
    {
        const std::vector<TraceSource::TracePointer> traces{shared(adaplens::test::handMadeTrace()),
                                                            shared(otherwiseCut()), shared(withoutFilm()),
                                                            shared(edited()), nullptr};
        TraceSource first, second;
        const LinkedSelection link(first, second);
        std::mt19937 random(4);
        int onlyInSecond = 0;
        for (int i = 0; i < 3000; ++i) {
            TraceSource &source = random() % 2 == 0 ? first : second;
            const auto pieces = source.trace() ? source.trace()->encoding.pieces.size() : 0;
            if (pieces == 0 || random() % 3 == 0) {
                source.setTrace(traces[random() % traces.size()]);
            } else if (random() % 20 == 0) {
                source.selectPiece(std::nullopt);
            } else {
                source.select(random() % 3, random() % pieces);
            }
            QVERIFY2(!first.trace() || !first.place() || first.piece() || second.piece(),
                     qPrintable(QString::number(i)));
            onlyInSecond += first.trace() && first.place() && !first.piece() ? 1 : 0;
        }
        QVERIFY(onlyInSecond > 0);
    }

    void nothingSelectedStaysSo()
    {
        TraceSource first, second;
        const LinkedSelection link(first, second);
        first.setTrace(shared(adaplens::test::handMadeTrace()));
        first.selectPiece(std::nullopt);
        second.setTrace(shared(adaplens::test::handMadeTrace()));
        QVERIFY(!first.place());
        QVERIFY(!second.place());
    }

    void selectingWhatIsSelectedSaysNothing()
    {
        TraceSource first, second;
        const LinkedSelection link(first, second);
        first.setTrace(shared(adaplens::test::handMadeTrace()));
        second.setTrace(shared(adaplens::test::handMadeTrace()));
        QSignalSpy ofFirst(&first, &TraceSource::selectionChanged), ofSecond(&second, &TraceSource::selectionChanged);
        second.select(2, 5);
        QCOMPARE(ofFirst.size(), 1);
        QCOMPARE(ofSecond.size(), 1);
        first.select(2, 5);
        QCOMPARE(ofFirst.size() + ofSecond.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLinkedSelection)

#include "tst_linkedselection.moc"

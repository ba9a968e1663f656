// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/costview.h"
#include "widgets/controls/buttons.h"
#include "widgets/inspect/inputview.h"
#include "widgets/controls/label.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/controls/textinput.h"
#include "widgets/trace/windowswitcher.h"
#include "widgets/inspect/wordview.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using adaplens::Trace;

/// The panels beside the map: what they say is what the trace says.
class TestSidePanels : public QObject {
    Q_OBJECT

private:
    static std::shared_ptr<const Trace> shared(Trace trace) { return std::make_shared<const Trace>(std::move(trace)); }

    static QStringList texts(const QWidget &widget)
    {
        QStringList all;
        for (const Label *label : widget.findChildren<Label *>()) {
            all << label->text();
        }
        return all;
    }

private Q_SLOTS:

    void theVerdictSaysWhenDroppingChangesTheAnswer()
    {
        TraceSource source;
        PredictionView view(source);
        QVERIFY(view.verdict().isEmpty());
        Trace trace = adaplens::test::handMadeTrace();
        trace.plain.label = trace.reduced.label;
        source.setTrace(shared(trace));
        QVERIFY(!view.changed());
        QVERIFY(view.verdict().startsWith(QStringLiteral("same answer")));
        trace.plain.label = 1 - trace.reduced.label;
        source.setTrace(shared(trace));
        QVERIFY(view.changed());
        QVERIFY(view.verdict().contains(QStringLiteral("changes the answer")));
        QVERIFY(view.verdict().contains(QString::fromStdString(trace.labels[0])));
        QVERIFY(view.verdict().contains(QString::fromStdString(trace.labels[1])));
        source.setTrace(shared(adaplens::test::handMadePlainTrace()));
        QVERIFY(!view.changed());
        QVERIFY(view.verdict().contains(QStringLiteral("drops nothing")));
    }

    void theSourceOfThePlainFigureIsNamed()
    {
        TraceSource source;
        PredictionView view(source);
        Trace trace = adaplens::test::handMadeTrace();
        trace.plainModel = "twin";
        source.setTrace(shared(trace));
        QVERIFY(view.source().contains(QStringLiteral("twin")));
        trace.plainModel = "same weights";
        source.setTrace(shared(trace));
        QVERIFY(view.source().contains(QStringLiteral("same weights")));
    }

    void theCostIsWrittenBothWays()
    {
        TraceSource source;
        CostView view(source);
        Trace trace = adaplens::test::handMadeTrace();
        trace.cost = {
            .flopsPlain = 3.6e8, .flopsReduced = 1.8e8, .msPlain = 6.0, .msReduced = 7.5, .runs = 1, .threads = 2};
        source.setTrace(shared(trace));
        QCOMPARE(view.conditions(), QStringLiteral("2 threads · one run"));
        const QStringList shown = texts(view);
        QVERIFY(shown.contains(QStringLiteral("2.0×")));
        QVERIFY(shown.contains(QStringLiteral("fewer operations")));
        QVERIFY(shown.contains(QStringLiteral("0.36 → 0.18 GFLOP, exact")));
        // Slower is said as such, not as a speed-up below one.
        QVERIFY(shown.contains(QStringLiteral("more time")));
        QVERIFY(shown.contains(QStringLiteral("6.0 → 7.5 ms")));
        trace.cost.msReduced = 6.1; // a ratio shown as 1.0 is neither less nor more
        source.setTrace(shared(trace));
        QVERIFY(texts(view).contains(QStringLiteral("as much time")));
        trace.cost.runs = 10;
        source.setTrace(shared(trace));
        QCOMPARE(view.conditions(), QStringLiteral("2 threads · median of 10"));
        trace.cost.runs = 0;
        source.setTrace(shared(trace));
        QVERIFY(texts(view).contains(QStringLiteral("not measured")));
    }

    void aWordIsFollowedThroughTheLayers()
    {
        TraceSource source;
        WordView view(source);
        QVERIFY(view.word().isEmpty());
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        QCOMPARE(view.word(), QStringLiteral("“fine”")); // the strongest
        source.selectPiece(4);                           // "film", which layer 2 drops
        QCOMPARE(view.word(), QStringLiteral("“film”"));
        QCOMPARE(view.fateAt(0), QStringLiteral("kept"));
        QCOMPARE(view.fateAt(1), QStringLiteral("dropped"));
        QCOMPARE(view.fateAt(2), QStringLiteral("gone"));
        source.selectPiece(8); // "##table" of "unforgettable"
        QCOMPARE(view.word(), QStringLiteral("“unforgettable”"));
        QCOMPARE(view.fateAt(1), QStringLiteral("partly"));
        source.selectPiece(std::nullopt);
        QVERIFY(view.word().isEmpty());
    }

    void arrowKeysInTheWordMoveTheLayer()
    {
        TraceSource source;
        WordView view(source);
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        source.select(0, 3);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(source.layer(), std::size_t{1});
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(source.layer(), std::size_t{0});
        view.resize(view.sizeHint());
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(10, view.height() * 5 / 6));
        QCOMPARE(source.layer(), std::size_t{2});
    }

    void theStatusLineCounts()
    {
        TraceSource source;
        InputView view(source);
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        QVERIFY2(view.status().startsWith(QStringLiteral("live · 12 pieces, 1 unknown, none cut off")),
                 qPrintable(view.status()));
        QVERIFY(view.warning().isEmpty());
        Trace trace = adaplens::test::handMadeTrace();
        trace.windows = 3;
        trace.window = 1;
        source.setTrace(shared(trace));
        QVERIFY(view.status().contains(QStringLiteral("part 2 of 3")));
        source.setTrace(nullptr);
        QVERIFY(!view.status().contains(QStringLiteral("pieces")));
    }

    void aPastedTextIsClippedWithoutCuttingACharacter()
    {
        TextInput input{QString()};
        QSignalSpy clipped(&input, &TextInput::clipped);
        const QString longText = QString(TextInput::longest - 1, QLatin1Char('x')) + QStringLiteral("\U0001F600 tail");
        input.replaceText(longText);
        QCOMPARE(clipped.count(), 1);
        QCOMPARE(clipped.first().at(0).toLongLong(), longText.size());
        QCOMPARE(input.toPlainText().size(), TextInput::longest - 1); // half an emoji is none
        input.replaceText(QStringLiteral("short"));
        QCOMPARE(clipped.count(), 1);
        input.undo();
        QCOMPARE(input.toPlainText().size(), TextInput::longest - 1);
    }

    void theSwitcherShowsOnlyWhereThereAreParts()
    {
        QWidget parent;
        WindowSwitcher switcher(&parent);
        QVERIFY(switcher.isHidden());
        switcher.setWindow(0, 3);
        QVERIFY(!switcher.isHidden());
        QSignalSpy chosen(&switcher, &WindowSwitcher::windowChosen);
        switcher.previousButton()->click();
        QCOMPARE(chosen.count(), 0);
        switcher.nextButton()->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::size_t>(), std::size_t{1});
    }
};

QTEST_MAIN(TestSidePanels)
#include "tst_sidepanels.moc"

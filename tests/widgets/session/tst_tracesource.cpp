// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyser.h"
#include "tests/support/handmadetrace.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/wordview.h"
#include "widgets/session/session.h"

#include <QSignalSpy>
#include <QTest>

using adaplens::Trace;
using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

/// A source holds a trace and what is selected in it; views follow one source and know of no other.
class TestTraceSource : public QObject {
    Q_OBJECT

private:
    static TraceSource::TracePointer shared(Trace trace) { return std::make_shared<const Trace>(std::move(trace)); }
    static QString selected(const TraceSource &source)
    {
        const auto piece = source.piece();
        return piece ? QString::fromStdString(source.trace()->encoding.pieces[*piece].text) : QString();
    }

private Q_SLOTS:
    void theStrongestWordIsSelectedFirst()
    {
        TraceSource source;
        QVERIFY(!source.piece());
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        QCOMPARE(selected(source), QStringLiteral("fine"));
        source.setTrace(nullptr);
        QVERIFY(!source.place());
    }

    void viewsKnowTheTraceBeforeTheyHearOfItsSelection()
    {
        TraceSource source;
        QStringList heard;
        connect(&source, &TraceSource::analysed, this, [&] { heard << QStringLiteral("trace"); });
        connect(&source, &TraceSource::selectionChanged, this, [&] { heard << selected(source); });
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        QCOMPARE(heard, QStringList({QStringLiteral("trace"), QStringLiteral("fine")}));
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        QCOMPARE(heard.size(), 3); // the selection is as it was
    }

    void theSelectionMovesAlongWithAnEdit()
    {
        Session session(fakeLoader(std::make_shared<FakeLog>()));
        session.open("model");
        const auto analyse = [&session](const QString &text) {
            session.setText(text, std::nullopt);
            QTRY_VERIFY(session.trace() && QString::fromStdString(session.trace()->text) == text);
        };
        analyse(QStringLiteral("good film dull film"));
        session.selectPiece(4); // the second "film"
        analyse(QStringLiteral("one good film dull film"));
        QCOMPARE(session.piece(), std::optional<std::size_t>(5));
        analyse(QStringLiteral("one good film dull book"));
        QVERIFY(session.piece() && selected(session) != QStringLiteral("book")); // another word was chosen
    }

    void layersStayWithinTheTrace()
    {
        TraceSource source;
        source.stepLayer(1);
        QCOMPARE(source.layer(), std::size_t{0});
        source.setTrace(shared(adaplens::test::handMadeTrace()));
        for (int i = 0; i < 5; ++i) {
            source.stepLayer(1);
        }
        QCOMPARE(source.layer(), std::size_t{2});
        source.stepLayer(-9);
        QCOMPARE(source.layer(), std::size_t{0});
    }

    void aTraceIsOutdatedOnlyAfterAWhile()
    {
        TraceSource source;
        QSignalSpy outdated(&source, &TraceSource::outdatedChanged);
        source.setBusy(true);
        source.setBusy(false); // a quick answer does not flicker
        QVERIFY(outdated.isEmpty());
        source.setBusy(true);
        QVERIFY(!source.outdated());
        QTRY_VERIFY(source.outdated());
        source.setBusy(false);
        QVERIFY(!source.outdated());
        QCOMPARE(outdated.count(), 2);
    }

    void twoSourcesSideBySideKeepApart()
    {
        const auto log = std::make_shared<FakeLog>();
        Session left(fakeLoader(log)), right(fakeLoader(log));
        TokenMapView leftMap(left), rightMap(right);
        WordView leftWord(left), rightWord(right);
        left.open("adaptive");
        right.open("plain");
        left.setText(QStringLiteral("a gorgeous film"), std::nullopt);
        right.setText(QStringLiteral("two words"), std::nullopt);
        QTRY_VERIFY(left.trace() && right.trace());
        QCOMPARE(leftMap.model().columnCount(), 5);
        QCOMPARE(rightMap.model().columnCount(), 4);
        right.select(2, 1);
        QCOMPARE(rightWord.word(), QStringLiteral("“two”"));
        QCOMPARE(leftWord.word(), QStringLiteral("“gorgeous”"));
        QVERIFY(rightMap.cellState(2, 1).selected);
        QVERIFY(!leftMap.cellState(2, 1).selected);
        right.setText(QStringLiteral("slow words"), std::nullopt);
        QTRY_VERIFY(rightMap.isDimmed());
        QVERIFY(!leftMap.isDimmed());
        // The place that is selected on the left means the same in the other's trace of the same text.
        right.setText(QStringLiteral("a gorgeous film"), std::nullopt);
        QTRY_VERIFY(!right.busy());
        left.selectPiece(3);
        right.selectPlace(left.place());
        QCOMPARE(rightWord.word(), QStringLiteral("“film”"));
    }
};

QTEST_MAIN(TestTraceSource)
#include "tst_tracesource.moc"

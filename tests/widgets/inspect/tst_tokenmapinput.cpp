// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyser.h"
#include "tests/support/handmadetrace.h"
#include "widgets/controls/layouts.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokenmapcontrols.h"
#include "widgets/session/session.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QWheelEvent>

using namespace adaplens;
using Mode = TokenMapModel::Mode;

/// Keyboard, mouse, zoom and switches of the token map.
class TestTokenMapInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyboardMovesTheSelection();
    void mouseSelects();
    void toolTipsNameWhatIsUnderThem();
    void sharesTheSelection();
    void aTextFromRightToLeftIsMirrored();
    void zoomsAndFits();
    void revealsTheSelection();
    void controlsChangeTheView();
};

namespace {

std::shared_ptr<const Trace> shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

/// A point of a row's head, at the side where the text begins.
QPoint rowHeadPoint(const TokenMapView &view, int layer)
{
    return {view.isRightToLeft() ? view.viewport()->width() - 40 : 40, view.cellRect(layer, 0).center().y()};
}

/// A point of a column's label, half a line up along its slant.
QPoint labelPoint(const TokenMapView &view, int column)
{
    const QRect cell = view.cellRect(-1, column);
    return {cell.center().x() + (view.isRightToLeft() ? -8 : 8), cell.top() - 7};
}

QImage imageOf(TokenMapView &view)
{
    return view.viewport()->grab().toImage();
}

} // namespace

void TestTokenMapInput::keyboardMovesTheSelection()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::handMadeTrace()));
    source.select(0, std::nullopt);
    view.resize(900, 600);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(source.piece(), std::optional<std::size_t>(0));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(source.piece(), std::optional<std::size_t>(1));
    QCOMPARE(source.layer(), std::size_t(1));
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(source.piece(), std::optional<std::size_t>(11));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(source.piece(), std::optional<std::size_t>(11));
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(source.layer(), std::size_t(2));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(source.layer(), std::size_t(2));
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(source.layer(), std::size_t(0));
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(source.layer(), std::size_t(0));
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(source.piece(), std::optional<std::size_t>(0));
    QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("[CLS], layer 1")));
    // In words mode the three pieces of "unforgettable" are one step.
    source.selectPiece(5);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(source.piece(), std::optional<std::size_t>(6));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(source.piece(), std::optional<std::size_t>(9));
}

void TestTokenMapInput::mouseSelects()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::handMadeTrace()));
    view.resize(900, 600);
    QSignalSpy changed(&source, &TraceSource::selectionChanged);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(1, 4).center());
    QCOMPARE(source.layer(), std::size_t(1));
    QCOMPARE(source.piece(), std::optional<std::size_t>(4));
    QCOMPARE(changed.count(), 1);
    // The row's head selects the layer, the prediction's cell and the label select the word.
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, rowHeadPoint(view, 2));
    QCOMPARE(source.layer(), std::size_t(2));
    QCOMPARE(source.piece(), std::optional<std::size_t>(4));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(3, 3).center());
    QCOMPARE(source.layer(), std::size_t(2));
    QCOMPARE(source.piece(), std::optional<std::size_t>(3));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, labelPoint(view, 2));
    QCOMPARE(source.piece(), std::optional<std::size_t>(2));
}

void TestTokenMapInput::toolTipsNameWhatIsUnderThem()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::handMadeTrace()));
    view.resize(900, 600);
    view.show();
    QVERIFY(view.toolTipAt(view.cellRect(1, 4).center()).contains(QStringLiteral("“film” · entering layer 2")));
    QVERIFY(view.toolTipAt(rowHeadPoint(view, 1)).contains(QStringLiteral("Layer 2")));
    QVERIFY(view.toolTipAt(view.cellRect(3, 3).center()).contains(QStringLiteral("reaches the prediction")));
    QVERIFY(view.toolTipAt(QPoint(view.width() / 2, view.height() - 8))
                .contains(QStringLiteral("δ"))); // with its threshold
    // Hovering marks the cell: its edge changes.
    const QRect cell = view.cellRect(0, 3);
    const QImage before = imageOf(view).copy(cell);
    QTest::mouseMove(view.viewport(), cell.center());
    QApplication::processEvents();
    QVERIFY(imageOf(view).copy(cell) != before);
}

void TestTokenMapInput::sharesTheSelection()
{
    TraceSource source;
    source.setTrace(shared(test::handMadeTrace()));
    TokenMapView first(source), second(source);
    for (TokenMapView *view : {&first, &second}) {
        view->resize(900, 600);
    }
    second.setMode(Mode::Pieces);
    QTest::mouseClick(first.viewport(), Qt::LeftButton, {}, first.cellRect(2, 3).center());
    QVERIFY(second.cellState(2, 3).selected);
    source.select(0, 7); // "##forget"
    QVERIFY(first.cellState(0, first.model().columnOf(7)).selected);
    QVERIFY(second.cellState(0, 7).selected);
    QVERIFY(!second.cellState(1, 7).selected);
    // A selection beyond the trace's layers is shown at the last.
    source.selectLayer(40);
    QVERIFY(second.cellState(2, 7).selected);
}

void TestTokenMapInput::aTextFromRightToLeftIsMirrored()
{
    Session session(test::fakeLoader(std::make_shared<test::FakeLog>()));
    session.open("model");
    TokenMapView view(session);
    view.resize(900, 600);
    view.show();
    session.setText(QStringLiteral("סרט טוב מאוד"), std::nullopt);
    QTRY_VERIFY(session.trace());
    session.select(0, 1);
    // The first word stands to the right of the second; the heads of the rows are beyond it.
    QVERIFY(view.cellRect(0, 1).left() > view.cellRect(0, 2).right());
    QVERIFY(rowHeadPoint(view, 1).x() > view.cellRect(0, 0).right());
    QVERIFY(view.viewport()->rect().contains(view.cellRect(2, 4)));
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(session.piece(), std::optional<std::size_t>(2));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(session.piece(), std::optional<std::size_t>(1));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(2, 3).center());
    QCOMPARE(session.piece(), std::optional<std::size_t>(3));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, rowHeadPoint(view, 1));
    QCOMPARE(session.layer(), std::size_t{1});
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, labelPoint(view, 2));
    QCOMPARE(session.piece(), std::optional<std::size_t>(2));
    QVERIFY(view.toolTipAt(view.cellRect(0, 1).center()).contains(QStringLiteral("סרט")));
    // Another text is from left to right again.
    session.setText(QStringLiteral("a good film"), std::nullopt);
    QTRY_VERIFY(view.cellRect(0, 1).right() < view.cellRect(0, 2).left());
    // A long one can be scrolled to its end.
    session.setText(QStringLiteral("סרט ").repeated(60), std::nullopt);
    QTRY_COMPARE(view.model().columnCount(), 62);
    session.select(2, 61);
    QVERIFY(view.viewport()->rect().contains(view.cellRect(2, 61)));
    session.select(0, 1);
    QVERIFY(view.viewport()->rect().contains(view.cellRect(0, 1)));
}

void TestTokenMapInput::zoomsAndFits()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::longTrace(512, 12)));
    view.resize(900, 600);
    view.show();
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
    const int before = view.cellRect(0, 0).width();
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.cellRect(0, 0).width() > before);
    QTest::keyClick(&view, Qt::Key_Minus);
    QCOMPARE(view.cellRect(0, 0).width(), before);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QVERIFY(view.cellRect(0, 511).right() < view.viewport()->width());
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.cellRect(0, 0).width(), before);
    // The column under the pointer stays under it.
    const QPoint pointer = view.cellRect(0, 12).center();
    QWheelEvent wheel(pointer, view.viewport()->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
    QVERIFY(view.cellRect(0, 0).width() > before);
    QVERIFY(view.cellRect(0, 12).adjusted(-2, 0, 2, 0).contains(pointer));
}

void TestTokenMapInput::revealsTheSelection()
{
    TraceSource source;
    TokenMapView view(source);
    source.setTrace(shared(test::longTrace(512, 12)));
    view.resize(700, 320);
    view.show();
    source.select(11, 500);
    QVERIFY(view.viewport()->rect().contains(view.cellRect(11, 500)));
    source.select(0, 3);
    QVERIFY(view.viewport()->rect().contains(view.cellRect(0, 3)));
}

void TestTokenMapInput::controlsChangeTheView()
{
    TraceSource source;
    TokenMapView view(source);
    ScorePlot scores(source);
    source.setTrace(shared(test::handMadeTrace()));
    const auto controls = std::make_unique<QWidget>();
    auto *columns = tokenMapColumns({&view}, &scores);
    auto *colours = tokenMapColours({&view});
    rowIn(controls.get(), 0, {columns, colours});
    QCOMPARE(columns->count(), 2);
    controls->show();
    QTest::mouseClick(columns, Qt::LeftButton, {}, columns->tabRect(1).center());
    QCOMPARE(view.mode(), Mode::Pieces);
    QCOMPARE(view.model().columnCount(), 12);
    QCOMPARE(scores.mode(), Mode::Pieces);
    columns->setCurrentIndex(0);
    QCOMPARE(view.mode(), Mode::Words);
    colours->setCurrentIndex(1);
    QCOMPARE(view.colourScale(), ColourScale::Absolute);
    colours->setCurrentIndex(0);
    QCOMPARE(view.colourScale(), ColourScale::Relative);
    QVERIFY(view.caption().contains(QStringLiteral("uniform")));
}

QTEST_MAIN(TestTokenMapInput)
#include "tst_tokenmapinput.moc"

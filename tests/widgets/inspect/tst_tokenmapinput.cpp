// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/session/selection.h"
#include "widgets/controls/buttons.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokenmapcontrols.h"

#include <QAbstractButton>
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
    void zoomsAndFits();
    void revealsTheSelection();
    void controlsFollowTheView();
};

namespace {

std::shared_ptr<const Trace> shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

QImage imageOf(TokenMapView &view)
{
    return view.viewport()->grab().toImage();
}

} // namespace

void TestTokenMapInput::keyboardMovesTheSelection()
{
    TokenMapView view;
    Selection selection;
    view.setSelection(&selection);
    view.setTrace(shared(test::handMadeTrace()));
    view.resize(900, 600);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(0));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(1));
    QCOMPARE(selection.layer(), std::size_t(1));
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(11));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(11));
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(selection.layer(), std::size_t(2));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(selection.layer(), std::size_t(2));
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(selection.layer(), std::size_t(0));
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(selection.layer(), std::size_t(0));
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(0));
    QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("[CLS], layer 1")));
    // In words mode the three pieces of "unforgettable" are one step.
    selection.setPiece(5);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(6));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(selection.piece(), std::optional<std::size_t>(9));
}

void TestTokenMapInput::mouseSelects()
{
    TokenMapView view;
    Selection selection;
    view.setSelection(&selection);
    view.setTrace(shared(test::handMadeTrace()));
    view.resize(900, 600);
    QSignalSpy changed(&selection, &Selection::changed);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(1, 4).center());
    QCOMPARE(selection.layer(), std::size_t(1));
    QCOMPARE(selection.piece(), std::optional<std::size_t>(4));
    QCOMPARE(changed.count(), 1);
    // The row's head selects the layer, the prediction's cell and the label select the word.
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {20, view.cellRect(2, 0).center().y()});
    QCOMPARE(selection.layer(), std::size_t(2));
    QCOMPARE(selection.piece(), std::optional<std::size_t>(4));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(3, 3).center());
    QCOMPARE(selection.layer(), std::size_t(2));
    QCOMPARE(selection.piece(), std::optional<std::size_t>(3));
    const QRect top = view.cellRect(-1, 2);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {top.center().x() + 12, top.top() - 8});
    QCOMPARE(selection.piece(), std::optional<std::size_t>(2));
}

void TestTokenMapInput::toolTipsNameWhatIsUnderThem()
{
    TokenMapView view;
    view.setTrace(shared(test::handMadeTrace()));
    view.resize(900, 600);
    view.show();
    QVERIFY(view.toolTipAt(view.cellRect(1, 4).center()).contains(QStringLiteral("“film” · entering layer 2")));
    QVERIFY(view.toolTipAt(QPoint(20, view.cellRect(1, 0).center().y())).contains(QStringLiteral("Layer 2")));
    QVERIFY(view.toolTipAt(view.cellRect(3, 3).center()).contains(QStringLiteral("reaches the prediction")));
    QVERIFY(view.toolTipAt(QPoint(890, 590)).contains(QStringLiteral("δ"))); // the legend, with its threshold
    // Hovering marks the cell: its edge changes.
    const QRect cell = view.cellRect(0, 3);
    const QImage before = imageOf(view).copy(cell);
    QTest::mouseMove(view.viewport(), cell.center());
    QApplication::processEvents();
    QVERIFY(imageOf(view).copy(cell) != before);
}

void TestTokenMapInput::sharesTheSelection()
{
    TokenMapView first, second;
    Selection selection;
    for (TokenMapView *view : {&first, &second}) {
        view->setSelection(&selection);
        view->setTrace(shared(test::handMadeTrace()));
        view->resize(900, 600);
    }
    second.setMode(Mode::Pieces);
    QTest::mouseClick(first.viewport(), Qt::LeftButton, {}, first.cellRect(2, 3).center());
    QVERIFY(second.cellState(2, 3).selected);
    selection.set(0, 7); // "##forget"
    QVERIFY(first.cellState(0, first.model().columnOf(7)).selected);
    QVERIFY(second.cellState(0, 7).selected);
    QVERIFY(!second.cellState(1, 7).selected);
    // A selection beyond the trace's layers is shown at the last.
    selection.setLayer(40);
    QVERIFY(second.cellState(2, 7).selected);
}

void TestTokenMapInput::zoomsAndFits()
{
    TokenMapView view;
    view.setTrace(shared(test::longTrace(512, 12)));
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
    TokenMapView view;
    Selection selection;
    view.setSelection(&selection);
    view.setTrace(shared(test::longTrace(512, 12)));
    view.resize(700, 320);
    view.show();
    selection.set(11, 500);
    QVERIFY(view.viewport()->rect().contains(view.cellRect(11, 500)));
    selection.set(0, 3);
    QVERIFY(view.viewport()->rect().contains(view.cellRect(0, 3)));
}

void TestTokenMapInput::controlsFollowTheView()
{
    TokenMapView view;
    view.setTrace(shared(test::handMadeTrace()));
    TokenMapControls controls(&view);
    auto *columns = controls.findChild<QTabBar *>(QStringLiteral("columns"));
    auto *colours = controls.findChild<QTabBar *>(QStringLiteral("colours"));
    QVERIFY(columns && colours);
    QCOMPARE(columns->count(), 2);
    controls.show();
    QTest::mouseClick(columns, Qt::LeftButton, {}, columns->tabRect(1).center());
    QCOMPARE(view.mode(), Mode::Pieces);
    QCOMPARE(view.model().columnCount(), 12);
    view.setMode(Mode::Words);
    QCOMPARE(columns->currentIndex(), 0);
    colours->setCurrentIndex(1);
    QCOMPARE(view.colourScale(), ColourScale::Absolute);
    view.setColourScale(ColourScale::Relative);
    QCOMPARE(colours->currentIndex(), 0);
    QVERIFY(view.caption().contains(QStringLiteral("uniform")));
}

QTEST_MAIN(TestTokenMapInput)
#include "tst_tokenmapinput.moc"

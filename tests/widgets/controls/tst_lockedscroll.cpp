// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/lockedscroll.h"

#include <QScrollBar>
#include <QTest>

/// Two scroll bars as one.
class TestLockedScroll : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eitherMovesBoth()
    {
        QScrollBar first, second;
        lockScrolling(&first, &second);
        first.setRange(0, 200);
        second.setRange(0, 200);
        first.setValue(70);
        QCOMPARE(second.value(), 70);
        second.setValue(133);
        QCOMPARE(first.value(), 133);
        second.setRange(0, 100); // wider, say
        QCOMPARE(first.value(), 133);
        QCOMPARE(second.value(), 67);
        first.setValue(200);
        QCOMPARE(second.value(), 100);
        second.setValue(31);
        QCOMPARE(first.value(), 62);
    }

    void whatShrinksMovesNothingElse()
    {
        QScrollBar first, second;
        lockScrolling(&first, &second);
        first.setRange(0, 200);
        second.setRange(0, 200);
        first.setValue(150);
        second.setRange(0, 0); // it has nothing to show for a moment
        QCOMPARE(first.value(), 150);
        second.setRange(0, 200);
        QCOMPARE(second.value(), 150);
        first.setRange(0, 0);
        first.setRange(0, 200);
        QCOMPARE(first.value(), 0);
    }
};

QTEST_MAIN(TestLockedScroll)

#include "tst_lockedscroll.moc"

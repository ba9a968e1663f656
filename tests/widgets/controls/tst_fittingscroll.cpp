// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/fittingscroll.h"

#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

/// Content that scrolls where there is too little height.
class TestFittingScroll : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aScrollBarCoversNothing_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void aScrollBarCoversNothing()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        auto *content = new QWidget;
        auto *layout = new QVBoxLayout(content);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *block = new QWidget;
        block->setFixedSize(200, 400);
        layout->addWidget(block);
        FittingScroll scroll(content);
        scroll.setLayoutDirection(direction);
        scroll.resize(scroll.minimumSizeHint().width(), 100);
        scroll.show();
        QVERIFY(QTest::qWaitForWindowExposed(&scroll));
        QVERIFY(scroll.verticalScrollBar()->isVisible());
        QVERIFY2(scroll.viewport()->width() >= 200, qPrintable(QString::number(scroll.viewport()->width())));
        QCOMPARE(content->width(), scroll.viewport()->width());
        const QRect bar(scroll.verticalScrollBar()->mapTo(&scroll, QPoint()), scroll.verticalScrollBar()->size());
        const QRect view = scroll.viewport()->geometry();
        const int gap = direction == Qt::LeftToRight ? bar.left() - view.right() : view.left() - bar.right();
        QVERIFY2(gap >= 8, qPrintable(QString::number(gap)));
        scroll.resize(scroll.width(), 400); // all of it is seen
        QTRY_VERIFY(!scroll.verticalScrollBar()->isVisible());
        QCOMPARE(scroll.viewport()->width(), scroll.width());
    }
};

QTEST_MAIN(TestFittingScroll)
#include "tst_fittingscroll.moc"

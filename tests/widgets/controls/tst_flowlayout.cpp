// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/flowlayout.h"

#include <QTest>
#include <QWidget>

/// Rows of controls that wrap like words.
class TestFlowLayout : public QObject {
    Q_OBJECT

private:
    static QWidget *box(int width, QSizePolicy::Policy policy = QSizePolicy::Fixed)
    {
        auto *widget = new QWidget;
        widget->setMinimumSize(width, 20);
        widget->setSizePolicy(policy, QSizePolicy::Fixed);
        return widget;
    }

private Q_SLOTS:
    void wrapsAndIsMirrored_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void wrapsAndIsMirrored()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QWidget row;
        row.setLayoutDirection(direction);
        auto *layout = new FlowLayout(10, &row);
        QList<QWidget *> boxes;
        for (int i = 0; i < 3; ++i) {
            boxes.append(box(50));
            layout->addWidget(boxes.last());
        }
        QCOMPARE(layout->heightForWidth(170), 20);
        QCOMPARE(layout->heightForWidth(169), 50);
        row.resize(120, 60);
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        const auto start = [&](const QWidget *widget) {
            return direction == Qt::LeftToRight ? widget->x() : row.width() - widget->geometry().right() - 1;
        };
        QCOMPARE(start(boxes[0]), 0);
        QCOMPARE(start(boxes[1]), 60);
        QCOMPARE(boxes[1]->y(), boxes[0]->y());
        QCOMPARE(start(boxes[2]), 0);
        QCOMPARE(boxes[2]->y(), boxes[0]->y() + 30);
    }

    void oneThatExpandsTakesWhatItsLineLeaves()
    {
        QWidget row;
        auto *layout = new FlowLayout(10, &row);
        QWidget *wide = box(40, QSizePolicy::Expanding), *fixed = box(50);
        layout->addWidget(wide);
        layout->addWidget(fixed);
        row.resize(200, 20);
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QCOMPARE(wide->width(), 140);
        QCOMPARE(fixed->x(), 150);
    }
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"

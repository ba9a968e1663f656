// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/popover.h"
#include "widgets/style/zoom.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

namespace {

QString paragraphs(int count)
{
    return QStringLiteral("<p>What the colours of the cells mean, and how they are computed.</p>").repeated(count);
}

} // namespace

/// The small windows that explain.
class TestPopover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsHighAsItsText()
    {
        QPushButton anchor;
        anchor.show();
        Popover *brief = Popover::explain(&anchor, paragraphs(1));
        Popover *longer = Popover::explain(&anchor, paragraphs(6));
        QVERIFY2(longer->height() > brief->height() * 2,
                 qPrintable(QStringLiteral("%1, %2").arg(longer->height()).arg(brief->height())));
        for (const Popover *popover : {brief, longer}) {
            QCOMPARE(popover->browser()->verticalScrollBar()->maximum(), 0);
            QVERIFY(popover->screen()->availableGeometry().contains(popover->geometry()));
        }
    }

    void scrollsWhereTheScreenIsTooSmall_data()
    {
        QTest::addColumn<QPoint>("place");
        QTest::newRow("at the top") << QPoint(0, 0);
        QTest::newRow("in the middle") << QPoint(300, 300);
        QTest::newRow("in the corner") << QPoint(780, 780);
    }
    void scrollsWhereTheScreenIsTooSmall()
    {
        QFETCH(QPoint, place);
        Zoom zoom;
        zoom.set(300);
        QPushButton anchor;
        anchor.move(place);
        anchor.show();
        Popover *popover = Popover::explain(&anchor, paragraphs(30));
        QVERIFY(QTest::qWaitForWindowExposed(popover));
        QVERIFY(popover->screen()->availableGeometry().contains(popover->geometry()));
        const QScrollBar *bar = popover->browser()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(popover->browser()->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(popover->focusWidget(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(popover->focusWidget(), Qt::Key_PageDown);
        QVERIFY(bar->value() > 0);
    }

    void keysCloseIt_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Escape") << static_cast<int>(Qt::Key_Escape);
        QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
    }
    void keysCloseIt()
    {
        QFETCH(int, key);
        QPushButton anchor;
        anchor.show();
        Popover *popover = Popover::explain(&anchor, paragraphs(1));
        QTest::keyClick(popover->focusWidget(), static_cast<Qt::Key>(key));
        QVERIFY(!popover->isVisible());
    }
};

QTEST_MAIN(TestPopover)
#include "tst_popover.moc"

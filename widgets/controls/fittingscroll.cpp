// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/fittingscroll.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace {

constexpr int gap = 8; // to a scroll bar beside the content

} // namespace

FittingScroll::FittingScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    setWidget(content);
    // The card behind shows through.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    verticalScrollBar()->installEventFilter(this);
}

void FittingScroll::setNarrow()
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    updateGeometry();
}

QSize FittingScroll::sizeHint() const
{
    const QSize hint = widget()->sizeHint();
    // Wrapped text knows its height only for a width.
    return widget()->hasHeightForWidth() ? QSize(hint.width(), widget()->heightForWidth(width())) : hint;
}

QSize FittingScroll::minimumSizeHint() const
{
    const int few = fontMetrics().height() * 3;
    const int least = widget()->minimumSizeHint().width();
    const bool narrow = horizontalScrollBarPolicy() == Qt::ScrollBarAsNeeded;
    const int besideBar = least + gap + verticalScrollBar()->sizeHint().width(); // nothing is cut off when it comes
    return {narrow ? std::min(least, fontMetrics().averageCharWidth() * 16) : besideBar,
            std::min(few, sizeHint().height())};
}

bool FittingScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    if (watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        const int beside = event->type() == QEvent::Show ? gap : 0;
        setViewportMargins(isRightToLeft() ? beside : 0, 0, isRightToLeft() ? 0 : beside, 0);
    }
    return QScrollArea::eventFilter(watched, event);
}

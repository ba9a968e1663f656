// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/fittingscroll.h"

#include <QEvent>

#include <algorithm>

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
    return {narrow ? std::min(least, fontMetrics().averageCharWidth() * 16) : least,
            std::min(few, sizeHint().height())};
}

bool FittingScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/whereroom.h"

#include <QEvent>

#include <algorithm>

WhereRoom::WhereRoom(QWidget *control, QWidget *parent) : QWidget(parent), m_control(control)
{
    control->setParent(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    settle();
}

QSize WhereRoom::sizeHint() const
{
    return m_control->sizeHint();
}

QSize WhereRoom::minimumSizeHint() const
{
    return {0, m_control->minimumSizeHint().height()};
}

void WhereRoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settle();
}

bool WhereRoom::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        updateGeometry();
        settle();
    }
    return QWidget::event(event);
}

void WhereRoom::settle()
{
    const QSize wanted = m_control->sizeHint();
    m_control->setGeometry(std::max(0, width() - wanted.width()), (height() - wanted.height()) / 2, wanted.width(),
                           wanted.height());
    m_control->setVisible(width() >= wanted.width());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/relativefont.h"

#include <QApplication>
#include <QEvent>

RelativeFont::RelativeFont(QWidget *widget) : QObject(widget), m_widget(widget)
{
    widget->installEventFilter(this);
    adopt();
}

void RelativeFont::set(double factor, bool bold)
{
    m_factor = factor;
    m_bold = bold;
    apply();
}

void RelativeFont::adopt()
{
    if (m_parent) {
        m_parent->removeEventFilter(this);
    }
    m_parent = m_widget->parentWidget();
    if (m_parent) {
        m_parent->installEventFilter(this);
    }
    apply();
}

void RelativeFont::apply()
{
    QFont font = m_parent ? m_parent->font() : QApplication::font();
    font.setPointSizeF(font.pointSizeF() * m_factor);
    font.setBold(m_bold);
    if (font != m_widget->font()) {
        m_widget->setFont(font);
    }
}

bool RelativeFont::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_widget && event->type() == QEvent::ParentChange) {
        adopt();
    } else if (watched == m_parent && event->type() == QEvent::FontChange) {
        apply();
    }
    return QObject::eventFilter(watched, event);
}

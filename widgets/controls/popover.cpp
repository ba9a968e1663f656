// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/popover.h"

#include "widgets/style/palette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

Popover::Popover(QWidget *anchor, const QString &html)
    : QFrame(anchor, Qt::Popup | Qt::FramelessWindowHint), m_text(new QLabel(html, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Explanation"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 58);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(m_text);
}

Popover *Popover::show(QWidget *anchor, const QString &html)
{
    auto *popover = new Popover(anchor, html);
    popover->adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    const QPoint below = anchor->mapToGlobal(QPoint(anchor->width() - popover->width(), anchor->height() + 4));
    const QPoint above = anchor->mapToGlobal(QPoint(anchor->width() - popover->width(), -popover->height() - 4));
    QPoint at = below.y() + popover->height() <= screen.bottom() ? below : above;
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - popover->width())));
    at.setY(std::max(at.y(), screen.top()));
    popover->move(at);
    popover->QWidget::show();
    popover->setFocus();
    return popover;
}

QString Popover::text() const
{
    return m_text->text();
}

void Popover::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.card());
    painter.setPen(colours.line());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

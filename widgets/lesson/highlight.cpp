// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/highlight.h"

#include "widgets/style/palette.h"

#include <QPainter>

namespace {

constexpr int followMilliseconds = 100; // panels move without telling
constexpr int margin = 4;

} // namespace

Highlight::Highlight(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("lessonHighlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setInterval(followMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Highlight::follow);
    hide();
}

void Highlight::point(QWidget *at)
{
    m_target = at;
    if (at != nullptr) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
    follow();
}

void Highlight::follow()
{
    if (m_target == nullptr || !m_target->isVisible() || m_target->window() != window()) {
        hide();
        return;
    }
    // Of what is scrolled away only the part that is to be seen.
    QRect place = m_target->rect();
    for (const QWidget *at = m_target; at != window(); at = at->parentWidget()) {
        place = place.translated(at->pos()) & at->parentWidget()->rect();
    }
    setVisible(!place.isEmpty());
    setGeometry(place.adjusted(-margin, -margin, margin, margin) & parentWidget()->rect());
    raise();
}

void Highlight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Palette(palette()).above(), 3));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 8, 8);
}

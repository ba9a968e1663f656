// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/progressline.h"

#include "widgets/style/palette.h"

#include <QEvent>
#include <QPainter>

#include <chrono>
#include <cmath>

using namespace std::chrono_literals;

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedHeight(3);
    setAccessibleName(tr("Working"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    m_step.setInterval(33ms);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_position = 0;
        setGeometry(0, 0, parentWidget()->width(), height());
        raise();
        QWidget::show();
        m_step.start();
        Q_EMIT shown(true);
    });
    connect(&m_step, &QTimer::timeout, this, [this] {
        m_position = std::fmod(m_position + 0.02, 1.0);
        update();
    });
    parent->installEventFilter(this);
    hide();
}

void ProgressLine::setBusy(bool busy)
{
    if (!busy) {
        m_delay.stop();
        if (m_step.isActive()) {
            m_step.stop();
            hide();
            Q_EMIT shown(false);
        }
    } else if (!m_step.isActive() && !m_delay.isActive()) {
        m_delay.start();
    }
}

bool ProgressLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        setGeometry(0, 0, parentWidget()->width(), height());
    }
    return QWidget::eventFilter(watched, event);
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.accentSoft());
    const double part = width() * 0.25;
    painter.fillRect(QRectF(m_position * (width() + part) - part, 0, part, height()), colours.accent());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/progressline.h"

#include <QEvent>

#include <chrono>

using namespace std::chrono_literals;

ProgressLine::ProgressLine(QWidget *parent) : QProgressBar(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setRange(0, 0); // no end is known
    setTextVisible(false);
    setFixedHeight(3);
    setAccessibleName(tr("Working"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    m_step.setInterval(33ms);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        setGeometry(0, 0, parentWidget()->width(), height());
        raise();
        show();
        m_step.start();
        Q_EMIT shown(true);
    });
    connect(&m_step, &QTimer::timeout, this, qOverload<>(&QWidget::update)); // the style moves it by the clock
    parent->installEventFilter(this);
    hide();
}

void ProgressLine::setBusy(bool busy)
{
    if (busy == (m_step.isActive() || m_delay.isActive())) {
        return;
    }
    if (busy) {
        m_delay.start();
    } else {
        m_delay.stop();
        m_step.stop();
        if (!isHidden()) {
            hide();
            Q_EMIT shown(false);
        }
    }
}

bool ProgressLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        setGeometry(0, 0, parentWidget()->width(), height());
    }
    return QProgressBar::eventFilter(watched, event);
}

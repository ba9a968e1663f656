// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/messagebar.h"

#include "widgets/style/palette.h"
#include "widgets/controls/flatbutton.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_text(new QLabel), m_close(new FlatButton(QStringLiteral("✕"), FlatButton::Look::Bare))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 6, 12, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::show(Kind kind, const QString &message)
{
    m_kind = kind;
    m_text->setText(message);
    setVisible(true);
    update();
    if (kind == Kind::Done) {
        m_timer.start(static_cast<int>(m_stay.count()), this);
    } else {
        m_timer.stop();
    }
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss()
{
    m_timer.stop();
    m_text->clear();
    hide();
}

QString MessageBar::message() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    const bool error = m_kind == Kind::Error;
    painter.fillRect(rect(), error ? colours.warningSoft() : colours.accentSoft());
    painter.fillRect(QRect(0, 0, 5, height()), error ? colours.warning() : colours.accent());
}

void MessageBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId() && !underMouse() && !isAncestorOf(QApplication::focusWidget())) {
        dismiss();
    }
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

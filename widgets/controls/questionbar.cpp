// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/questionbar.h"

#include "widgets/style/palette.h"
#include "widgets/controls/flatbutton.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

QuestionBar::QuestionBar(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_text(new QLabel)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins(18, 6, 12, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
    hide();
}

void QuestionBar::ask(const QString &question, const Answers &answers)
{
    withdraw();
    m_text->setText(question);
    for (const auto &[text, act] : answers) {
        auto *button = new FlatButton(text);
        connect(button, &QToolButton::clicked, this, [this, act = act] {
            const auto chosen = act; // the button goes before its answer is done
            withdraw();
            chosen();
        });
        m_row->addWidget(button);
        m_buttons.push_back(button);
    }
    show();
    if (!m_buttons.empty()) {
        m_buttons.front()->setFocus();
    }
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void QuestionBar::withdraw()
{
    for (QWidget *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_text->clear();
    hide();
}

QString QuestionBar::question() const
{
    return m_text->text();
}

void QuestionBar::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.warningSoft());
    painter.drawRoundedRect(rect(), 8, 8);
}

void QuestionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        withdraw();
        return;
    }
    QWidget::keyPressEvent(event);
}

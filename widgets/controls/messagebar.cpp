// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/messagebar.h"

#include "widgets/style/palette.h"
#include "widgets/controls/buttons.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_text(new QLabel),
      m_close(bareButton(QStringLiteral("✕"), "dismissButton"))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    new QShortcut(Qt::Key_Escape, this, this, &MessageBar::dismiss, Qt::WidgetWithChildrenShortcut);
    setStay(std::chrono::seconds(6));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!underMouse() && !isAncestorOf(QApplication::focusWidget())) {
            dismiss();
        }
    });
    m_row->setContentsMargins(24, 6, 12, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString &message)
{
    dismiss();
    m_kind = kind;
    m_text->setText(message);
    show();
    update();
    if (kind == Kind::Done) {
        m_timer.start();
    }
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::ask(const QString &question, const Answers &answers)
{
    showMessage(Kind::Question, question);
    addAnswers(answers);
    if (!m_answers.empty()) {
        m_answers.front()->setFocus();
    }
}

void MessageBar::offer(const QString &note, const Answers &answers)
{
    showMessage(Kind::Note, note);
    addAnswers(answers);
}

void MessageBar::addAnswers(const Answers &answers)
{
    for (const auto &[text, act] : answers) {
        QToolButton *button = textButton(text);
        button->setObjectName(QStringLiteral("answer%1").arg(m_answers.size()));
        connect(button, &QToolButton::clicked, this, [this, act = act] {
            const auto chosen = act; // the button goes before its answer is done
            dismiss();
            chosen();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        button->show();
        m_answers.push_back(button);
    }
}

void MessageBar::dismiss()
{
    for (QWidget *button : std::exchange(m_answers, {})) {
        button->hide();
        button->deleteLater();
    }
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
    const bool warns = m_kind == Kind::Error || m_kind == Kind::Question;
    painter.fillRect(rect(), warns ? colours.warningSoft() : colours.accentSoft());
    painter.fillRect(QRect(0, 0, 5, height()), warns ? colours.warning() : colours.accent());
}

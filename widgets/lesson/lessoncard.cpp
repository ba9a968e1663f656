// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/lessoncard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace {

/// In lines of about so many letters.
QString wrapped(const QString &text)
{
    constexpr qsizetype longest = 56;
    QString lines, line;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (!line.isEmpty() && line.size() + word.size() >= longest) {
            lines += line + QLatin1Char('\n');
            line.clear();
        }
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines + line;
}

} // namespace

LessonCard::LessonCard(QWidget *parent)
    : QWidget(parent),
      m_progress(new Label(Label::Kind::Caption)),
      m_title(new Label(Label::Kind::Title)),
      m_text(new Label(Label::Kind::Body)),
      m_task(new Label(Label::Kind::Body)),
      m_reply(new Label(Label::Kind::Body)),
      m_answers(new QWidget),
      m_answerList(new QVBoxLayout(m_answers)),
      m_back(textButton(tr("Back"), "lessonBack")),
      m_leave(textButton(tr("Leave the lesson"), "lessonLeave")),
      m_next(primaryButton(tr("Next")))
{
    setObjectName(QStringLiteral("lesson"));
    setAccessibleName(tr("Lesson"));
    m_next->setObjectName(QStringLiteral("lessonNext"));
    for (Label *label : {m_text, m_task, m_reply}) {
        label->setWordWrap(true);
    }
    m_answerList->setContentsMargins(0, 0, 0, 0);
    auto *head = rowIn(nullptr, 10, {m_title, m_progress});
    head->addStretch();
    auto *said = columnIn(nullptr, 6, {head, m_text, m_task, m_answers, m_reply});
    said->addStretch();
    auto *ways = columnIn(nullptr, 6, {m_next, m_back, m_leave});
    ways->addStretch();
    rowIn(this, 18, {{said, 1}, ways})->setContentsMargins(24, 12, 24, 16);
    connect(m_next, &QPushButton::clicked, this, &LessonCard::next);
    connect(m_back, &QToolButton::clicked, this, &LessonCard::back);
    connect(m_leave, &QToolButton::clicked, this, &LessonCard::left);
}

void LessonCard::showStep(const Lesson &lesson, std::size_t number)
{
    m_step = lesson.steps.at(number - 1);
    m_last = number == lesson.steps.size();
    m_done = m_step.goal.kind == LessonGoal::Kind::Next && !m_step.question;
    m_progress->setText(tr("%1 · step %2 of %3").arg(lesson.title).arg(number).arg(lesson.steps.size()));
    m_title->setText(m_step.title);
    m_text->setText(m_step.text);
    m_task->setKind(Label::Kind::Body);
    m_task->setText(tr("→ %1").arg(m_step.task));
    m_task->setVisible(!m_step.task.isEmpty());
    m_reply->hide();
    m_back->setEnabled(number > 1);
    showQuestion();
    showWayOn();
    setAccessibleDescription(m_step.title + QLatin1Char('\n') + m_step.text + QLatin1Char('\n') + m_step.task);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void LessonCard::showQuestion()
{
    delete m_choices;
    m_choices = nullptr;
    while (QLayoutItem *item = m_answerList->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({}); // it goes a little later, and the next one has its name
        item->widget()->deleteLater();
        delete item;
    }
    m_answers->setVisible(m_step.question.has_value());
    if (!m_step.question) {
        return;
    }
    auto *question = new Label(Label::Kind::Title, m_step.question->question);
    question->setWordWrap(true);
    m_answerList->addWidget(question);
    m_choices = new QButtonGroup(this);
    for (int i = 0; i < m_step.question->answers.size(); ++i) {
        // "&" is no shortcut here, and a radio button breaks no lines by itself.
        auto *choice =
            new QRadioButton(wrapped(m_step.question->answers[i]).replace(QLatin1Char('&'), QLatin1String("&&")));
        choice->setObjectName(QStringLiteral("lessonAnswer%1").arg(i + 1));
        choice->setAccessibleName(m_step.question->answers[i]);
        m_choices->addButton(choice, i);
        m_answerList->addWidget(choice);
    }
    connect(m_choices, &QButtonGroup::idClicked, this, &LessonCard::answer);
}

int LessonCard::chosenAnswer() const
{
    return m_choices != nullptr ? m_choices->checkedId() : -1;
}

void LessonCard::answer(int chosen)
{
    const LessonQuestion &question = *m_step.question;
    const bool right = chosen == question.right;
    m_reply->setKind(right ? Label::Kind::Good : Label::Kind::Warning);
    m_reply->setText((right ? tr("Right. %1") : tr("Not quite. %1")).arg(question.explanation).trimmed());
    m_reply->show();
    Q_EMIT answered(chosen, right);
    if (right) {
        setDone();
    }
}

void LessonCard::setDone()
{
    if (m_done) {
        return;
    }
    m_done = true;
    if (!m_step.task.isEmpty()) {
        m_task->setKind(Label::Kind::Good);
        m_task->setText(tr("✓ %1").arg(m_step.task));
    }
    showWayOn();
}

void LessonCard::showWayOn()
{
    m_next->setText(m_last ? tr("Finish") : m_done ? tr("Next") : tr("Skip"));
}

void LessonCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCard(painter, rect().adjusted(8, 2, -8, -6), palette());
}

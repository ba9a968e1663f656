// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/lesson/lesson.h"

#include <QWidget>

class Label;
class QButtonGroup;
class QPushButton;
class QToolButton;
class QVBoxLayout;

/// The step of a lesson: what it says, what is to be done and whether it is, a question, and the ways on.
class LessonCard : public QWidget {
    Q_OBJECT

public:
    explicit LessonCard(QWidget *parent = nullptr);

    /// `number` from 1.
    void showStep(const Lesson &lesson, std::size_t number);
    /// The student has done what the step asks for.
    void setDone();
    [[nodiscard]] bool isDone() const { return m_done; }
    /// Of the present step; -1 = none yet.
    [[nodiscard]] int chosenAnswer() const;

Q_SIGNALS:
    void back();
    void next();
    void left();
    void answered(int answer, bool right);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showQuestion();
    void answer(int chosen);
    void showWayOn();

    LessonStep m_step;
    bool m_done = false, m_last = false;
    Label *m_progress, *m_title, *m_text, *m_task, *m_reply;
    QWidget *m_answers;
    QVBoxLayout *m_answerList;
    QButtonGroup *m_choices = nullptr;
    QToolButton *m_back, *m_leave;
    QPushButton *m_next;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/lesson/lesson.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <optional>

class Highlight;
class LessonCard;
class MainWindow;

/// Takes a student through a lesson on the real window: shows what each step asks for, frames what it speaks of, and sees
/// when it is done.
class LessonRunner : public QObject {
    Q_OBJECT

public:
    /// The card is shown while there is a lesson. Both must outlive it.
    LessonRunner(MainWindow &window, LessonCard &card);
    ~LessonRunner() override;

    void begin(const Lesson &lesson);
    void leave();
    [[nodiscard]] bool isOn() const { return m_lesson.has_value(); }
    [[nodiscard]] const std::optional<Lesson> &lesson() const { return m_lesson; }
    /// From 0.
    [[nodiscard]] std::size_t step() const { return m_step; }

Q_SIGNALS:
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go(std::size_t step);
    void next();
    void look(); ///< whether the goal is reached
    [[nodiscard]] bool isReached(const LessonGoal &goal) const;
    [[nodiscard]] QWidget *named(const QString &name) const;

    MainWindow &m_window;
    LessonCard &m_card;
    Highlight *m_highlight;
    std::optional<Lesson> m_lesson;
    std::size_t m_step = 0;
    bool m_showing = false; // what the step begins with is not there yet
    QList<QPointer<QWidget>> m_hidden;
};

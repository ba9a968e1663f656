// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Label;
class QAction;
class QToolButton;

/// "‹ part 2 of 3 ›": which part of a text too long for the model is shown. Hidden while there is only one. Its actions()
/// go to the part before and after by their keys, and may be put into a menu.
class WindowSwitcher : public QWidget {
    Q_OBJECT

public:
    explicit WindowSwitcher(QWidget *parent = nullptr);
    void setWindow(std::size_t window, std::size_t windows);

    [[nodiscard]] QToolButton *previousButton() const { return m_previous; }
    [[nodiscard]] QToolButton *nextButton() const { return m_next; }

Q_SIGNALS:
    void windowChosen(std::size_t window);

private:
    void step(int by);

    QAction *m_before, *m_after;
    QToolButton *m_previous;
    Label *m_label;
    QToolButton *m_next;
    std::size_t m_window = 0, m_windows = 1;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

/// One sentence for the user above the page: what went wrong and what to do, what was done, or a question with its
/// answers beside it. Never in the way: work goes on below it, and what was done goes by itself after a while.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Done, ///< it went well: stays for a few seconds, longer while the pointer or the keyboard is on it
        Note,
        Error,
        Question ///< stays until it is answered or dismissed
    };
    using Answers = std::vector<std::pair<QString, std::function<void()>>>;

    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces the message shown.
    void showMessage(Kind kind, const QString &message);
    /// Replaces the message shown by a question and gives its first answer the focus.
    void ask(const QString &question, const Answers &answers);
    /// Replaces the message shown by a note with something to do about it; the focus stays where it is.
    void offer(const QString &note, const Answers &answers);
    void dismiss();
    /// How long the word of what was done stays; at first six seconds.
    void setStay(std::chrono::milliseconds stay) { m_timer.setInterval(stay); }
    [[nodiscard]] QString message() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addAnswers(const Answers &answers);

    QHBoxLayout *m_row;
    QLabel *m_text;
    QToolButton *m_close;
    std::vector<QWidget *> m_answers;
    Kind m_kind = Kind::Note;
    QTimer m_timer; // again and again, until nobody looks at the bar
};

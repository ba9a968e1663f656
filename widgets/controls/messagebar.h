// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

#include <chrono>

class FlatButton;
class QLabel;

/// One sentence for the user above the page: what went wrong and what to do, or what was done. Never in the way: work
/// goes on below it, and what was done goes by itself after a while.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Done, ///< it went well: stays for a few seconds, longer while the pointer or the keyboard is on it
        Note,
        Error
    };
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces the message shown.
    void show(Kind kind, const QString &message);
    void dismiss();
    /// How long the word of what was done stays; at first six seconds.
    void setStay(std::chrono::milliseconds stay) { m_stay = stay; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QLabel *m_text;
    FlatButton *m_close;
    Kind m_kind = Kind::Note;
    QBasicTimer m_timer;
    std::chrono::milliseconds m_stay{6000};
};

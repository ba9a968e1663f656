// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class FlatButton;
class QLabel;

/// One sentence for the user above the page: what went wrong and what to do, or what was done. Never in the way: work
/// goes on below it.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Note, Error };
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces the message shown.
    void show(Kind kind, const QString &message);
    void dismiss();
    [[nodiscard]] QString message() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_text;
    FlatButton *m_close;
    Kind m_kind = Kind::Note;
};

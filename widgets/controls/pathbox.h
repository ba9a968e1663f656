// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

/// A file or folder that is typed, or chosen with the button beside the line.
class PathBox : public QWidget {
    Q_OBJECT

public:
    /// `what` is asked for, for screen readers; `hint` stands in the empty line; `name` is the object name of the line,
    /// with "Button" that of the button.
    PathBox(const QString &what, const QString &hint, const char *name);

    /// Without blanks around it, "~/" being the user's folder; empty where nothing is chosen.
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    /// Opens a dialog or a menu.
    [[nodiscard]] QToolButton *button() const { return m_button; }

Q_SIGNALS:
    /// path() is another one, set or typed to its end.
    void chosen(const QString &path);

private:
    void tell();

    QLineEdit *m_line;
    QToolButton *m_button;
    QString m_told;
};

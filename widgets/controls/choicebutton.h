// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/flatbutton.h"

#include <QVariant>

class QActionGroup;

/// A quiet button that shows one of several choices, which its menu offers; further entries of the menu are the
/// owner's.
class ChoiceButton : public FlatButton {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QVariant value;
        QString toolTip;
    };

    /// `name` is what is chosen, for screen readers.
    explicit ChoiceButton(const QString &name, Look look = Look::Outlined, QWidget *parent = nullptr);

    /// Replaces the choices; the current value stays if it is among them, else it is the first.
    void setChoices(const QList<Choice> &choices);
    /// Nothing happens if the value is not among the choices.
    void setValue(const QVariant &value);
    [[nodiscard]] QVariant value() const;
    [[nodiscard]] int choiceCount() const { return static_cast<int>(m_choices.size()); }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user or the program has chosen another value.
    void chosen(const QVariant &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(int index);
    void fitText();

    bool m_steady; ///< keeps its width whatever is chosen; bare ones stand in a text and take what they need
    QList<Choice> m_choices;
    QList<QAction *> m_actions;
    QActionGroup *m_group;
    int m_current = -1;
};

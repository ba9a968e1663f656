// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

class QComboBox;

struct Choice {
    QString text;
    QVariant value;
    QString toolTip;
};

/// A box that shows one of several choices. `what` is chosen, for screen readers; `name` is the object name; without a
/// frame it is text alone. Whoever listens to currentIndexChanged() asks for currentData().
[[nodiscard]] QComboBox *choiceBox(const QString &what, const char *name = "", bool frame = true);
/// Replaces the choices; the current value stays if it is among them, else it is the first. One change is signalled if
/// the value is another one.
void setChoices(QComboBox *box, const QList<Choice> &choices);
/// Nothing happens if the value is not among the choices.
void choose(QComboBox *box, const QVariant &value);

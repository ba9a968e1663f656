// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"

#include <QWidget>

#include <optional>

class Label;
class QFrame;
class TextInput;

/// Where the user writes: one text box, a second one for models that read pairs, and a line that says how the model has
/// taken the text: pieces, unknown ones, what was left unread, time.
class InputView : public QWidget {
    Q_OBJECT

public:
    /// The status line reports on the source.
    explicit InputView(TraceSource &source, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// The second text; empty while its box is hidden.
    [[nodiscard]] std::optional<QString> pair() const;
    /// Whether there is a second text, also where the model reads one only and it is not shown.
    [[nodiscard]] bool hasSecondText() const;
    void setTexts(const QString &text, const std::optional<QString> &pair);
    void setPairMode(bool pairs);

    [[nodiscard]] QString status() const;
    /// The sentence for a text of mostly unknown words; usually empty.
    [[nodiscard]] QString warning() const;
    [[nodiscard]] TextInput *textBox() const { return m_text; }
    [[nodiscard]] TextInput *pairBox() const { return m_pair; }

Q_SIGNALS:
    void edited();
    /// A pasted text was longer than what the program reads.
    void clipped(qsizetype offered, qsizetype taken);

private:
    void showStatus();

    TraceSource &m_source;
    TextInput *m_text;
    TextInput *m_pair;
    QFrame *m_line;
    Label *m_status;
    Label *m_warning;
};

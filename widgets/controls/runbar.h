// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstddef>
#include <optional>

class FlatButton;
class Label;

/// How far a long run is: a bar, a sentence with the time left, and a button that ends it.
class RunBar : public QWidget {
    Q_OBJECT

public:
    explicit RunBar(QWidget *parent = nullptr);

    /// `total` 0 = unknown; `what` is what is counted ("84 texts").
    void setProgress(std::size_t done, std::size_t total, const QString &what);
    [[nodiscard]] QString text() const;
    [[nodiscard]] FlatButton *cancelButton() const { return m_cancel; }

    /// "12 s left", "3 min left"; empty where it is not known.
    [[nodiscard]] static QString timeLeft(std::optional<double> seconds);

Q_SIGNALS:
    void cancelled();

private:
    class Bar;
    Bar *m_bar;
    Label *m_text;
    FlatButton *m_cancel;
};

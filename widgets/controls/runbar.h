// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class Label;
class QProgressBar;

/// How far a long run is: a bar, a sentence with the time left, and a button that ends it.
class RunBar : public QWidget {
    Q_OBJECT

public:
    explicit RunBar(QWidget *parent = nullptr);

    /// `total` 0 = unknown; `what` is what is counted ("84 texts").
    void setProgress(std::size_t done, std::size_t total, const QString &what);

Q_SIGNALS:
    void cancelled();

private:
    QProgressBar *m_bar;
    Label *m_text;
};

/// Shows `done` of `total`; 0 = not known yet, an empty bar.
void showShare(QProgressBar *bar, std::size_t done, std::size_t total);
/// "12 s left", "3 min left"; empty where it is not known.
[[nodiscard]] QString timeLeft(std::optional<double> seconds);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Label;
class QProgressBar;
class QToolButton;

/// How far a long run is: a bar, a sentence with the time left, and a button that ends it.
class RunBar : public QWidget {
    Q_OBJECT

public:
    explicit RunBar(QWidget *parent = nullptr);

    /// `total` 0 = unknown; `what` is what is counted ("84 texts").
    void setProgress(std::size_t done, std::size_t total, const QString &what);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QToolButton *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelled();

private:
    QProgressBar *m_bar;
    Label *m_text;
    QToolButton *m_cancel;
};

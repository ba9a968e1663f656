// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

/// A thin moving line along the top of its parent while something runs. It lies over the content, so nothing moves, and
/// waits a moment before it shows, so that quick answers do not flicker.
class ProgressLine : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent);
    void setBusy(bool busy);

Q_SIGNALS:
    /// The wait has become long enough to be shown, or is over.
    void shown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_delay, m_step;
    double m_position = 0; // of the moving part, 0 .. 1
};

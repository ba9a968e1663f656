// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>
#include <QTimer>

/// A thin moving line along the top of its parent while something runs. It lies over the content, so nothing moves, and
/// waits a moment before it shows, so that quick answers do not flicker.
class ProgressLine : public QProgressBar {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent);
    void setBusy(bool busy);

Q_SIGNALS:
    /// The wait has become long enough to be shown, or is over.
    void shown(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_delay, m_step;
};

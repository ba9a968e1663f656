// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

/// A frame around a part of the window, above everything and in nobody's way.
class Highlight : public QWidget {
    Q_OBJECT

public:
    explicit Highlight(QWidget *window);

    /// Frames this widget wherever it goes, while it is to be seen; null = none.
    void point(QWidget *at);
    [[nodiscard]] QWidget *target() const { return m_target; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QPointer<QWidget> m_target;
    QTimer m_timer;
};

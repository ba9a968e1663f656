// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

/// A small window below a "?" with an explanation and its formula; any click beside it or Escape closes it.
class Popover : public QFrame {
    Q_OBJECT

public:
    /// Shows `html` below `anchor`, on the anchor's screen. The popover owns itself and goes when closed.
    static Popover *show(QWidget *anchor, const QString &html);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    explicit Popover(QWidget *anchor, const QString &html);

    QLabel *m_text;
};

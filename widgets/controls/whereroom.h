// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// Shows a control only where there is room for the whole of it, and asks for none: for short cuts to what can be
/// reached otherwise too.
class WhereRoom : public QWidget {
    Q_OBJECT

public:
    explicit WhereRoom(QWidget *control, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void settle();

    QWidget *m_control;
};

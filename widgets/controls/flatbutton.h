// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

/// A quiet button with rounded corners, drawn from the palette; with a menu it shows a small arrow.
class FlatButton : public QToolButton {
    Q_OBJECT

public:
    enum class Look {
        Outlined, ///< a border around it, for the few buttons that lead somewhere
        Bare,     ///< text alone until hovered or focused, for small helpers in a panel's title row
        Primary   ///< filled with the accent: the one button of a page that starts its work
    };
    explicit FlatButton(const QString &text, Look look = Look::Outlined, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int arrowRoom() const;

    Look m_look;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/pageicon.h"
#include "widgets/controls/flatbutton.h"

/// A page in the rail: its sign, drawn in the ink of the text, over its name.
class RailButton : public FlatButton {
    Q_OBJECT

public:
    RailButton(const QString &title, PageIcon icon, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PageIcon m_icon;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

#include <QWidget>

class Label;
class QMenu;
class QMenuBar;

/// The line along the top: which model this is and what it was made for, and the few menus.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    /// `remark`: in what it is run otherwise than its folder says; may be empty.
    void setModel(const adaplens::ModelInfo &model, const QString &remark = {});
    /// What stands there while no model is open.
    void setTitle(const QString &title, const QString &line);
    void addMenu(QMenu *menu);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_title;
    Label *m_line;
    QMenuBar *m_menus;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

/// Keeps a widget's type at a multiple of its parent's, also when that changes: a widget with a size of its own would
/// be left behind when all type is scaled. Lives as long as the widget.
class RelativeFont : public QObject {
    Q_OBJECT

public:
    explicit RelativeFont(QWidget *widget);
    void set(double factor, bool bold);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adopt();
    void apply();

    QWidget *m_widget;
    QPointer<QWidget> m_parent;
    double m_factor = 1;
    bool m_bold = false;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

/// A row of joined buttons of which exactly one is chosen.
class SegmentedSwitch : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedSwitch(const QStringList &labels, QWidget *parent = nullptr);
    [[nodiscard]] int current() const;
    void setCurrent(int index);
    void setToolTips(const QStringList &toolTips);

Q_SIGNALS:
    /// The user chose another one, or the program did.
    void currentChanged(int index);

private:
    QButtonGroup *m_group;
};

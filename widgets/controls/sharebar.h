// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

/// A thin bar that is filled as far as some work is done.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent = nullptr);
    /// In [0, 1]; empty = not known, or nothing under way.
    void setShare(std::optional<double> share);
    [[nodiscard]] std::optional<double> share() const { return m_share; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_share;
};

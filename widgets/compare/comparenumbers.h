// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"

#include <QLabel>

class Palette;

/// The numbers of one text: how well each row finds the marked words or, where none are marked, how much rows agree.
class CompareNumbers : public QLabel {
    Q_OBJECT

public:
    explicit CompareNumbers(QWidget *parent = nullptr);

    void setComparison(const Comparison &comparison);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString caption() const;

private:
    void changeEvent(QEvent *event) override;
    void showNumbers();
    [[nodiscard]] QString agreementTable(const Palette &colours) const;
    [[nodiscard]] QString overlapTable(const Palette &colours) const;
    [[nodiscard]] QString shortRows(const Palette &colours) const;
    /// Names and numbers do not break: the panel scrolls where it is narrower.
    [[nodiscard]] int leastWidth() const;

    Comparison m_comparison;
};

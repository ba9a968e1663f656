// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtablemodel.h"

#include <QPen>
#include <QWidget>

#include <vector>

class Palette;
class QPainter;

/// What the curves of agreement mean, as a row of samples that goes on in a next line where there is no more room.
class AgreementLegend : public QWidget {
    Q_OBJECT

public:
    explicit AgreementLegend(QWidget *parent = nullptr);
    void setRuns(std::vector<NamedReport> runs);

    /// Paints the legend of `runs` from the painter's origin and returns the height it takes; measures only without a
    /// painter.
    static int paint(QPainter *painter, const std::vector<NamedReport> &runs, const Palette &colours, const QFont &type,
                     int width);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 10, fontMetrics().height()};
    }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<NamedReport> m_runs;
};

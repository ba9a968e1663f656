// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/palette.h"

#include <QWidget>

#include <functional>

/// A line of a legend: a sample with its name, and the room before the next one.
class LegendEntry : public QWidget {
    Q_OBJECT

public:
    /// Paints the sample into a box.
    using Sample = std::function<void(QPainter &painter, const QRectF &box, const Palette &colours)>;

    /// `wide`: width of the sample, in heights of a line.
    LegendEntry(const QString &name, double wide, Sample sample);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int sampleWidth() const;
    [[nodiscard]] int textAt() const;

    QString m_name;
    double m_wide;
    Sample m_sample;
};

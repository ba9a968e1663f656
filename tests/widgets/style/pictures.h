// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTest>
#include <QWidget>

#include <cstdlib>

/// Pixels of about the colour.
[[nodiscard]] inline int count(const QImage &image, const QColor &colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            found += std::abs(here.red() - colour.red()) + std::abs(here.green() - colour.green()) +
                         std::abs(here.blue() - colour.blue()) <
                     12;
        }
    }
    return found;
}

/// Mean place from the left, from 0 to 1, of the pixels that have about the colour.
[[nodiscard]] inline double centreOf(const QImage &image, const QColor &colour)
{
    double sum = 0;
    int found = 0;
    for (int x = 0; x < image.width(); ++x) {
        const int here = count(image.copy(x, 0, 1, image.height()), colour);
        sum += here * (x + 0.5);
        found += here;
    }
    return found == 0 ? -1 : sum / found / image.width();
}

/// A widget as it looks once it is on the screen; null if it does not get there.
[[nodiscard]] inline QImage shown(QWidget &widget)
{
    widget.show();
    return QTest::qWaitForWindowExposed(&widget) ? widget.grab().toImage() : QImage();
}

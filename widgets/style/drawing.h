// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

enum class FigureFormat { Png, Svg, Pdf };

/// A figure for a file, in units of one pixel at scale 1; it depends on nothing of the window.
struct Drawing {
    QSizeF size;
    QString title; ///< of the document
    std::function<void(QPainter &)> paint;
};

/// The figure as a file's bytes; `scale` is for PNG only: pixels per unit of the drawing.
[[nodiscard]] QByteArray renderDrawing(const Drawing &drawing, FigureFormat format, double scale = 2);

/// Format of a file name, by its suffix (.png, .svg, .pdf). Throws adaplens::Error for any other.
[[nodiscard]] FigureFormat figureFormatOf(const QString &path);

/// Writes the figure to `path`, whose suffix is the format; an existing file is replaced as a whole or not at all.
/// Throws adaplens::Error with one sentence naming the file and what went wrong.
void exportDrawing(const Drawing &drawing, const QString &path, double scale = 2);

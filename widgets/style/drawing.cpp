// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/drawing.h"

#include "core/error.h"
#include "core/io/atomicfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

void paintPng(const Drawing &drawing, QIODevice &device, double scale)
{
    // Raster painting ends at 32,767 pixels a side.
    const double most = 32000 / std::max(drawing.size.width(), drawing.size.height());
    const double factor = std::clamp(scale, 0.1, most);
    QImage image((drawing.size * factor).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(factor, factor);
    drawing.paint(painter);
    painter.end();
    image.save(&device, "PNG");
}

void paintSvg(const Drawing &drawing, QIODevice &device)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(96);
    generator.setSize(drawing.size.toSize());
    generator.setViewBox(QRectF(QPointF(), drawing.size));
    // No setTitle(): Qt 6.4 writes it without escaping.
    QPainter painter(&generator);
    drawing.paint(painter);
}

void paintPdf(const Drawing &drawing, QIODevice &device)
{
    QPdfWriter writer(&device);
    writer.setResolution(96);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(drawing.size * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(drawing.title);
    QPainter painter(&writer);
    drawing.paint(painter);
}

} // namespace

QByteArray renderDrawing(const Drawing &drawing, FigureFormat format, double scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case FigureFormat::Png:
        paintPng(drawing, buffer, scale);
        break;
    case FigureFormat::Svg:
        paintSvg(drawing, buffer);
        break;
    case FigureFormat::Pdf:
        paintPdf(drawing, buffer);
        break;
    }
    return bytes;
}

FigureFormat figureFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg") && suffix != QLatin1String("pdf")) {
        throw adaplens::Error(
            Words::tr("%1: the name must end in .png, .svg or .pdf, which chooses the figure's format.")
                .arg(path)
                .toStdString());
    }
    return suffix == QLatin1String("png")   ? FigureFormat::Png
           : suffix == QLatin1String("svg") ? FigureFormat::Svg
                                            : FigureFormat::Pdf;
}

void exportDrawing(const Drawing &drawing, const QString &path, double scale)
{
    const QByteArray bytes = renderDrawing(drawing, figureFormatOf(path), scale);
    adaplens::writeFile(path.toStdU16String(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

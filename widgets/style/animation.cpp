// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/animation.h"

#include "core/error.h"
#include "core/io/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QImage>
#include <QPainter>

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Animation)
};

int lasts(std::size_t frame, std::size_t count)
{
    return frame + 1 == count ? 3 * frameMilliseconds : frameMilliseconds;
}

QImage imageOf(const Drawing &drawing, double scale)
{
    QImage image((drawing.size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    drawing.paint(painter);
    return image;
}

/// Colours of one box of the colour space, with how many pixels have each.
struct ColourBox {
    struct Entry {
        std::array<int, 3> parts;
        qsizetype count;
    };
    std::vector<Entry> entries;
    qsizetype count = 0; // of all
    std::size_t longest = 0;
    int length = 0; // of the longest side

    explicit ColourBox(std::vector<Entry> all) : entries(std::move(all))
    {
        for (std::size_t part = 0; part < 3; ++part) {
            const auto [least, greatest] =
                std::ranges::minmax_element(entries, {}, [part](const Entry &entry) { return entry.parts[part]; });
            const int side = greatest->parts[part] - least->parts[part];
            if (side > length) {
                length = side;
                longest = part;
            }
        }
        for (const Entry &entry : entries) {
            count += entry.count;
        }
    }

    /// Takes away the half of the pixels that has less of the part in which they differ most.
    [[nodiscard]] ColourBox split()
    {
        std::ranges::sort(entries, [this](const Entry &x, const Entry &y) {
            return std::pair(x.parts[longest], x.parts) < std::pair(y.parts[longest], y.parts);
        });
        std::size_t half = 1;
        for (qsizetype passed = entries.front().count; passed < count / 2 && half + 1 < entries.size(); ++half) {
            passed += entries[half].count;
        }
        const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(half);
        ColourBox lower(std::vector<Entry>(entries.begin(), middle));
        *this = ColourBox(std::vector<Entry>(middle, entries.end()));
        return lower;
    }

    [[nodiscard]] QRgb mean() const
    {
        std::array<qsizetype, 3> sums{};
        for (const Entry &entry : entries) {
            for (std::size_t part = 0; part < 3; ++part) {
                sums[part] += entry.parts[part] * entry.count;
            }
        }
        const auto rounded = [this](qsizetype sum) { return static_cast<int>((sum + count / 2) / count); };
        return qRgb(rounded(sums[0]), rounded(sums[1]), rounded(sums[2]));
    }
};

/// Up to 256 colours for all pictures together, by median cut (Heckbert 1982). Dithering would flicker between pictures.
class Colours {
public:
    explicit Colours(const std::vector<QImage> &images)
    {
        QHash<QRgb, qsizetype> counts;
        forEachRun(images, [&counts](QRgb pixel, qsizetype length) { counts[pixel] += length; });
        std::vector<ColourBox::Entry> entries;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            entries.push_back({{qRed(it.key()), qGreen(it.key()), qBlue(it.key())}, it.value()});
        }
        // A hash has another order each time; the file should be the same.
        std::ranges::sort(entries, {}, &ColourBox::Entry::parts);
        std::vector<ColourBox> boxes{ColourBox(std::move(entries))};
        while (boxes.size() < most) {
            // Large boxes with many pixels first; the root keeps the ground, which has most, from taking all of it.
            const auto worth = [](const ColourBox &box) {
                return std::sqrt(static_cast<double>(box.count)) * box.length;
            };
            const auto next = std::ranges::max_element(boxes, {}, worth);
            if (next->length == 0) {
                break;
            }
            boxes.push_back(next->split());
        }
        for (const ColourBox &box : boxes) {
            m_colours << box.mean();
        }
    }

    static constexpr int most = 256;

    [[nodiscard]] GifByteType indexOf(QRgb pixel)
    {
        if (pixel != m_last) { // most pixels are as the one before them
            m_last = pixel;
            m_lastIndex = found(pixel);
        }
        return m_lastIndex;
    }

    [[nodiscard]] std::vector<GifColorType> table() const
    {
        std::vector<GifColorType> table(most, GifColorType{});
        for (qsizetype i = 0; i < m_colours.size(); ++i) {
            const auto part = [](int value) { return static_cast<GifByteType>(value); };
            table[static_cast<std::size_t>(i)] = {part(qRed(m_colours[i])), part(qGreen(m_colours[i])),
                                                  part(qBlue(m_colours[i]))};
        }
        return table;
    }

private:
    /// The place of a colour, or of the one that is most like it.
    [[nodiscard]] GifByteType found(QRgb wanted)
    {
        const auto known = m_indices.constFind(wanted);
        if (known != m_indices.constEnd()) {
            return *known;
        }
        const auto distance = [wanted](QRgb c) {
            const int r = qRed(c) - qRed(wanted), g = qGreen(c) - qGreen(wanted), b = qBlue(c) - qBlue(wanted);
            return 2 * r * r + 4 * g * g + b * b; // eyes tell greens best, blues least
        };
        const auto nearest = std::ranges::min_element(m_colours, {}, distance);
        return *m_indices.insert(wanted, static_cast<GifByteType>(nearest - m_colours.begin()));
    }

    /// Pixels of one colour beside each other, with how many they are.
    template <typename Work>
    static void forEachRun(const std::vector<QImage> &images, Work work)
    {
        for (const QImage &image : images) {
            for (int y = 0; y < image.height(); ++y) {
                const auto *at = reinterpret_cast<const QRgb *>(image.constScanLine(y));
                const auto *const end = at + image.width();
                while (at != end) {
                    const auto *const next = std::find_if(at, end, [at](QRgb pixel) { return pixel != *at; });
                    work(*at, next - at);
                    at = next;
                }
            }
        }
    }

    QList<QRgb> m_colours;
    QHash<QRgb, GifByteType> m_indices;
    QRgb m_last = 0; // transparent: no picture has it
    GifByteType m_lastIndex = 0;
};

int append(GifFileType *gif, const GifByteType *bytes, int count)
{
    static_cast<QByteArray *>(gif->UserData)->append(reinterpret_cast<const char *>(bytes), count);
    return count;
}

/// Writes into memory, so the only ways to fail are sizes, which are looked at first, and no memory left.
class GifWriter {
public:
    GifWriter(QSize size, const Colours &colours)
    {
        int error = 0;
        m_gif.reset(EGifOpen(&m_bytes, append, &error));
        const std::vector<GifColorType> table = colours.table();
        const std::unique_ptr<ColorMapObject, decltype(&GifFreeMapObject)> map(
            GifMakeMapObject(Colours::most, table.data()), GifFreeMapObject);
        if (!m_gif || !map) {
            throw std::bad_alloc();
        }
        EGifSetGifVersion(m_gif.get(), true);
        check(EGifPutScreenDesc(m_gif.get(), size.width(), size.height(), 8, 0, map.get()));
        const unsigned char loop[] = {1, 0, 0}; // for ever
        check(EGifPutExtensionLeader(m_gif.get(), APPLICATION_EXT_FUNC_CODE));
        check(EGifPutExtensionBlock(m_gif.get(), 11, "NETSCAPE2.0"));
        check(EGifPutExtensionBlock(m_gif.get(), sizeof loop, loop));
        check(EGifPutExtensionTrailer(m_gif.get()));
    }

    void add(const QImage &image, Colours &colours, int milliseconds)
    {
        const GraphicsControlBlock control{.DisposalMode = DISPOSE_DO_NOT,
                                           .UserInputFlag = false,
                                           .DelayTime = milliseconds / 10,
                                           .TransparentColor = NO_TRANSPARENT_COLOR};
        GifByteType bytes[4];
        const auto count = static_cast<int>(EGifGCBToExtension(&control, bytes));
        check(EGifPutExtension(m_gif.get(), GRAPHICS_EXT_FUNC_CODE, count, bytes));
        check(EGifPutImageDesc(m_gif.get(), 0, 0, image.width(), image.height(), false, nullptr));
        std::vector<GifByteType> row(static_cast<std::size_t>(image.width()));
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            std::transform(line, line + image.width(), row.begin(),
                           [&colours](QRgb pixel) { return colours.indexOf(pixel); });
            check(EGifPutLine(m_gif.get(), row.data(), image.width()));
        }
    }

    [[nodiscard]] QByteArray finished()
    {
        int error = 0;
        check(EGifCloseFile(m_gif.release(), &error));
        return m_bytes;
    }

private:
    static void check(int result)
    {
        if (result != GIF_OK) {
            throw std::bad_alloc();
        }
    }
    struct Close {
        void operator()(GifFileType *gif) const
        {
            int error = 0;
            EGifCloseFile(gif, &error);
        }
    };
    QByteArray m_bytes;
    std::unique_ptr<GifFileType, Close> m_gif;
};

void write(const QString &path, const QByteArray &bytes)
{
    adaplens::writeFile(path.toStdU16String(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace

QByteArray renderGif(std::span<const Drawing> frames, double scale)
{
    constexpr double longest = 16000; // a GIF's sides have 16 bits; nothing shows one this large
    const QSizeF size = frames.front().size * scale;
    if (std::max(size.width(), size.height()) > longest) {
        throw adaplens::Error(
            Words::tr("The text is too long for a GIF; export it as SVG, or a part of it.").toStdString());
    }
    std::vector<QImage> images;
    for (const Drawing &frame : frames) {
        images.push_back(imageOf(frame, scale));
    }
    Colours colours(images);
    GifWriter writer(images.front().size(), colours);
    for (std::size_t i = 0; i < images.size(); ++i) {
        writer.add(images[i], colours, lasts(i, images.size()));
    }
    return writer.finished();
}

QByteArray renderAnimatedSvg(std::span<const Drawing> frames)
{
    const int all = (static_cast<int>(frames.size()) + 2) * frameMilliseconds;
    const QSizeF size = frames.front().size;
    QByteArray pictures, style;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const QByteArray picture = renderDrawing(frames[i], FigureFormat::Svg);
        const QByteArray name = "f" + QByteArray::number(static_cast<qulonglong>(i + 1));
        const double begin = 100.0 * static_cast<double>(i) * frameMilliseconds / all;
        const double end = begin + 100.0 * lasts(i, frames.size()) / all;
        const auto percent = [](double value) { return QByteArray::number(value, 'f', 3) + '%'; };
        style += "@keyframes " + name + "{0%{visibility:hidden}" + percent(begin) + "{visibility:visible}" +
                 (i + 1 < frames.size() ? percent(end) + "{visibility:hidden}100%{visibility:hidden}"
                                        : QByteArray("100%{visibility:visible}")) +
                 "}\n." + name + "{visibility:" + (i + 1 < frames.size() ? "hidden" : "visible") + "}\n";
        style += "@media (prefers-reduced-motion:no-preference){." + name + "{animation:" + name + ' ' +
                 QByteArray::number(all) + "ms step-end infinite}}\n";
        // A document inside another has no XML declaration of its own.
        pictures += "<g class=\"" + name + "\">" + picture.mid(picture.indexOf("<svg")) + "</g>\n";
    }
    const auto side = [](double value) { return QByteArray::number(value, 'f', 0); };
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
           side(size.width()) + "\" height=\"" + side(size.height()) + "\" viewBox=\"0 0 " + side(size.width()) + ' ' +
           side(size.height()) + "\">\n<style>\n" + style + "</style>\n" + pictures + "</svg>\n";
}

void exportAnimation(std::span<const Drawing> frames, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("gif")) {
        write(path, renderGif(frames));
    } else if (suffix == QLatin1String("svg")) {
        write(path, renderAnimatedSvg(frames));
    } else {
        throw adaplens::Error(Words::tr("%1: the name must end in .gif or .svg, which chooses the animation's format.")
                                  .arg(path)
                                  .toStdString());
    }
}

int exportFrames(std::span<const Drawing> frames, const QString &path)
{
    const QFileInfo file(path);
    if (file.suffix().toLower() != QLatin1String("png")) {
        throw adaplens::Error(Words::tr("%1: the name must end in .png.").arg(path).toStdString());
    }
    const int digits = static_cast<int>(QString::number(frames.size()).size());
    QStringList names;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        names << file.dir().filePath(
            QStringLiteral("%1-%2.png").arg(file.completeBaseName()).arg(i + 1, digits, 10, QLatin1Char('0')));
        // The dialog asked about the name without a number.
        if (QFileInfo::exists(names.constLast())) {
            throw adaplens::Error(Words::tr("%1 is there already; choose another name, or remove it first.")
                                      .arg(QDir::toNativeSeparators(names.constLast()))
                                      .toStdString());
        }
    }
    for (std::size_t i = 0; i < frames.size(); ++i) {
        write(names[static_cast<qsizetype>(i)], renderDrawing(frames[i], FigureFormat::Png));
    }
    return static_cast<int>(frames.size());
}

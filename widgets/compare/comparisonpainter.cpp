// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparisonpainter.h"

#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/style/scaledfont.h"
#include "widgets/trace/marks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ComparisonPainter)
};

constexpr std::size_t manyWords = 70;       // from here on rows are lower, so that more of a long text is seen at once
constexpr double gap = 2;                   // between cells
constexpr qsizetype shownForDirection = 40; // words that tell which way a text runs

} // namespace

ComparisonPainter::ComparisonPainter(const Comparison &comparison, const Palette &palette)
    : m_comparison(comparison), m_palette(palette)
{
}

QString ComparisonPainter::rowName(const Comparison &comparison, std::size_t row)
{
    const ComparedRow &at = comparison.rows[row];
    return comparison.acrossLayers() ? Words::tr("Layer %1").arg(at.layer.value_or(0) + 1)
                                     : methods::name(at.method, comparison.rule);
}

void ComparisonPainter::layOut(const QFont &font, double width)
{
    m_font = font;
    m_small = scaledFont(font, 0.85);
    const QFontMetricsF metrics(m_font), small(m_small);
    m_line = metrics.height();
    m_smallLine = small.height();
    m_dense = m_comparison.words.size() > manyWords;
    m_rowHeight = std::round(m_dense ? m_smallLine : m_line * 1.3);

    m_headWidth = small.horizontalAdvance(Words::tr("who selects it"));
    m_headWidth = std::max(m_headWidth, small.horizontalAdvance(Words::tr("marked by people")));
    for (std::size_t row = 0; row < m_comparison.rows.size(); ++row) {
        m_headWidth = std::max(m_headWidth, (m_dense ? small : metrics).horizontalAdvance(rowName(m_comparison, row)));
    }
    m_headWidth = std::ceil(std::min(m_headWidth + 1.6 * m_line, width * 0.4));

    m_labels.clear();
    m_left.clear();
    m_wide.clear();
    m_blocks.clear();
    double x = m_headWidth, top = 0;
    const int count = static_cast<int>(m_comparison.words.size());
    for (int word = 0; word < count; ++word) {
        QString label = format::word(m_comparison.words[static_cast<std::size_t>(word)].label);
        const double most = std::max(4 * m_line, width - m_headWidth);
        label = metrics.elidedText(label, Qt::ElideRight, std::min(most - 8, 14 * m_line));
        const double wide = std::ceil(std::max(metrics.horizontalAdvance(label) + 0.5 * m_line, 1.5 * m_line));
        if (m_blocks.isEmpty() || x + wide > width) {
            if (!m_blocks.isEmpty()) {
                m_blocks.last().last = word - 1;
                top += blockHeight();
            }
            m_blocks.append(Block{word, count - 1, top});
            x = m_headWidth;
        }
        m_labels.append(label);
        m_left.append(x);
        m_wide.append(wide);
        x += wide;
    }
    m_height = m_blocks.isEmpty() ? 0 : top + blockHeight();
    m_mirrored = m_labels.mid(0, shownForDirection).join(QLatin1Char(' ')).isRightToLeft();
    for (int word = 0; m_mirrored && word < count; ++word) {
        m_left[word] = m_headWidth + width - m_left[word] - m_wide[word] + gap;
    }
}

void ComparisonPainter::stretch(double room)
{
    const auto rows = static_cast<double>(m_comparison.rows.size());
    const double spare = room - m_height - legendHeight();
    if (m_dense || m_blocks.isEmpty() || rows < 1 || spare <= 0) {
        return;
    }
    const double more = spare / (rows * static_cast<double>(m_blocks.size()));
    m_rowHeight = std::floor(std::min(m_rowHeight + more, 2.2 * m_line));
    for (qsizetype block = 0; block < m_blocks.size(); ++block) {
        m_blocks[block].top = static_cast<double>(block) * blockHeight();
    }
    m_height = static_cast<double>(m_blocks.size()) * blockHeight();
}

double ComparisonPainter::rowTop(const Block &block, int row) const
{
    const double marks = m_comparison.marked > 0 ? std::round(0.65 * m_line) + gap : 0;
    return block.top + std::round(1.35 * m_line) + marks + row * (m_rowHeight + gap);
}

double ComparisonPainter::votesTop(const Block &block) const
{
    return rowTop(block, static_cast<int>(m_comparison.rows.size())) + gap;
}

double ComparisonPainter::blockHeight() const
{
    const double votes = m_comparison.rows.size() > 1 ? std::round(0.75 * m_line) + gap : 0;
    return votesTop({}) + votes + std::round((m_dense ? 0.5 : 0.9) * m_line);
}

const ComparisonPainter::Block &ComparisonPainter::blockOf(int word) const
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), word,
                                        [](int w, const Block &block) { return w < block.first; });
    return *(after - 1);
}

QRectF ComparisonPainter::cell(int row, int word) const
{
    return {m_left[word], rowTop(blockOf(word), row), m_wide[word] - gap, m_rowHeight};
}

QRectF ComparisonPainter::column(int word) const
{
    const Block &block = blockOf(word);
    return {m_left[word] - gap / 2, block.top, m_wide[word], blockHeight() - std::round(0.4 * m_line)};
}

QColor ComparisonPainter::fill(int row, int word) const
{
    const ComparedRow &at = m_comparison.rows[static_cast<std::size_t>(row)];
    if (!at.scored) {
        return m_palette.gone();
    }
    const double ratio = at.ratios[static_cast<std::size_t>(word)];
    return m_palette.relative(ratio > 0 ? std::log2(ratio) : -Palette::relativeSpan);
}

ComparisonPainter::Hit ComparisonPainter::hitAt(QPointF position) const
{
    if (m_blocks.isEmpty() || position.y() < 0 || position.y() >= m_height) {
        return {};
    }
    const Block &block = m_blocks[std::min(static_cast<qsizetype>(position.y() / blockHeight()), m_blocks.size() - 1)];
    Hit hit;
    for (int word = block.first; word <= block.last && position.x() >= m_headWidth; ++word) {
        if (position.x() >= m_left[word] && position.x() < m_left[word] + m_wide[word]) {
            hit.word = word;
            break;
        }
    }
    if (position.x() >= m_headWidth && hit.word < 0) {
        return {};
    }
    if (position.y() < block.top + std::round(1.35 * m_line)) {
        hit.area = hit.word < 0 ? Area::None : Area::Word;
    } else if (position.y() < rowTop(block, 0)) {
        hit.area = Area::Rationale;
    } else if (position.y() < votesTop(block) - gap) {
        hit.row = static_cast<int>((position.y() - rowTop(block, 0)) / (m_rowHeight + gap));
        hit.area = Area::Row;
    } else if (m_comparison.rows.size() > 1 && position.y() < votesTop(block) + 0.75 * m_line + gap) {
        hit.area = Area::Votes;
    }
    return hit;
}

void ComparisonPainter::paint(QPainter &painter, const QRectF &visible) const
{
    for (const Block &block : m_blocks) {
        if (block.top > visible.bottom() || block.top + blockHeight() < visible.top()) {
            continue;
        }
        paintHeads(painter, block);
        for (int word = block.first; word <= block.last; ++word) {
            paintWord(painter, block, word);
        }
    }
}

void ComparisonPainter::paintHeads(QPainter &painter, const Block &block) const
{
    const auto write = [&](double top, double height, const QString &text, bool quiet) {
        painter.setFont(quiet || m_dense ? m_small : m_font);
        painter.setPen(quiet ? m_palette.quiet() : m_palette.ink());
        const double left = quiet ? 0.0 : 1.05 * m_line;
        const QString shown = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, m_headWidth - left - 6);
        painter.drawText(QRectF(left, top, m_headWidth - left, height),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, shown);
    };
    if (m_comparison.marked > 0) {
        write(rowTop(block, 0) - gap - std::round(0.65 * m_line), 0.65 * m_line, Words::tr("marked by people"), true);
    }
    for (int row = 0; row < static_cast<int>(m_comparison.rows.size()); ++row) {
        const double top = rowTop(block, row);
        if (row == m_row && m_row >= 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_palette.accentSoft());
            painter.drawRoundedRect(QRectF(0, top - 1, m_headWidth - 4, m_rowHeight + 2), 5, 5);
        }
        const QColor own = methods::colour(m_comparison.rows[static_cast<std::size_t>(row)].method, m_palette);
        const double side = 0.55 * m_line;
        marks::box(painter, QRectF(0.25 * m_line, top + (m_rowHeight - side) / 2, side, side), own, QColor());
        write(top, m_rowHeight, rowName(m_comparison, static_cast<std::size_t>(row)), false);
    }
    if (m_comparison.rows.size() > 1) {
        write(votesTop(block), 0.75 * m_line, Words::tr("who selects it"), true);
    }
}

void ComparisonPainter::paintWord(QPainter &painter, const Block &block, int word) const
{
    const ComparedWord &at = m_comparison.words[static_cast<std::size_t>(word)];
    const bool selected = word == m_word, hovered = word == m_hovered.word;
    if (selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_palette.accentSoft());
        painter.drawRoundedRect(column(word), 5, 5);
    }
    const double header = std::round(1.35 * m_line);
    QFont font = m_font;
    font.setBold(at.marked);
    font.setUnderline(hovered && !selected);
    // Bold words are wider than their column was made for: colours and the bar below say the same.
    if (at.marked && QFontMetricsF(font).horizontalAdvance(m_labels[word]) > m_wide[word] - gap) {
        font.setBold(false);
    }
    painter.setFont(font);
    painter.setPen(selected ? m_palette.accent() : at.marked ? m_palette.reached() : m_palette.ink());
    painter.drawText(QRectF(m_left[word] - gap / 2, block.top, m_wide[word], header), Qt::AlignCenter, m_labels[word]);
    if (at.marked) {
        const double height = std::round(0.65 * m_line);
        const bool joins = word < block.last && m_comparison.words[static_cast<std::size_t>(word) + 1].marked;
        const double bar = std::round(0.3 * m_line);
        const double begin = m_left[word] - (m_mirrored && joins ? gap : 0);
        painter.fillRect(
            QRectF(begin, rowTop(block, 0) - gap - (height + bar) / 2, m_wide[word] - (joins ? 0 : gap), bar),
            m_palette.reached());
    }
    for (int row = 0; row < static_cast<int>(m_comparison.rows.size()); ++row) {
        const QRectF place = cell(row, word);
        marks::box(painter, place, fill(row, word), QColor());
        const ComparedRow &scores = m_comparison.rows[static_cast<std::size_t>(row)];
        if (scores.scored && scores.selected[static_cast<std::size_t>(word)] != 0) {
            marks::outline(painter, place, m_palette.ink(), 2);
        }
        if (hovered && m_hovered.row == row) {
            marks::outline(painter, place.adjusted(-1, -1, 1, 1), m_palette.accent(), 1.5);
        }
    }
    if (m_comparison.rows.size() > 1) {
        paintVotes(painter, {m_left[word], votesTop(block), m_wide[word] - gap, std::round(0.75 * m_line)}, word);
    }
}

void ComparisonPainter::paintVotes(QPainter &painter, const QRectF &place, int word) const
{
    const ComparedWord &at = m_comparison.words[static_cast<std::size_t>(word)];
    // The more the rows are split over a word, the stronger the ground; the dots say which of them take it.
    const double split = std::min(at.split, 1.0);
    if (split > 0) {
        marks::box(painter, place, Palette::mix(m_palette.card(), m_palette.warning(), 0.15 + 0.3 * split), QColor());
    }
    std::vector<QColor> dots;
    for (const ComparedRow &row : m_comparison.rows) {
        if (row.scored && row.method != adaplens::ScoreMethod::Random &&
            row.selected[static_cast<std::size_t>(word)] != 0) {
            dots.push_back(methods::colour(row.method, m_palette));
        }
    }
    if (dots.empty()) {
        return;
    }
    const auto count = static_cast<double>(dots.size());
    const double pitch = std::min((place.width() - 2) / count, place.height() * 0.75);
    const double size = std::min(pitch * 0.82, place.height() * 0.55);
    double x = place.center().x() - pitch * (count - 1) / 2;
    painter.setPen(Qt::NoPen);
    for (const QColor &colour : dots) {
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(x, place.center().y()), size / 2, size / 2);
        x += pitch;
    }
}

double ComparisonPainter::legendHeight() const
{
    return std::ceil(2 * m_smallLine + 8);
}

void ComparisonPainter::paintLegend(QPainter &painter, double width) const
{
    const QRectF bar(0, 4, std::round(11 * m_line), std::round(0.7 * m_line));
    marks::scale(painter, bar, m_palette.line(),
                 [this](double place) { return m_palette.relative((2 * place - 1) * Palette::relativeSpan); });
    painter.setFont(m_small);
    painter.setPen(m_palette.quiet());
    const QRectF below(bar.left(), bar.bottom() + 1, bar.width(), m_smallLine);
    painter.drawText(below, Qt::AlignLeft, Words::tr("⅛×"));
    painter.drawText(below, Qt::AlignHCenter, Words::tr("uniform 1/n"));
    painter.drawText(below, Qt::AlignRight, Words::tr("8×"));

    const QFontMetricsF metrics(m_small);
    double x = bar.right() + 1.6 * m_line;
    const double side = std::round(0.8 * m_line);
    const auto sign = [&](const QString &text, const auto &swatch) {
        const double wide = 1.9 * side + metrics.horizontalAdvance(text);
        if (x + wide > width) {
            return;
        }
        swatch(QRectF(x, 2, 1.5 * side, side));
        painter.setFont(m_small);
        painter.setPen(m_palette.quiet());
        painter.drawText(QRectF(x + 1.9 * side, 2, wide, side), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += wide + 1.3 * m_line;
    };
    sign((m_comparison.anyShort() ? Words::tr("among the top %1 of its row, and above zero")
                                  : Words::tr("among the top %1 of its row"))
             .arg(m_comparison.top),
         [&](const QRectF &swatch) {
             marks::box(painter, swatch, m_palette.relative(1), QColor());
             marks::outline(painter, swatch, m_palette.ink(), 2);
         });
    if (m_comparison.voters > 1) {
        sign(Words::tr("methods disagree"), [&](const QRectF &swatch) {
            marks::box(painter, swatch, Palette::mix(m_palette.card(), m_palette.warning(), 0.45), QColor());
        });
    }
    if (m_comparison.marked > 0) {
        sign(Words::tr("marked by people"), [&](const QRectF &swatch) {
            painter.fillRect(QRectF(swatch.left(), swatch.center().y() - 0.2 * side, swatch.width(), 0.4 * side),
                             m_palette.reached());
        });
    }
}

Drawing comparisonDrawing(const Comparison &comparison, const QString &title, const QString &summary)
{
    constexpr double border = 24, width = 1120;
    QFont text = QGuiApplication::font(), heading = text;
    text.setPixelSize(14);
    heading.setPixelSize(18);
    heading.setBold(true);
    const QFontMetricsF metrics(text), large(heading);
    const Palette colours = Palette::paper();
    ComparisonPainter measure(comparison, colours);
    measure.layOut(text, width - 2 * border);
    const QRectF room(0, 0, width - 2 * border, 4 * metrics.height());
    const double lines = metrics.boundingRect(room, Qt::TextWordWrap, summary).height();
    const double top = large.height() + lines + metrics.height();
    const QSizeF size(width, std::ceil(2 * border + top + measure.height() + measure.legendHeight() + 6));
    return {size, title, [=](QPainter &painter) {
                const Palette paper = Palette::paper();
                painter.setRenderHint(QPainter::Antialiasing);
                painter.fillRect(QRectF(QPointF(), size), paper.card());
                painter.translate(border, border);
                painter.setFont(heading);
                painter.setPen(paper.ink());
                painter.drawText(QPointF(0, large.ascent()), large.elidedText(title, Qt::ElideRight, room.width()));
                painter.setFont(text);
                painter.setPen(paper.quiet());
                painter.drawText(QRectF(0, large.height() + 2, room.width(), lines + 2), Qt::TextWordWrap, summary);
                painter.translate(0, top);
                ComparisonPainter picture(comparison, paper);
                picture.layOut(text, room.width());
                picture.paint(painter, QRectF(0, 0, room.width(), picture.height()));
                painter.translate(0, picture.height());
                picture.paintLegend(painter, room.width());
            }};
}

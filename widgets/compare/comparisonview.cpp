// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparisonview.h"

#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/style/richtip.h"
#include "widgets/style/scaledfont.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using Area = ComparisonPainter::Area;

namespace {

constexpr double margin = 6;
constexpr std::size_t shortText = 60; ///< words up to which it is tried to write them larger

} // namespace

ComparisonView::ComparisonView(TraceSource &source, QWidget *parent)
    : PaintedTable(source, parent), m_picture(m_comparison, Palette(palette()))
{
    setAccessibleName(tr("Words under every method"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ComparisonView::setComparison(Comparison comparison)
{
    m_comparison = std::move(comparison);
    const auto trace = m_comparison.words.empty() ? nullptr : m_source.trace();
    const bool another = trace != m_model.trace();
    if (another) {
        forgetHover();
        m_revealed = -1;
        m_model.setTrace(trace);
    }
    relayout();
    if (another) {
        tableChanged();
    }
    selectionChanged();
}

void ComparisonView::relayout()
{
    m_picture.setPalette(Palette(palette()));
    const double width = viewport()->width() - 2 * margin, room = 0.8 * viewport()->height();
    const auto tryFactor = [&](double factor, bool oneLine) {
        m_picture.layOut(scaledFont(font(), factor), width);
        return m_picture.height() + m_picture.legendHeight() <= room && (!oneLine || m_picture.lines() <= 1);
    };
    // A short text is written larger, as far as all of it is still seen at once; best in one line.
    bool fits = false;
    for (const bool oneLine : {true, false}) {
        for (const double factor : {1.6, 1.4, 1.2, 1.0}) {
            fits = fits || (m_comparison.words.size() <= shortText && tryFactor(factor, oneLine));
        }
    }
    if (!fits) {
        tryFactor(1.0, false);
    }
    m_picture.stretch(room);
    setScrolling(verticalScrollBar(), hasData() ? m_picture.height() : 0, legendTop(), fontMetrics().height() * 2);
    viewport()->update();
}

QPointF ComparisonView::origin() const
{
    return {margin, static_cast<double>(-verticalScrollBar()->value())};
}

QRect ComparisonView::cellRect(int row, int word) const
{
    return m_picture.cell(row, word).translated(origin()).toAlignedRect();
}

QColor ComparisonView::cellColour(int row, int word) const
{
    return m_picture.fill(row, word);
}

int ComparisonView::selectedWord() const
{
    const auto piece = m_source.piece();
    for (std::size_t w = 0; piece && w < m_comparison.words.size(); ++w) {
        const ComparedWord &word = m_comparison.words[w];
        if (*piece >= word.piece && *piece < word.piece + word.pieces) {
            return static_cast<int>(w);
        }
    }
    return -1;
}

int ComparisonView::selectedRow() const
{
    return m_comparison.acrossLayers() ? static_cast<int>(std::min(m_source.layer(), m_comparison.rows.size() - 1))
                                       : -1;
}

void ComparisonView::selectionChanged()
{
    viewport()->update();
    const int word = selectedWord();
    if (word < 0 || !hasData()) {
        setAccessibleDescription({});
        return;
    }
    const auto &at = m_comparison.words[static_cast<std::size_t>(word)];
    setAccessibleDescription(
        tr("%1: %2 of %3 select it").arg(format::word(at.label)).arg(at.votes).arg(m_comparison.voters));
    tableCurrentChanged();
    if (word == std::exchange(m_revealed, word)) {
        return;
    }
    const QRectF column = m_picture.column(word).translated(origin());
    reveal(verticalScrollBar(), column.top(), column.bottom() + 4, 0, legendTop());
}

QString ComparisonView::emptySentence() const
{
    return tr("Type a text on the Inspect page, and its words appear here under every method.");
}

void ComparisonView::paintTrace(QPainter &painter, const Palette &colours)
{
    m_picture.setSelected(selectedWord(), selectedRow());
    m_picture.setHovered(hovered().y() < 0 && hovered().x() < 0
                             ? ComparisonPainter::Hit{}
                             : ComparisonPainter::Hit{Area::Row, hovered().x(), hovered().y()});
    const double legend = legendTop();
    painter.save();
    painter.setClipRect(QRectF(0, 0, viewport()->width(), legend - 4));
    painter.translate(origin());
    m_picture.paint(painter, QRectF(QPointF(0, verticalScrollBar()->value()), QSizeF(viewport()->width(), legend)));
    painter.restore();
    painter.translate(margin, legend);
    m_picture.paintLegend(painter, viewport()->width() - 2 * margin);
    painter.translate(-margin, -legend);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent(), 1));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

ComparisonPainter::Hit ComparisonView::hitAt(QPointF position) const
{
    return position.y() < legendTop() - 4 ? m_picture.hitAt(position - origin()) : ComparisonPainter::Hit{};
}

QPoint ComparisonView::hoverAt(QPointF position) const
{
    const auto hit = hitAt(position);
    return {hit.word, hit.row};
}

QString ComparisonView::rowName(const Comparison &comparison, std::size_t row)
{
    const ComparedRow &at = comparison.rows[row];
    const QString name = methods::name(at.method, comparison.rule);
    return at.layer ? tr("%1, layer %2").arg(name).arg(*at.layer + 1) : name;
}

QString ComparisonView::tableColumnName(int column) const
{
    return format::word(m_comparison.words[static_cast<std::size_t>(column)].label);
}

QString ComparisonView::tableCellText(int row, int column) const
{
    return tr("“%1” · %2: %3").arg(tableColumnName(column), tableRowName(row), cellText(row, column));
}

void ComparisonView::selectTableCell(int row, int column)
{
    if (column >= 0) {
        select(column);
    }
    if (selectedRow() >= 0 && row >= 0) {
        m_source.selectLayer(static_cast<std::size_t>(row));
    }
}

QString ComparisonView::cellText(int row, int word) const
{
    const ComparedRow &at = m_comparison.rows[static_cast<std::size_t>(row)];
    if (!at.scored) {
        return tr("not scored yet");
    }
    const auto w = static_cast<std::size_t>(word);
    return tr("score %1 · %2 of uniform · rank %3 of %4%5")
        .arg(format::score(at.raw[w]), format::times(at.ratios[w]))
        .arg(at.ranks[w])
        .arg(m_comparison.words.size())
        .arg(at.selected[w] != 0               ? tr(", selected")
             : at.ranks[w] <= m_comparison.top ? tr(", not selected: no score above zero")
                                               : QString());
}

QString ComparisonView::wordText(int word) const
{
    const ComparedWord &at = m_comparison.words[static_cast<std::size_t>(word)];
    QStringList lines;
    for (int row = 0; row < tableRows(); ++row) {
        lines << tr("%1: %2").arg(ComparisonPainter::rowName(m_comparison, static_cast<std::size_t>(row)),
                                  cellText(row, word));
    }
    if (m_comparison.voters > 1) {
        lines << tr("selected by %1 of %2").arg(at.votes).arg(m_comparison.voters);
    }
    if (m_comparison.marked > 0) {
        lines << (at.marked ? tr("marked by people") : tr("not marked by people"));
    }
    return richTip(QStringLiteral("“%1”").arg(format::word(at.label)).toHtmlEscaped(), lines);
}

QString ComparisonView::rowText(int row) const
{
    const ComparedRow &at = m_comparison.rows[static_cast<std::size_t>(row)];
    QStringList lines{methods::explanation(at.method, m_comparison.rule).toHtmlEscaped()};
    if (const QString origin = methods::origin(at.source, m_comparison.rule); !origin.isEmpty()) {
        lines << tr("from: %1").arg(origin.toHtmlEscaped());
    }
    if (at.target && *at.target < m_model.trace()->labels.size()) {
        lines << tr("of class: %1").arg(QString::fromStdString(m_model.trace()->labels[*at.target]));
    }
    return richTip(tableRowName(row).toHtmlEscaped(), lines);
}

QString ComparisonView::toolTipAt(QPointF position) const
{
    const auto hit = hitAt(position);
    if (hit.area == Area::Row) {
        return hit.word < 0
                   ? rowText(hit.row)
                   : richTip(tr("“%1” · %2").arg(tableColumnName(hit.word), tableRowName(hit.row)).toHtmlEscaped(),
                             {cellText(hit.row, hit.word)});
    }
    if (hit.word >= 0) {
        return wordText(hit.word);
    }
    return hit.area == Area::Votes
               ? richTip(tr("Who selects it"),
                         {tr("One dot for each method that has the word among its top %1;").arg(m_comparison.top),
                          tr("the stronger the ground, the more they disagree. Chance has no vote.")})
               : QString();
}

void ComparisonView::select(int word)
{
    const int last = static_cast<int>(m_comparison.words.size()) - 1;
    if (last >= 0) {
        m_source.selectPiece(m_comparison.words[static_cast<std::size_t>(std::clamp(word, 0, last))].piece);
    }
}

void ComparisonView::keyPressEvent(QKeyEvent *event)
{
    const int more = event->key() == Qt::Key_Plus ? 1 : event->key() == Qt::Key_Minus ? -1 : 0;
    if (more != 0 && !event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT topStepped(more);
    } else {
        PaintedTable::keyPressEvent(event);
    }
}

void ComparisonView::mousePressEvent(QMouseEvent *event)
{
    const auto hit = hitAt(event->position());
    if (event->button() == Qt::LeftButton && hit.area != Area::None) {
        selectTableCell(hit.row, hit.word);
    }
}

QSize ComparisonView::sizeHint() const
{
    return {fontMetrics().height() * 50, fontMetrics().height() * 26};
}

QSize ComparisonView::minimumSizeHint() const
{
    return {fontMetrics().height() * 18, fontMetrics().height() * 13};
}

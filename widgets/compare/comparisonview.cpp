// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparisonview.h"

#include "widgets/style/format.h"
#include "widgets/style/methods.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using Area = ComparisonPainter::Area;

namespace {

constexpr double margin = 6;
constexpr std::size_t shortText = 60; ///< words up to which it is tried to write them larger

QString html(const QString &head, const QStringList &lines)
{
    return QStringLiteral("<p style='white-space:pre'><b>%1</b>%2</p>")
        .arg(head.toHtmlEscaped(),
             lines.isEmpty() ? QString() : QStringLiteral("<br>") + lines.join(QStringLiteral("<br>")));
}

} // namespace

ComparisonView::ComparisonView(QWidget *parent) : TraceArea(parent)
{
    setAccessibleName(tr("Words under every method"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ComparisonView::setComparison(Comparison comparison)
{
    m_comparison = std::move(comparison);
    const auto trace = m_comparison.words.empty() ? nullptr : m_source->trace();
    if (trace != m_model.trace()) {
        forgetHover();
        m_revealed = -1;
        m_model.setTrace(trace);
        tableChanged(this);
    }
    relayout();
    selectionChanged();
}

ComparisonPainter ComparisonView::painter(const Palette &colours) const
{
    ComparisonPainter painter(m_comparison, colours);
    const double width = viewport()->width() - 2 * margin, room = 0.8 * viewport()->height();
    const auto tryFactor = [&](double factor, bool oneLine) {
        QFont scaled = font();
        if (scaled.pointSizeF() > 0) {
            scaled.setPointSizeF(scaled.pointSizeF() * factor);
        }
        painter.layOut(scaled, width);
        return painter.height() + painter.legendHeight() <= room && (!oneLine || painter.lines() <= 1);
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
    painter.stretch(room);
    painter.setSelected(selectedWord(), selectedRow());
    return painter;
}

double ComparisonView::legendTop(const ComparisonPainter &painter) const
{
    return viewport()->height() - painter.legendHeight();
}

QPointF ComparisonView::origin() const
{
    return {margin, static_cast<double>(-verticalScrollBar()->value())};
}

QRect ComparisonView::cellRect(int row, int word) const
{
    const Palette colours(palette());
    return painter(colours).cell(row, word).translated(origin()).toAlignedRect();
}

QColor ComparisonView::cellColour(int row, int word) const
{
    const Palette colours(palette());
    return painter(colours).fill(row, word);
}

void ComparisonView::relayout()
{
    const Palette colours(palette());
    const ComparisonPainter at = painter(colours);
    const int room = static_cast<int>(legendTop(at));
    verticalScrollBar()->setRange(0, hasData() ? std::max(0, static_cast<int>(at.height()) - room) : 0);
    verticalScrollBar()->setPageStep(std::max(room, 1));
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    viewport()->update();
}

int ComparisonView::selectedWord() const
{
    const auto piece = m_source->piece();
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
    const auto &rows = m_comparison.rows;
    const bool across = rows.size() > 1 && rows[0].method == rows[1].method;
    return across ? static_cast<int>(std::min(m_source->layer(), rows.size() - 1)) : -1;
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
    tableCurrentChanged(this);
    if (word == std::exchange(m_revealed, word)) {
        return;
    }
    const Palette colours(palette());
    const ComparisonPainter painted = painter(colours);
    const QRectF column = painted.column(word).translated(origin());
    QScrollBar *bar = verticalScrollBar();
    if (column.top() < 0 || column.height() > legendTop(painted)) {
        bar->setValue(bar->value() + static_cast<int>(column.top()));
    } else if (column.bottom() > legendTop(painted)) {
        bar->setValue(bar->value() + static_cast<int>(column.bottom() - legendTop(painted)) + 4);
    }
}

QString ComparisonView::emptySentence() const
{
    return tr("Type a text on the Inspect page, and its words appear here under every method.");
}

void ComparisonView::paintTrace(QPainter &painter, const Palette &colours)
{
    ComparisonPainter picture = this->painter(colours);
    const QPoint at = hovered();
    if (at.x() >= -1 && at != QPoint(-1, -1)) {
        picture.setHovered({Area::Row, at.x(), at.y()});
    }
    const double legend = legendTop(picture);
    painter.save();
    painter.setClipRect(QRectF(0, 0, viewport()->width(), legend - 4));
    painter.translate(origin());
    picture.paint(painter, QRectF(QPointF(0, verticalScrollBar()->value()), QSizeF(viewport()->width(), legend)));
    painter.restore();
    painter.translate(margin, legend);
    picture.paintLegend(painter, viewport()->width() - 2 * margin);
    painter.translate(-margin, -legend);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent(), 1));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

ComparisonPainter::Hit ComparisonView::hitAt(QPointF position) const
{
    const Palette colours(palette());
    const ComparisonPainter at = painter(colours);
    return position.y() < legendTop(at) - 4 ? at.hitAt(position - origin()) : ComparisonPainter::Hit{};
}

QPoint ComparisonView::hoverAt(QPointF position) const
{
    const auto hit = hitAt(position);
    return {hit.word, hit.row};
}

QString ComparisonView::rowName(int row) const
{
    const ComparedRow &at = m_comparison.rows[static_cast<std::size_t>(row)];
    return at.layer ? tr("%1, layer %2").arg(methods::name(at.method)).arg(*at.layer + 1) : methods::name(at.method);
}

QString ComparisonView::tableColumnName(int column) const
{
    return format::word(m_comparison.words[static_cast<std::size_t>(column)].label);
}

QString ComparisonView::tableCellText(int row, int column) const
{
    return tr("“%1” · %2: %3").arg(tableColumnName(column), rowName(row), cellText(row, column));
}

void ComparisonView::selectTableCell(int row, int column)
{
    if (column >= 0) {
        select(column);
    }
    if (selectedRow() >= 0 && row >= 0) {
        m_source->selectLayer(static_cast<std::size_t>(row));
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
    const Palette colours(palette());
    const ComparisonPainter names(m_comparison, colours);
    for (int row = 0; row < static_cast<int>(m_comparison.rows.size()); ++row) {
        lines << tr("%1: %2").arg(names.rowName(row), cellText(row, word));
    }
    if (m_comparison.voters > 1) {
        lines << tr("selected by %1 of %2").arg(at.votes).arg(m_comparison.voters);
    }
    if (m_comparison.marked > 0) {
        lines << (at.marked ? tr("marked by people") : tr("not marked by people"));
    }
    return html(QStringLiteral("“%1”").arg(format::word(at.label)), lines);
}

QString ComparisonView::rowText(int row) const
{
    const ComparedRow &at = m_comparison.rows[static_cast<std::size_t>(row)];
    QStringList lines{methods::explanation(at.method).toHtmlEscaped()};
    if (!at.source.empty()) {
        lines << tr("from: %1").arg(QString::fromStdString(at.source));
    }
    if (at.target && *at.target < m_model.trace()->labels.size()) {
        lines << tr("of class: %1").arg(QString::fromStdString(m_model.trace()->labels[*at.target]));
    }
    return html(rowName(row), lines);
}

QString ComparisonView::toolTipAt(QPointF position) const
{
    const auto hit = hitAt(position);
    switch (hit.area) {
    case Area::None:
        return {};
    case Area::Row: {
        if (hit.word < 0) {
            return rowText(hit.row);
        }
        return html(tr("“%1” · %2").arg(tableColumnName(hit.word), rowName(hit.row)), {cellText(hit.row, hit.word)});
    }
    case Area::Word:
    case Area::Rationale:
    case Area::Votes:
        break;
    }
    return hit.word >= 0 ? wordText(hit.word)
           : hit.area == Area::Votes
               ? html(tr("Who selects it"),
                      {tr("One dot for each method that has the word among its top %1;").arg(m_comparison.top),
                       tr("the stronger the ground, the more they disagree. Chance has no vote.")})
               : QString();
}

void ComparisonView::select(int word)
{
    const int last = static_cast<int>(m_comparison.words.size()) - 1;
    if (last >= 0) {
        m_source->selectPiece(m_comparison.words[static_cast<std::size_t>(std::clamp(word, 0, last))].piece);
    }
}

void ComparisonView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return select(selectedWord() - 1);
    case Qt::Key_Right:
        return select(selectedWord() + 1);
    case Qt::Key_Home:
        return select(0);
    case Qt::Key_End:
        return select(static_cast<int>(m_comparison.words.size()) - 1);
    case Qt::Key_Up:
        return m_source->stepLayer(-1);
    case Qt::Key_Down:
        return m_source->stepLayer(1);
    case Qt::Key_PageUp:
        return verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_PageDown:
        return verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (!event->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT topStepped(event->key() == Qt::Key_Plus ? 1 : -1);
            return;
        }
        break;
    default:
        break;
    }
    TraceArea::keyPressEvent(event);
}

void ComparisonView::mousePressEvent(QMouseEvent *event)
{
    const auto hit = hitAt(event->position());
    if (event->button() != Qt::LeftButton || hit.area == Area::None) {
        return;
    }
    selectTableCell(hit.row, hit.word);
}

QSize ComparisonView::sizeHint() const
{
    return {fontMetrics().height() * 50, fontMetrics().height() * 26};
}

QSize ComparisonView::minimumSizeHint() const
{
    return {fontMetrics().height() * 18, fontMetrics().height() * 13};
}

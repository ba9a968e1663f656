// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokenmap.h"

#include "widgets/inspect/maplegend.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double margin = 8; ///< free space at the left, right and bottom of the viewport
constexpr double slantAngle = TokenMapGeometry::slant * std::numbers::pi / 180;

} // namespace

TokenMapView::TokenMapView(TraceSource &source, QWidget *parent) : PaintedTable(source, parent)
{
    setAccessibleName(tr("Token map"));
    TokenMapView::traceChanged();
}

void TokenMapView::traceChanged()
{
    m_model.setTrace(m_source.trace());
    modelChanged();
}

void TokenMapView::setMode(TokenMapModel::Mode mode)
{
    m_model.setMode(mode);
    modelChanged();
}

void TokenMapView::setColourScale(ColourScale scale)
{
    m_scale = scale;
    viewport()->update();
    Q_EMIT legendChanged();
    Q_EMIT captionChanged(caption());
}

QString TokenMapView::caption() const
{
    return m_model.caption(m_scale == ColourScale::Relative);
}

QPointF TokenMapView::origin() const
{
    const auto [left, right] = gridRange();
    const double scrolled = horizontalScrollBar()->value();
    return {m_geometry.mirrored() ? right - m_geometry.gridSize().width() + scrolled : left - scrolled,
            m_geometry.headerHeight() - verticalScrollBar()->value()};
}

std::pair<double, double> TokenMapView::headRange() const
{
    const double head = m_geometry.rowHeadWidth(), all = viewport()->width();
    return m_geometry.mirrored() ? std::pair(all - margin - head, all) : std::pair(0.0, margin + head);
}

std::pair<double, double> TokenMapView::gridRange() const
{
    const double head = margin + m_geometry.rowHeadWidth(), all = viewport()->width();
    return m_geometry.mirrored() ? std::pair(0.0, all - head) : std::pair(head, all);
}

void TokenMapView::stepWord(int direction)
{
    const int next = selectedColumn() + (m_geometry.mirrored() ? -direction : direction);
    select(selectedLayer(), std::clamp(next, 0, std::max(m_geometry.columns() - 1, 0)));
}

QRect TokenMapView::cellRect(int layer, int column) const
{
    return m_geometry.cell(layer, column).translated(origin()).toAlignedRect();
}

CellState TokenMapView::cellState(int layer, int column) const
{
    const Palette colours(palette());
    TokenMapPainter painter(m_model, m_geometry, colours, m_scale);
    painter.setSelected(selectedLayer(), selectedColumn());
    return painter.state(layer, column);
}

void TokenMapView::modelChanged()
{
    forgetHover();
    relayout();
    selectionChanged();
    tableChanged();
    Q_EMIT captionChanged(caption());
}

void TokenMapView::selectionChanged()
{
    viewport()->update();
    Q_EMIT legendChanged();
    const int column = selectedColumn(), layer = selectedLayer();
    const QString sentence = column >= 0 && layer >= 0 ? m_model.sentence(layer, column) : caption();
    if (sentence == accessibleDescription()) {
        return;
    }
    setAccessibleDescription(sentence);
    revealSelection();
    tableCurrentChanged();
}

double TokenMapView::legendHeight() const
{
    return m_legendShown ? legendHeight(viewport()->width() - 2 * margin - m_geometry.lineHeight() / 2) + 2 : margin;
}

double TokenMapView::legendHeight(double width) const
{
    const Palette colours(palette());
    return MapLegend(m_model, m_geometry, colours, m_scale).heightFor(width);
}

void TokenMapView::paintLegend(QPainter &painter, double width) const
{
    const Palette colours(palette());
    MapLegend(m_model, m_geometry, colours, m_scale).paint(painter, width, selectedLayer());
}

void TokenMapView::relayout()
{
    const auto &trace = m_model.trace();
    m_geometry.setMirrored(trace && QString::fromStdString(trace->text.substr(0, 200)).isRightToLeft());
    setLayoutDirection(m_geometry.mirrored() ? Qt::RightToLeft : Qt::LeftToRight); // of the scroll bars
    m_geometry.measure(m_model, font());
    // Where the viewport is low, rows come before long labels, up to a point.
    const double rest = m_geometry.rowTop(0) + (m_geometry.rows() + 1) * m_geometry.smallestPitch().height();
    const double room = viewport()->height() - legendHeight() - rest;
    if (m_geometry.headerHeight() > room) {
        m_geometry.measure(m_model, font(), std::max(room, 0.2 * viewport()->height()));
    }
    const QSizeF natural = m_geometry.naturalPitch(), smallest = m_geometry.smallestPitch();
    const double legend = legendHeight();
    const int columns = std::max(m_geometry.columns(), 1);
    const double roomX = viewport()->width() - 2 * margin - m_geometry.rowHeadWidth();
    const double roomY = viewport()->height() - m_geometry.headerHeight() - legend - m_geometry.rowTop(0);
    double height = std::clamp(std::floor(roomY / (m_geometry.rows() + 1)), smallest.height(), 1.2 * natural.height());
    double width = natural.width();
    switch (m_zoom) {
    case Zoom::Auto:
    case Zoom::Fit:
        for (int pass = 0; pass < 4; ++pass) {
            // How far the last labels lean out depends on the width found, a little.
            m_geometry.setPitch({width, height});
            width = std::min((roomX - m_geometry.overhang()) / columns, natural.width());
        }
        // Steps, so that typing another word changes nothing most of the time.
        width = m_zoom == Zoom::Fit
                    ? std::max(std::floor(width * columns - 2) / columns, 1.0)
                    : std::max(std::floor(width * 8 / natural.width()) * natural.width() / 8, smallest.width());
        break;
    case Zoom::Manual:
        width = m_cellWidth;
        height = std::max(height, std::min(width / natural.width(), 3.0) * natural.height());
        break;
    }
    m_geometry.setPitch({width, height});

    const QSizeF grid = m_geometry.gridSize();
    const bool any = m_geometry.columns() > 0;
    setScrolling(horizontalScrollBar(), any ? 2 * margin + grid.width() + m_geometry.overhang() : 0,
                 viewport()->width() - m_geometry.rowHeadWidth(), width);
    setScrolling(verticalScrollBar(), any ? m_geometry.headerHeight() + grid.height() + legend : 0,
                 viewport()->height(), height);
    viewport()->update();
}

void TokenMapView::zoomReset()
{
    m_zoom = Zoom::Auto;
    relayout();
    Q_EMIT zoomed();
    revealSelection();
}

void TokenMapView::zoomFit()
{
    m_zoom = Zoom::Fit;
    relayout();
    Q_EMIT zoomed();
}

void TokenMapView::zoomBy(double factor)
{
    const double natural = m_geometry.naturalPitch().width();
    m_cellWidth = std::clamp(m_geometry.pitch().width() * factor, 1.5, 4 * natural);
    m_zoom = Zoom::Manual;
    relayout();
    Q_EMIT zoomed();
}

void TokenMapView::zoomAs(const TokenMapView &other)
{
    m_zoom = other.m_zoom;
    m_cellWidth = other.m_cellWidth;
    relayout();
}

QString TokenMapView::emptySentence() const
{
    return tr("Type a text, and its words appear here, layer by layer.");
}

void TokenMapView::paintTrace(QPainter &painter, const Palette &colours)
{
    const QRectF all = viewport()->rect();
    TokenMapPainter map(m_model, m_geometry, colours, m_scale);
    map.setSelected(selectedLayer(), selectedColumn());
    map.setHovered(hovered().y(), hovered().x());
    map.setFocused(hasFocus());

    const double legendTop = all.height() - legendHeight();
    const double header = m_geometry.headerHeight();
    const auto [headLeft, headRight] = headRange();
    const auto [left, right] = gridRange();
    const QPointF grid = origin();
    const double begin = m_geometry.mirrored() ? right : left, end = m_geometry.mirrored() ? left : right;
    const int first = std::max(0, m_geometry.columnAt(begin - grid.x()));
    const int found = m_geometry.columnAt(end - grid.x());
    const int last = found < 0 ? m_geometry.columns() - 1 : found;
    const auto within = [&](const QRectF &clip, QPointF offset, const auto &paint) {
        painter.save();
        painter.setClipRect(clip);
        painter.translate(offset);
        paint();
        painter.restore();
    };
    within({0, header, all.width(), legendTop - header}, {margin, grid.y()},
           [&] { map.paintBand(painter, all.width() - 2 * margin); });
    within({headLeft, header, headRight - headLeft, legendTop - header},
           {m_geometry.mirrored() ? headLeft : headLeft + margin, grid.y()}, [&] { map.paintRowHeads(painter); });
    within({left - 2, header, right - left + 4, legendTop - header}, grid,
           [&] { map.paintCells(painter, first, last); });
    // A label belongs to the middle of its cell: it shows while that is in view.
    const double middle = m_geometry.cell(-1, first).center().x() + grid.x();
    const int firstLabel = middle < left || middle > right ? first + 1 : first;
    within({left, 0, right - left, header}, {grid.x(), header}, [&] { map.paintHeader(painter, firstLabel, last); });
    const double legendLeft = margin + m_geometry.lineHeight() / 2;
    if (m_legendShown) {
        within({0, legendTop, all.width(), all.height() - legendTop}, {legendLeft, legendTop},
               [&] { paintLegend(painter, all.width() - margin - legendLeft); });
    }
}

TokenMapGeometry::Hit TokenMapView::hitAt(QPointF position) const
{
    using Area = TokenMapGeometry::Area;
    if (m_geometry.columns() == 0 || m_geometry.rows() == 0 || position.y() > viewport()->height() - legendHeight()) {
        return {};
    }
    const QPointF at = position - origin();
    const auto [left, right] = headRange();
    const bool inHeads = position.x() >= left && position.x() < right;
    if (position.y() < m_geometry.headerHeight()) {
        // Labels lean away from the heads: follow the slant back down to the cell.
        const double along = (m_geometry.headerHeight() - position.y()) / std::tan(slantAngle);
        const int column = m_geometry.columnAt(at.x() + (m_geometry.mirrored() ? along : -along));
        return inHeads || column < 0 ? TokenMapGeometry::Hit{} : TokenMapGeometry::Hit{Area::Header, -1, column};
    }
    if (at.y() >= m_geometry.gridSize().height()) {
        return {};
    }
    const int row = m_geometry.rowAt(at.y());
    if (inHeads) {
        return {Area::RowHead, row, -1};
    }
    const int column = m_geometry.columnAt(at.x());
    return column < 0 ? TokenMapGeometry::Hit{} : TokenMapGeometry::Hit{Area::Cell, row, column};
}

void TokenMapView::select(int layer, int column)
{
    if (m_geometry.rows() == 0) {
        return;
    }
    const auto row = static_cast<std::size_t>(std::clamp(layer, 0, m_geometry.rows() - 1));
    if (column < 0 || column >= m_geometry.columns() || column == selectedColumn()) {
        m_source.selectLayer(row);
    } else {
        m_source.select(row, m_model.column(column).pieces.front());
    }
}

void TokenMapView::revealSelection()
{
    const int column = selectedColumn(), layer = selectedLayer();
    if (column < 0 || layer < 0) {
        return;
    }
    const QRect cell = cellRect(layer, column);
    const auto [left, right] = gridRange();
    const double begin = cell.left() - 2, end = cell.right() + 4, all = viewport()->width();
    if (m_geometry.mirrored()) { // the bar begins at the right
        reveal(horizontalScrollBar(), all - end, all - begin, all - right, all - left);
    } else {
        reveal(horizontalScrollBar(), begin, end, left, right);
    }
    reveal(verticalScrollBar(), cell.top(), cell.bottom(), m_geometry.headerHeight(),
           viewport()->height() - legendHeight());
}

void TokenMapView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Home:
    case Qt::Key_End:
        return control ? m_source.stepLayer((event->key() == Qt::Key_End ? 1 : -1) * m_geometry.rows())
                       : PaintedTable::keyPressEvent(event);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return horizontalScrollBar()->triggerAction(event->key() == Qt::Key_PageUp ? QScrollBar::SliderPageStepSub
                                                                                   : QScrollBar::SliderPageStepAdd);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25);
    case Qt::Key_Minus:
        return zoomBy(0.8);
    case Qt::Key_0:
        return m_zoom == Zoom::Fit ? zoomReset() : zoomFit();
    default:
        PaintedTable::keyPressEvent(event);
    }
}

void TokenMapView::mousePressEvent(QMouseEvent *event)
{
    const auto hit = hitAt(event->position());
    const bool menu = event->button() == Qt::RightButton; // it speaks of the word that is selected
    if ((event->button() != Qt::LeftButton && !menu) || hit.area == TokenMapGeometry::Area::None) {
        return QAbstractScrollArea::mousePressEvent(event);
    }
    const bool ofLayer = hit.row >= 0 && hit.row < m_geometry.rows();
    select(ofLayer ? hit.row : selectedLayer(), hit.column);
}

QPoint TokenMapView::hoverAt(QPointF position) const
{
    const auto hit = hitAt(position);
    return hit.area == TokenMapGeometry::Area::Cell ? QPoint(hit.column, hit.row) : QPoint(-1, -1);
}

QString TokenMapView::toolTipAt(QPointF position) const
{
    const auto hit = hitAt(position);
    const bool ofLayer = hit.row >= 0 && hit.row < m_geometry.rows();
    switch (hit.area) {
    case TokenMapGeometry::Area::Cell:
        return ofLayer ? m_model.toolTip(hit.row, hit.column) : m_model.columnToolTip(hit.column);
    case TokenMapGeometry::Area::Header:
        return m_model.columnToolTip(hit.column);
    case TokenMapGeometry::Area::RowHead:
        return ofLayer ? m_model.rowToolTip(hit.row) : QString();
    case TokenMapGeometry::Area::None:
        break;
    }
    // The legend marks the selected layer's threshold.
    const bool inLegend = position.y() > viewport()->height() - legendHeight();
    return inLegend && selectedLayer() >= 0 ? m_model.rowToolTip(selectedLayer()) : QString();
}

void TokenMapView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        return QAbstractScrollArea::wheelEvent(event);
    }
    // What lies under the pointer stays there.
    const auto columnsUnderPointer = [&] {
        const double x = event->position().x() - origin().x();
        return (m_geometry.mirrored() ? m_geometry.gridSize().width() - x : x) / m_geometry.pitch().width();
    };
    const double before = columnsUnderPointer();
    zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0));
    const double after = columnsUnderPointer();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    static_cast<int>(std::lround((before - after) * m_geometry.pitch().width())));
    event->accept();
}

QSize TokenMapView::sizeHint() const
{
    return {720, static_cast<int>(m_geometry.headerHeight() + m_geometry.naturalPitch().height() * 7 +
                                  m_geometry.rowTop(0) + legendHeight())};
}

QSize TokenMapView::minimumSizeHint() const
{
    const double line = m_geometry.lineHeight();
    return {static_cast<int>(20 * line), static_cast<int>(16 * line)};
}

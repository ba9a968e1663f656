// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/wordview.h"

#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

WordView::WordView(TraceSource &source, QWidget *parent) : QWidget(parent), m_source(source)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Selected word"));
    connect(&source, &TraceSource::analysed, this, &WordView::showWord);
    connect(&source, &TraceSource::selectionChanged, this, &WordView::showWord);
    connect(&source, &TraceSource::outdatedChanged, this, qOverload<>(&QWidget::update));
    showWord();
}

void WordView::showWord()
{
    m_model.setTrace(m_source.trace());
    m_column = m_model.columnOf(m_source.piece());
    QStringList sentences;
    for (int layer = 0; m_column >= 0 && layer < m_model.rowCount(); ++layer) {
        sentences << m_model.sentence(layer, m_column);
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
    updateGeometry(); // as many rows as layers
    update();
    Q_EMIT wordChanged(word());
}

QString WordView::word() const
{
    return m_column >= 0 ? tr("“%1”").arg(format::word(m_model.column(m_column).label, 24)) : QString();
}

QString WordView::fateAt(int layer) const
{
    switch (m_model.cell(layer, m_column).score.fate) {
    case adaplens::Fate::Kept:
        return m_source.trace()->drops ? tr("kept") : QString();
    case adaplens::Fate::Partly:
        return tr("partly");
    case adaplens::Fate::Dropped:
        return tr("dropped");
    case adaplens::Fate::Gone:
        break;
    }
    return tr("gone");
}

int WordView::rows() const
{
    return m_model.rowCount() > 0 ? m_model.rowCount() : 6;
}

int WordView::rowHeight() const
{
    // Room that is left over goes to the rows, until they would look lost in it.
    const int least = fontMetrics().height() + 7;
    return std::clamp(height() / rows(), least, 3 * least);
}

QSize WordView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 44, (fontMetrics().height() + 7) * rows()};
}

QSize WordView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

void WordView::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_column < 0) {
        painter.setPen(colours.faint());
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         m_source.trace() ? tr("select a word in the text or the map") : tr("no text yet"));
    } else {
        painter.setOpacity(m_source.outdated() ? 0.45 : 1.0);
        for (int layer = 0; layer < m_model.rowCount(); ++layer) {
            paintRow(painter, layer);
        }
    }
    if (hasFocus()) {
        painter.setOpacity(1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent(), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void WordView::paintRow(QPainter &painter, int layer) const
{
    const Palette colours(palette());
    const QFontMetrics metrics = fontMetrics();
    const QRect row(0, layer * rowHeight(), width(), rowHeight());
    if (static_cast<int>(m_source.layer()) == layer) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accentSoft());
        painter.drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), 4, 4);
    }
    const auto seen = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const auto aligned = [this](Qt::Alignment side) {
        return static_cast<int>(QStyle::visualAlignment(layoutDirection(), side | Qt::AlignVCenter));
    };
    const int nameWidth = metrics.horizontalAdvance(tr("Layer %1").arg(88)) + 10;
    const int fateWidth = std::max({metrics.horizontalAdvance(tr("dropped")), metrics.horizontalAdvance(tr("kept")),
                                    metrics.horizontalAdvance(tr("partly"))}) +
                          14;
    // Where there is little room the bars matter more than the word.
    const bool wide = width() > metrics.averageCharWidth() * 40;
    const auto value = [wide](double ratio) {
        return wide ? tr("%1 uniform").arg(format::times(ratio)) : format::times(ratio);
    };
    const int valueWidth = metrics.horizontalAdvance(value(0.88)) + 8;
    const int bar = std::min(row.height() - 8, fontMetrics().height() * 3 / 2);
    const int top = row.center().y() - bar / 2; // whole pixels, for sharp edges
    const int barsWidth = std::max(20, width() - nameWidth - fateWidth - valueWidth), valueLeft = nameWidth + barsWidth;
    const QRectF bars(seen({nameWidth, top, barsWidth, bar}));
    const adaplens::WordScore &score = m_model.cell(layer, m_column).score;
    const bool gone = score.fate == adaplens::Fate::Gone;
    painter.setPen(gone ? colours.faint() : colours.ink());
    painter.drawText(seen(row.adjusted(6, 0, 0, 0)), aligned(Qt::AlignLeft), tr("Layer %1").arg(layer + 1));
    // The same scale in every row and for every text: the uniform level in the middle, 1/8 and 8 times it at the ends.
    const auto placeOf = [this, &bars](double ratio) {
        const double log = ratio > 0 ? std::log2(ratio) : -Palette::relativeSpan;
        const double side = isRightToLeft() ? -1 : 1;
        return bars.center().x() + side * bars.width() / 2 * std::clamp(log / Palette::relativeSpan, -1.0, 1.0);
    };
    painter.setPen(QPen(colours.line(), 1));
    painter.drawLine(QPointF(bars.center().x(), row.top()), QPointF(bars.center().x(), row.bottom() + 1));
    if (!gone && m_model.words().hasScores(static_cast<std::size_t>(layer))) {
        const auto ratio = static_cast<double>(score.ratio());
        const double end = placeOf(ratio);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ratio >= 1 ? colours.above() : colours.below());
        painter.drawRoundedRect(QRectF(QPointF(std::min(end, bars.center().x()), bars.top()),
                                       QPointF(std::max(end, bars.center().x()) + 1, bars.bottom())),
                                2, 2);
        painter.setPen(colours.quiet());
        painter.drawText(seen({valueLeft, row.top(), valueWidth, row.height()}), aligned(Qt::AlignRight), value(ratio));
    }
    if (const RuleWords words = m_model.words(); !gone && words.hasLine(static_cast<std::size_t>(layer))) {
        const double threshold = placeOf(words.line(static_cast<std::size_t>(layer)));
        painter.setPen(QPen(colours.ink(), 1.2, Qt::DotLine));
        painter.drawLine(QPointF(threshold, row.top() + 2), QPointF(threshold, row.bottom() - 1));
    }
    const bool leaves = score.fate == adaplens::Fate::Dropped || score.fate == adaplens::Fate::Partly;
    QFont type = font();
    type.setBold(leaves);
    painter.setFont(type);
    painter.setPen(gone ? colours.faint() : leaves ? colours.below() : colours.quiet());
    painter.drawText(seen(row.adjusted(0, 0, -4, 0)), aligned(Qt::AlignRight), fateAt(layer));
    painter.setFont(font());
}

int WordView::layerAt(QPoint position) const
{
    const int row = position.y() / rowHeight();
    return m_column >= 0 && row >= 0 && row < m_model.rowCount() ? row : -1;
}

bool WordView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const int layer = layerAt(help->pos());
    QToolTip::showText(help->globalPos(), layer < 0 ? QString() : m_model.toolTip(layer, m_column), this);
    return true;
}

void WordView::mousePressEvent(QMouseEvent *event)
{
    if (const int layer = layerAt(event->position().toPoint()); layer >= 0) {
        m_source.selectLayer(static_cast<std::size_t>(layer));
    }
}

void WordView::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    step != 0 ? m_source.stepLayer(step) : QWidget::keyPressEvent(event);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokentextarea.h"

#include "widgets/inspect/accessibletokentext.h"
#include "widgets/style/format.h"
#include "widgets/style/palette.h"
#include "widgets/style/scaledfont.h"
#include "widgets/trace/marks.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <cmath>

using adaplens::Fate;

namespace {

constexpr double margin = 8;

} // namespace

TokenTextArea::TokenTextArea(TraceSource &source, QWidget *parent) : TraceArea(source, parent)
{
    announceTokenTexts();
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Text, as far as it is left after the selected layer"));
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setDuration(500);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, &TokenTextArea::recolour);
    TokenTextArea::traceChanged();
}

void TokenTextArea::traceChanged()
{
    const auto &trace = m_source.trace();
    m_fade.stop();
    forgetHover();
    m_shown = trace ? PieceText::of(*trace) : PieceText();
    m_model.setTrace(trace);
    m_words.clear();
    for (qsizetype i = 0; i < m_shown.spans.size(); ++i) {
        if (!m_words.isEmpty() && columnOf(m_words.last().first) == columnOf(i)) {
            m_words.last().second = i;
        } else {
            m_words.append({i, i});
        }
    }
    m_flow.setText(m_shown.text);
    m_layer = layer();
    writeNote();
    relayout();
    Q_EMIT captionChanged(caption());
}

QString TokenTextArea::caption() const
{
    if (!hasData()) {
        return {};
    }
    return m_model.trace()->drops ? tr("What is still alive after layer %1 — each word fades where it is dropped")
                                        .arg(m_source.layer() + 1)
                                  : tr("This model drops nothing: every word is read by every layer");
}

void TokenTextArea::writeNote()
{
    m_note.clear();
    const auto &trace = m_model.trace();
    if (!trace) {
        return;
    }
    const QLocale locale;
    const std::size_t cut = trace->encoding.cutWords;
    if (trace->windows > 1) {
        m_note = tr("Part %1 of %2 of the text; the grey words are not read in it.")
                     .arg(trace->window + 1)
                     .arg(trace->windows);
    } else if (cut > 0) {
        m_note = tr("The grey end, %1, is not read: the model takes %2 pieces at most.")
                     .arg(format::words(cut), locale.toString(static_cast<qulonglong>(trace->encoding.pieces.size())));
    }
    const qsizetype hidden = m_shown.hiddenBefore + m_shown.hiddenAfter;
    if (hidden > 0) {
        m_note += (m_note.isEmpty() ? QString() : QStringLiteral(" ")) +
                  tr("%1 more characters are not shown.").arg(locale.toString(static_cast<qlonglong>(hidden)));
    }
}

QFont TokenTextArea::textFont() const
{
    QFont result = scaledFont(font(), 1.3);
    // Room between the words for the boxes around them.
    result.setWordSpacing(QFontMetricsF(result).height() * 0.26);
    return result;
}

std::size_t TokenTextArea::layer() const
{
    return static_cast<std::size_t>(std::max(selectedLayer(), 0));
}

double TokenTextArea::faded() const
{
    return m_fade.state() == QAbstractAnimation::Running ? m_fade.currentValue().toDouble() : 1.0;
}

TokenTextArea::Look TokenTextArea::lookOf(std::size_t piece) const
{
    const auto dropped = m_model.dropLayerOfPiece(piece);
    return !dropped || *dropped > m_layer ? Look::Kept : *dropped == m_layer ? Look::DroppedHere : Look::Gone;
}

bool TokenTextArea::isOnlyHere(std::size_t piece) const
{
    return m_model.keptIn(static_cast<int>(m_layer), m_model.columnOf(piece)) == KeptIn::OnlyHere;
}

QPointF TokenTextArea::offset() const
{
    return {margin, margin / 2 - verticalScrollBar()->value()};
}

int TokenTextArea::contentHeight() const
{
    const double note = m_note.isEmpty() ? 0 : 2.5 * fontMetrics().height();
    return static_cast<int>(std::ceil(m_flow.height() + note + margin));
}

void TokenTextArea::relayout()
{
    recolour(); // first, so that a new text is broken into lines once
    m_flow.layOut(textFont(), viewport()->width() - 2 * margin, 1.42);
    setScrolling(verticalScrollBar(), contentHeight(), viewport()->height(), m_flow.lineHeight());
    viewport()->update();
}

void TokenTextArea::recolour()
{
    const Palette colours(palette());
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](qsizetype begin, qsizetype end, const QColor &colour) {
        QTextCharFormat format;
        format.setForeground(colour);
        ranges.append({static_cast<int>(begin), static_cast<int>(end - begin), format});
    };
    for (const auto &[begin, end] : m_shown.unread) {
        add(begin, end, colours.faint());
    }
    // What is in no range keeps the ink of the pen. Gaps between words hold no ink, so that neighbours of one look
    // share a range: each border between two is a border for the shaping of the text, which takes its time.
    Look before = Look::Kept;
    for (const auto &span : m_shown.spans) {
        const Look look = lookOf(span.piece);
        if (look != Look::Kept && look == before) {
            ranges.last().length = static_cast<int>(span.end) - ranges.last().start;
        } else if (look != Look::Kept) {
            add(span.begin, span.end,
                look == Look::Gone ? colours.faint() : Palette::mix(colours.ink(), colours.faint(), faded()));
        }
        before = look;
    }
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    m_flow.setColours(ranges);
    viewport()->update();
}

void TokenTextArea::selectionChanged()
{
    const std::size_t now = layer();
    if (now != m_layer) {
        const bool forward = now == m_layer + 1 || now == 0;
        m_layer = now;
        if (m_animated && forward && style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0) {
            m_fade.stop();
            m_fade.start();
        }
        recolour();
    }
    const int column = selectedColumn();
    setAccessibleDescription(column >= 0 && m_model.rowCount() > 0 ? m_model.sentence(static_cast<int>(m_layer), column)
                                                                   : m_note);
    if (column >= 0) {
        const auto [begin, end] = selectedRange();
        if (const QList<QRectF> lines = m_flow.rects(begin, end); !lines.isEmpty()) {
            const QRectF first = lines.first().translated(offset());
            reveal(verticalScrollBar(), first.top() - margin / 2, first.bottom() + margin / 2, 0, viewport()->height());
        }
        QAccessibleTextCursorEvent event(this, static_cast<int>(begin));
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT captionChanged(caption());
    viewport()->update();
}

std::pair<qsizetype, qsizetype> TokenTextArea::selectedRange() const
{
    const int column = selectedColumn();
    const qsizetype word = wordFrom(column);
    if (word >= m_words.size() || columnOf(m_words[word].first) != column) {
        return {0, 0};
    }
    return {m_shown.spans[m_words[word].first].begin, m_shown.spans[m_words[word].second].end};
}

void TokenTextArea::selectAt(qsizetype position)
{
    const auto at = std::find_if(m_shown.spans.begin(), m_shown.spans.end(),
                                 [position](const PieceText::Span &span) { return span.end > position; });
    selectSpan(at - m_shown.spans.begin());
}

QRect TokenTextArea::characterRect(qsizetype position) const
{
    const QList<QRectF> rects = m_flow.rects(position, position + 1);
    return rects.isEmpty() ? QRect() : rects.first().translated(offset()).toAlignedRect();
}

QList<QRectF> TokenTextArea::boxesOf(qsizetype first, qsizetype last) const
{
    const qsizetype begin = m_shown.spans[first].begin, end = m_shown.spans[last].end;
    // A box may grow into white space, not into a neighbour.
    const auto open = [this](qsizetype at) {
        return at < 0 || at >= m_shown.text.size() || m_shown.text[at].isSpace();
    };
    const double before = open(begin - 1) ? 3.5 : 0.5, after = open(end) ? 3.5 : 0.5;
    QList<QRectF> boxes = m_flow.rects(begin, end);
    for (QRectF &box : boxes) {
        box.adjust(-before, -1, after, 1);
    }
    return boxes;
}

void TokenTextArea::paintWords(QPainter &painter, const Palette &colours, const QRectF &visible) const
{
    const int selected = selectedColumn();
    const int row = static_cast<int>(m_layer);
    const bool scored = m_model.words().hasScores(m_layer);
    const auto [begin, end] = m_flow.rangeWithin(visible);
    for (const auto &[first, last] : m_words) {
        if (m_shown.spans[last].end <= begin || m_shown.spans[first].begin >= end) {
            continue;
        }
        const int column = columnOf(first);
        const auto &score = m_model.cell(row, column).score;
        const bool left = score.fate == Fate::Kept || score.fate == Fate::Partly;
        const bool ring = column == selected, hover = column == hovered().x();
        if (!left && !ring && !hover) {
            continue;
        }
        const bool above = left && scored && score.ratio() >= 1;
        const QColor edge = ring    ? (hasFocus() ? colours.accent() : colours.ink())
                            : hover ? colours.quiet()
                            : above ? Palette::mix(colours.card(), colours.above(), 0.55)
                                    : colours.line();
        painter.setPen(QPen(edge, ring ? 2 : 1));
        painter.setBrush(!left ? QBrush(Qt::NoBrush) : QBrush(above ? colours.aboveSoft() : colours.card()));
        const bool only = left && m_model.keptIn(row, column) == KeptIn::OnlyHere;
        for (const QRectF &box : boxesOf(first, last)) {
            painter.drawRoundedRect(box, 5, 5);
            if (only) {
                marks::onlyHere(painter, box, colours.ink());
            }
        }
    }
}

void TokenTextArea::paintStrikes(QPainter &painter, const Palette &colours, const QRectF &visible) const
{
    const auto [begin, end] = m_flow.rangeWithin(visible);
    for (const auto &span : m_shown.spans) {
        const Look look = lookOf(span.piece);
        if (look == Look::Kept || span.end <= begin || span.begin >= end) {
            continue;
        }
        painter.setPen(look == Look::Gone ? QPen(colours.faint(), 1) : QPen(colours.below(), 1.8));
        for (const QRectF &rect : m_flow.rects(span.begin, span.end)) {
            const double y = std::round(rect.center().y() + rect.height() * 0.06) + 0.5;
            const double width = look == Look::Gone ? rect.width() : rect.width() * faded();
            painter.drawLine(QLineF(rect.left(), y, rect.left() + width, y));
        }
    }
}

QString TokenTextArea::emptySentence() const
{
    return tr("Your text appears here, word by word as the layers drop it.");
}

void TokenTextArea::paintTrace(QPainter &painter, const Palette &colours)
{
    painter.save();
    painter.translate(offset());
    const QRectF visible(0, -offset().y(), viewport()->width(), viewport()->height());
    paintWords(painter, colours, visible);
    painter.setPen(colours.ink());
    m_flow.paint(painter, visible);
    paintStrikes(painter, colours, visible);
    if (!m_note.isEmpty()) {
        painter.setPen(colours.warning());
        painter.drawText(QRectF(0, m_flow.height() + 2, viewport()->width() - 2 * margin, 2.5 * fontMetrics().height()),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_note);
    }
    painter.restore();
}

QPoint TokenTextArea::hoverAt(QPointF position) const
{
    const qsizetype span = spanAt(position);
    return span < 0 ? QPoint(-1, -1) : QPoint(columnOf(span), static_cast<int>(m_layer));
}

QString TokenTextArea::toolTipAt(QPointF position) const
{
    const QPoint at = hasData() ? hoverAt(position) : QPoint(-1, -1);
    return at.x() < 0 ? QString() : m_model.toolTip(at.y(), at.x());
}

void TokenTextArea::selectSpan(qsizetype span)
{
    if (span >= 0 && span < m_shown.spans.size()) {
        m_source.selectPiece(m_shown.spans[span].piece);
    }
}

qsizetype TokenTextArea::wordFrom(int column) const
{
    return std::lower_bound(m_words.begin(), m_words.end(), column,
                            [this](const auto &word, int c) { return columnOf(word.first) < c; }) -
           m_words.begin();
}

void TokenTextArea::stepWord(int direction)
{
    const qsizetype here = wordFrom(selectedColumn());
    // [CLS] and its like have no place in the text: the step to the right leads to the word after them.
    const bool there = selectedRange().second > 0;
    const qsizetype to = direction > 0 ? here + (there ? 1 : 0) : here - 1;
    if (!m_words.isEmpty()) {
        selectSpan(m_words[std::clamp<qsizetype>(to, 0, m_words.size() - 1)].first);
    }
}

void TokenTextArea::selectEnd(bool last)
{
    selectSpan(!last ? 0 : m_words.isEmpty() ? -1 : m_words.last().first);
}

void TokenTextArea::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        Q_EMIT playRequested();
    } else {
        TraceArea::keyPressEvent(event);
    }
}

void TokenTextArea::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton) { // a menu speaks of the selection
        selectSpan(spanAt(event->position()));
    }
}

QSize TokenTextArea::sizeHint() const
{
    const double line = QFontMetricsF(textFont()).height() * 1.42;
    return {static_cast<int>(24 * line), static_cast<int>(std::ceil(2 * line + margin))};
}

QSize TokenTextArea::minimumSizeHint() const
{
    const double line = QFontMetricsF(textFont()).height() * 1.42;
    return {static_cast<int>(8 * line), static_cast<int>(std::ceil(line + margin))};
}

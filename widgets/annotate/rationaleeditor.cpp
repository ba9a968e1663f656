// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/rationaleeditor.h"

#include "widgets/style/palette.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace {

constexpr double margin = 8;
constexpr double spacing = 1.5;

} // namespace

RationaleEditor::RationaleEditor(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Text to annotate"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void RationaleEditor::setText(const std::string &text)
{
    m_text = WordText(text);
    m_flow.setText(m_text.text());
    m_cursor = m_anchor = m_text.words().isEmpty() ? -1 : 0;
    m_dragging = false;
    m_spans.clear();
    m_marked.assign(static_cast<std::size_t>(m_text.words().size()), 0);
    relayout();
    verticalScrollBar()->setValue(0);
    Q_EMIT cursorMoved();
}

void RationaleEditor::setSpans(const std::vector<adaplens::ByteRange> &spans)
{
    m_spans.clear();
    std::fill(m_marked.begin(), m_marked.end(), 0);
    for (const adaplens::ByteRange &span : spans) {
        if (const auto words = m_text.wordsIn(span)) {
            m_spans.push_back(*words);
            std::fill(m_marked.begin() + words->first, m_marked.begin() + words->second + 1, 1);
        }
    }
    viewport()->update();
}

void RationaleEditor::clear()
{
    setText({});
}

std::pair<qsizetype, qsizetype> RationaleEditor::selection() const
{
    return {std::min(m_cursor, m_anchor), std::max(m_cursor, m_anchor)};
}

bool RationaleEditor::isMarked(qsizetype word) const
{
    return word >= 0 && m_marked.at(static_cast<std::size_t>(word)) != 0;
}

QPointF RationaleEditor::offset() const
{
    return {margin, margin / 2 - verticalScrollBar()->value()};
}

QFont RationaleEditor::textFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    return large;
}

QList<QRectF> RationaleEditor::wordRects(qsizetype word) const
{
    const WordText::Word &at = m_text.words().at(word);
    QList<QRectF> rects = m_flow.rects(at.begin, at.end);
    for (QRectF &rect : rects) {
        rect.translate(offset());
    }
    return rects;
}

void RationaleEditor::relayout()
{
    m_flow.layOut(textFont(), viewport()->width() - 2 * margin, spacing);
    const int height = static_cast<int>(std::ceil(m_flow.height() + margin));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(m_flow.lineHeight()));
    viewport()->update();
}

void RationaleEditor::paintBoxes(QPainter &painter, std::pair<qsizetype, qsizetype> words, const QColor &ground,
                                 const QPen &edge) const
{
    if (words.first < 0) {
        return;
    }
    painter.setBrush(ground);
    painter.setPen(edge);
    for (QRectF box : m_flow.rects(m_text.words().at(words.first).begin, m_text.words().at(words.second).end)) {
        painter.drawRoundedRect(box.adjusted(-2.5, -1, 2.5, 1), 4, 4);
    }
}

void RationaleEditor::paintSpans(QPainter &painter, const Palette &colours) const
{
    const QColor ground = colours.highlighter();
    for (const auto &words : m_spans) {
        paintBoxes(painter, words, ground, Qt::NoPen);
    }
}

void RationaleEditor::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_text.words().isEmpty()) {
        painter.setPen(colours.quiet());
        painter.drawText(
            QRectF(viewport()->rect()).adjusted(margin, margin, -margin, -margin),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
            tr("Choose a text above, or write a new one, to mark the words that are the reason for its label."));
        return;
    }
    painter.translate(offset());
    paintSpans(painter, colours);
    const auto selected = selection();
    if (selected.first != selected.second) {
        QColor ground = m_erasing && m_dragging ? colours.line() : colours.accentSoft();
        ground.setAlphaF(0.75F);
        paintBoxes(painter, selected, ground, Qt::NoPen);
    }
    painter.setPen(colours.ink());
    m_flow.paint(painter, QRectF(0, -offset().y(), viewport()->width(), viewport()->height()));
    paintBoxes(painter, {m_cursor, m_cursor}, Qt::transparent,
               QPen(hasFocus() ? colours.accent() : colours.line(), hasFocus() ? 2 : 1));
}

void RationaleEditor::moveTo(qsizetype word, bool extend)
{
    if (m_text.words().isEmpty()) {
        return;
    }
    word = std::clamp<qsizetype>(word, 0, m_text.words().size() - 1);
    if (word == m_cursor && (extend || m_anchor == word)) {
        return;
    }
    m_cursor = word;
    if (!extend) {
        m_anchor = word;
    }
    const WordText::Word &at = m_text.words().at(word);
    const QString name = m_text.text().mid(at.begin, at.end - at.begin);
    setAccessibleDescription(isMarked(word) ? tr("%1, marked").arg(name) : name);
    reveal(word);
    viewport()->update();
    Q_EMIT cursorMoved();
}

void RationaleEditor::reveal(qsizetype word)
{
    const QList<QRectF> rects = wordRects(word);
    if (rects.isEmpty()) {
        return;
    }
    QScrollBar *bar = verticalScrollBar();
    if (rects.first().top() < margin) {
        bar->setValue(bar->value() + static_cast<int>(std::floor(rects.first().top() - margin)));
    } else if (rects.last().bottom() > viewport()->height() - margin) {
        bar->setValue(bar->value() +
                      static_cast<int>(std::ceil(rects.last().bottom() - viewport()->height() + margin)));
    }
}

bool RationaleEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype word = wordAt(QPointF(help->pos()), false);
        for (std::size_t i = 0; i < m_spans.size() && word >= 0; ++i) {
            if (m_spans[i].first <= word && word <= m_spans[i].second) {
                const qsizetype words = m_spans[i].second - m_spans[i].first + 1;
                QToolTip::showText(help->globalPos(),
                                   tr("Span %1 of %2, %3")
                                       .arg(i + 1)
                                       .arg(m_spans.size())
                                       .arg(words == 1 ? tr("1 word") : tr("%1 words").arg(words)),
                                   viewport());
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void RationaleEditor::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void RationaleEditor::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        relayout();
        updateGeometry();
    } else if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

void RationaleEditor::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RationaleEditor::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

QSize RationaleEditor::sizeHint() const
{
    const double line = QFontMetricsF(textFont()).height() * spacing;
    return {static_cast<int>(20 * line), static_cast<int>(std::ceil(6 * line + margin))};
}

QSize RationaleEditor::minimumSizeHint() const
{
    const double line = QFontMetricsF(textFont()).height() * spacing;
    return {static_cast<int>(8 * line), static_cast<int>(std::ceil(2 * line + margin))};
}

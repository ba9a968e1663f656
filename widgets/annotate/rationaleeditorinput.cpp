// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keyboard do in the editor.
#include "widgets/annotate/rationaleeditor.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

void RationaleEditor::markSelection()
{
    if (m_cursor >= 0) {
        Q_EMIT markRequested(m_text.bytes(m_anchor, m_cursor));
        m_anchor = m_cursor;
        viewport()->update();
        Q_EMIT cursorMoved();
    }
}

void RationaleEditor::eraseSelection()
{
    if (m_cursor < 0) {
        return;
    }
    auto words = selection();
    if (words.first == words.second) {
        // The whole span that the word lies in.
        for (const auto &span : m_spans) {
            if (span.first <= m_cursor && m_cursor <= span.second) {
                words = {std::min(words.first, span.first), std::max(words.second, span.second)};
            }
        }
    }
    Q_EMIT eraseRequested(m_text.bytes(words.first, words.second));
    m_anchor = m_cursor;
    viewport()->update();
    Q_EMIT cursorMoved();
}

void RationaleEditor::stepLine(int direction, bool extend)
{
    if (m_cursor < 0) {
        return;
    }
    const QRectF here = wordRects(m_cursor).value(0);
    // The nearest word of the first line beyond this one that has words.
    qsizetype best = m_cursor;
    double line = 0, distance = 0;
    for (qsizetype word = m_cursor; word >= 0 && word < m_text.words().size(); word += direction) {
        const QRectF rect = wordRects(word).value(0);
        if (std::abs(rect.top() - here.top()) < m_flow.lineHeight() / 2) {
            continue;
        }
        const double away = std::abs(rect.center().x() - here.center().x());
        if (best != m_cursor && std::abs(rect.top() - line) > m_flow.lineHeight() / 2) {
            break;
        }
        if (best == m_cursor || away < distance) {
            best = word;
            distance = away;
            line = rect.top();
        }
    }
    moveTo(best, extend);
}

void RationaleEditor::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool mirrored = m_text.text().isRightToLeft();
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        event->ignore(); // the page's, not the scroll bar's
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_cursor + (mirrored ? 1 : -1), extend);
    case Qt::Key_Right:
        return moveTo(m_cursor + (mirrored ? -1 : 1), extend);
    case Qt::Key_Up:
        return stepLine(-1, extend);
    case Qt::Key_Down:
        return stepLine(1, extend);
    case Qt::Key_Home:
        return moveTo(0, extend);
    case Qt::Key_End:
        return moveTo(m_text.words().size() - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return markSelection();
    case Qt::Key_M:
        return control ? QAbstractScrollArea::keyPressEvent(event) : markSelection();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return eraseSelection();
    case Qt::Key_A:
        if (control && m_cursor >= 0) {
            m_anchor = 0;
            return moveTo(m_text.words().size() - 1, true);
        }
        break;
    case Qt::Key_Escape:
        if (m_anchor != m_cursor) {
            m_anchor = m_cursor;
            viewport()->update();
            Q_EMIT cursorMoved();
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

qsizetype RationaleEditor::wordAt(QPointF position, bool nearest) const
{
    const QPointF place = position - offset();
    qsizetype at = m_flow.positionAt(place);
    if (at < 0 && nearest) {
        // Beside the lines: the nearest word of the line at this height.
        const QList<WordText::Word> &words = m_text.words();
        const auto rectOf = [this](const WordText::Word &word) { return m_flow.rects(word.begin, word.end).value(0); };
        const double slack = m_flow.lineHeight() / 2;
        const auto first = std::partition_point(words.begin(), words.end(), [&](const WordText::Word &word) {
            return rectOf(word).center().y() + slack <= place.y();
        });
        qsizetype best = first == words.end() ? words.size() - 1 : first - words.begin();
        double distance = -1;
        for (auto word = first; word != words.end(); ++word) {
            const QRectF rect = rectOf(*word);
            const double away = std::abs(rect.center().x() - place.x());
            if (rect.center().y() - slack > place.y()) {
                break;
            }
            if (distance < 0 || away < distance) {
                best = word - words.begin();
                distance = away;
            }
        }
        return best;
    }
    if (at < 0) {
        return -1;
    }
    const qsizetype word = m_text.wordAt(at);
    const bool inside = word >= 0 && at >= m_text.words().at(word).begin && at < m_text.words().at(word).end;
    return inside || nearest ? word : -1;
}

void RationaleEditor::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const qsizetype word = wordAt(event->position(), extend);
    if (word < 0) {
        return;
    }
    m_dragging = !extend;
    moveTo(word, extend);
    m_erasing = isMarked(word);
}

void RationaleEditor::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging && event->buttons().testFlag(Qt::LeftButton)) {
        if (const qsizetype word = wordAt(event->position(), true); word >= 0) {
            moveTo(word, true);
            const auto words = selection();
            m_erasing = std::all_of(m_marked.begin() + words.first, m_marked.begin() + words.second + 1,
                                    [](std::uint8_t marked) { return marked != 0; });
        }
    }
}

void RationaleEditor::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging || event->button() != Qt::LeftButton) {
        return;
    }
    m_dragging = false;
    if (m_anchor == m_cursor) {
        return; // a click only moves the cursor
    }
    if (m_erasing) {
        eraseSelection();
    } else {
        markSelection();
    }
}

void RationaleEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qsizetype word = event->button() == Qt::LeftButton ? wordAt(event->position(), false) : -1;
    if (word < 0) {
        return;
    }
    moveTo(word, false);
    if (isMarked(word)) {
        Q_EMIT eraseRequested(m_text.bytes(word, word));
    } else {
        markSelection();
    }
}

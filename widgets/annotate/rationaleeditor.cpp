// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/rationaleeditor.h"

#include "widgets/style/palette.h"
#include "widgets/style/relativefont.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

RationaleEditor::RationaleEditor(QWidget *parent) : QTextEdit(parent)
{
    setObjectName(QStringLiteral("rationaleEditor"));
    setAccessibleName(tr("Text to annotate"));
    setPlaceholderText(
        tr("Choose a text above, or write a new one, to mark the words that are the reason for its label."));
    setReadOnly(true);
    setUndoRedoEnabled(false); // what is undone are marks, which are not in here
    setTabChangesFocus(true);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(8);
    (new RelativeFont(this))->set(1.3, false);
}

void RationaleEditor::setSource(const std::string &text)
{
    m_text = WordText(text);
    setPlainText(m_text.text());
    QTextBlockFormat airy;
    airy.setLineHeight(150, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(airy);
    m_cursor = m_anchor = m_text.words().isEmpty() ? -1 : 0;
    m_dragging = false;
    m_spans.clear();
    showMarks();
    verticalScrollBar()->setValue(0);
    Q_EMIT cursorMoved();
}

void RationaleEditor::setSpans(const std::vector<adaplens::ByteRange> &spans)
{
    m_spans.clear();
    for (const adaplens::ByteRange &span : spans) {
        if (const auto words = m_text.wordsIn(span)) {
            m_spans.append(*words);
        }
    }
    showMarks();
}

std::pair<qsizetype, qsizetype> RationaleEditor::selection() const
{
    return std::minmax(m_cursor, m_anchor);
}

qsizetype RationaleEditor::spanOf(qsizetype word) const
{
    const auto at = std::find_if(m_spans.begin(), m_spans.end(), [word](const auto &span) {
        return word >= 0 && span.first <= word && word <= span.second;
    });
    return at == m_spans.end() ? -1 : at - m_spans.begin();
}

QTextCursor RationaleEditor::textRange(qsizetype first, qsizetype last) const
{
    QTextCursor range(document());
    range.setPosition(static_cast<int>(m_text.words().at(first).begin));
    range.setPosition(static_cast<int>(m_text.words().at(last).end), QTextCursor::KeepAnchor);
    return range;
}

void RationaleEditor::showMarks()
{
    const Palette colours(palette());
    QList<ExtraSelection> marks;
    const auto add = [&](std::pair<qsizetype, qsizetype> words) -> QTextCharFormat & {
        marks.append({textRange(words.first, words.second), {}});
        return marks.last().format;
    };
    for (const auto &span : std::as_const(m_spans)) {
        add(span).setBackground(colours.highlighter());
    }
    if (m_cursor >= 0) {
        if (m_dragging && m_erasing && m_cursor != m_anchor) {
            add(selection()).setBackground(colours.line());
        }
        const QPen box(hasFocus() ? colours.accent() : colours.line(), hasFocus() ? 2 : 1);
        add({m_cursor, m_cursor}).setProperty(QTextFormat::OutlinePen, box);
    }
    setExtraSelections(marks);
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
    m_anchor = extend ? m_anchor : word;
    const QString name = textRange(word, word).selectedText();
    setAccessibleDescription(isMarked(word) ? tr("%1, marked").arg(name) : name);
    if (m_dragging) { // over nothing but marked words it unmarks
        const auto [first, last] = selection();
        m_erasing = true;
        for (qsizetype each = first; each <= last; ++each) {
            m_erasing = m_erasing && isMarked(each);
        }
    }
    moveTextCursor();
    showMarks();
    Q_EMIT cursorMoved();
}

void RationaleEditor::moveTextCursor()
{
    const QTextCursor here = textRange(m_cursor, m_cursor), start = textRange(m_anchor, m_anchor);
    const bool backwards = m_cursor < m_anchor;
    QTextCursor range = here;
    range.setPosition(backwards ? start.selectionEnd() : start.selectionStart());
    range.setPosition(backwards || m_cursor == m_anchor ? here.selectionStart() : here.selectionEnd(),
                      QTextCursor::KeepAnchor);
    if (m_erasing && m_dragging) {
        range.clearSelection(); // showMarks() paints it in another colour
    }
    setTextCursor(range);
}

void RationaleEditor::dropSelection()
{
    m_anchor = m_cursor;
    m_dragging = false;
    moveTextCursor();
    showMarks();
    Q_EMIT cursorMoved();
}

void RationaleEditor::markSelection()
{
    if (m_cursor >= 0) {
        Q_EMIT markRequested(m_text.bytes(m_anchor, m_cursor));
        dropSelection();
    }
}

void RationaleEditor::eraseSelection()
{
    if (m_cursor < 0) {
        return;
    }
    auto words = selection();
    if (const qsizetype span = spanOf(m_cursor); words.first == words.second && span >= 0) {
        words = m_spans[span]; // the whole span that the word lies in
    }
    Q_EMIT eraseRequested(m_text.bytes(words.first, words.second));
    dropSelection();
}

void RationaleEditor::moveByLine(QTextCursor::MoveOperation direction, bool extend)
{
    if (m_cursor < 0) {
        return;
    }
    QTextCursor at = textRange(m_cursor, m_cursor);
    at.setPosition((at.selectionStart() + at.selectionEnd()) / 2);
    while (at.movePosition(direction)) {
        const qsizetype word = m_text.wordAt(at.position());
        if (word != m_cursor && textRange(word, word).block() == at.block()) {
            moveTo(word, extend);
            return;
        }
    }
}

void RationaleEditor::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int forwards = m_text.text().isRightToLeft() ? -1 : 1;
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        event->ignore(); // the page's, not the scroll bar's
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        return copy();
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_cursor - forwards, extend);
    case Qt::Key_Right:
        return moveTo(m_cursor + forwards, extend);
    case Qt::Key_Up:
        return moveByLine(QTextCursor::Up, extend);
    case Qt::Key_Down:
        return moveByLine(QTextCursor::Down, extend);
    case Qt::Key_Home:
        return moveTo(0, extend);
    case Qt::Key_End:
        return moveTo(m_text.words().size() - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return markSelection();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return eraseSelection();
    case Qt::Key_M:
        if (!control) {
            return markSelection();
        }
        break;
    case Qt::Key_A:
        if (control && m_cursor >= 0) {
            m_anchor = 0;
            return moveTo(m_text.words().size() - 1, true);
        }
        break;
    case Qt::Key_Escape:
        if (m_anchor != m_cursor) {
            return dropSelection();
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event); // what is left would edit the text, or is the page's
}

qsizetype RationaleEditor::wordAt(QPointF point, bool nearest) const
{
    const QPointF place = point + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QAbstractTextDocumentLayout &layout = *document()->documentLayout();
    const int near = layout.hitTest(place, nearest ? Qt::FuzzyHit : Qt::ExactHit);
    if (near < 0) {
        return -1;
    }
    // It may lie between two words that touch: the one of the character under the pointer is meant.
    const QTextBlock block = document()->findBlock(near);
    const double top = layout.blockBoundingRect(block).top();
    int line = 0;
    while (line + 1 < block.layout()->lineCount() && block.layout()->lineAt(line).rect().bottom() < place.y() - top) {
        ++line;
    }
    const double x = place.x() - document()->documentMargin();
    const int at = block.position() + block.layout()->lineAt(line).xToCursor(x, QTextLine::CursorOnCharacter);
    const qsizetype word = m_text.wordAt(at);
    const bool inside = word >= 0 && at >= m_text.words().at(word).begin && at < m_text.words().at(word).end;
    return inside || nearest ? word : -1;
}

void RationaleEditor::mousePressEvent(QMouseEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const qsizetype word = event->button() == Qt::LeftButton ? wordAt(event->position(), extend) : -1;
    if (word >= 0) {
        m_dragging = !extend;
        moveTo(word, extend);
    }
}

void RationaleEditor::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging && event->buttons().testFlag(Qt::LeftButton)) {
        moveTo(wordAt(event->position(), true), true);
    }
}

void RationaleEditor::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging || event->button() != Qt::LeftButton) {
        return;
    }
    if (m_anchor == m_cursor) {
        dropSelection(); // a click only moves the cursor
    } else if (m_erasing) {
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

bool RationaleEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QTextEdit::viewportEvent(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const qsizetype span = spanOf(wordAt(help->pos(), false)); span >= 0) {
        const auto words = static_cast<int>(m_spans[span].second - m_spans[span].first + 1);
        QToolTip::showText(help->globalPos(),
                           tr("Span %1 of %2, %n word(s)", nullptr, words).arg(span + 1).arg(m_spans.size()),
                           viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

bool RationaleEditor::event(QEvent *event)
{
    const bool handled = QTextEdit::event(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FocusIn ||
        event->type() == QEvent::FocusOut) {
        showMarks(); // in other colours, or with another cursor
    }
    return handled;
}

QSize RationaleEditor::sizeHint() const
{
    const int line = fontMetrics().height() * 3 / 2;
    return {20 * line, 6 * line};
}

QSize RationaleEditor::minimumSizeHint() const
{
    const int line = fontMetrics().height() * 3 / 2;
    return {8 * line, 2 * line};
}

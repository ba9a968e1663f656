// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/wordtext.h"

#include <QTextEdit>

#include <utility>
#include <vector>

/// The user's text under a highlighter: spans that people marked have a soft ground. The pointer marks whole words as
/// it is dragged over them, the keyboard moves a word cursor; the text itself never changes. What the user wants is
/// told by signals; the spans shown are those that were set.
class RationaleEditor : public QTextEdit {
    Q_OBJECT

public:
    explicit RationaleEditor(QWidget *parent = nullptr);

    /// Shows another text, from its beginning; an empty one leaves only the hint at how to begin.
    void setSource(const std::string &text);
    /// The marked bytes of the text; the cursor stays.
    void setSpans(const std::vector<adaplens::ByteRange> &spans);

    [[nodiscard]] const WordText &shown() const { return m_text; }
    /// The word cursor, or -1 in a text without words.
    [[nodiscard]] qsizetype cursor() const { return m_cursor; }
    /// First and last word of what is selected: at least the word under the cursor.
    [[nodiscard]] std::pair<qsizetype, qsizetype> selection() const;
    /// Whether a word lies in a marked span.
    [[nodiscard]] bool isMarked(qsizetype word) const { return spanOf(word) >= 0; }

    /// Marks or unmarks what is selected, as the keys do.
    void markSelection();
    void eraseSelection();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void markRequested(adaplens::ByteRange span);
    void eraseRequested(adaplens::ByteRange span);
    /// cursor() or selection() is another.
    void cursorMoved();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void moveTo(qsizetype word, bool extend);
    /// To a word of the next line, up or down, that has words.
    void moveByLine(QTextCursor::MoveOperation direction, bool extend);
    /// The text's own cursor goes along with the word cursor: it is what is kept in sight, read out and copied.
    void moveTextCursor();
    void dropSelection();
    void showMarks();
    [[nodiscard]] QTextCursor textRange(qsizetype first, qsizetype last) const;
    /// The word at a point of the viewport: exactly there (or -1), or the nearest one.
    [[nodiscard]] qsizetype wordAt(QPointF point, bool nearest) const;
    /// Which of the marked spans holds a word, or -1.
    [[nodiscard]] qsizetype spanOf(qsizetype word) const;

    WordText m_text;
    QList<std::pair<qsizetype, qsizetype>> m_spans; // first and last word, in order
    qsizetype m_cursor = -1, m_anchor = -1;
    bool m_dragging = false, m_erasing = false;
};

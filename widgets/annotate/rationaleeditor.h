// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/wordtext.h"
#include "widgets/text/textflow.h"

#include <QAbstractScrollArea>

#include <utility>
#include <vector>

class Palette;

/// The user's text under a highlighter: spans that people marked have a soft ground. The pointer marks whole words as
/// it is dragged over them, the keyboard moves a word cursor. What the user wants is told by signals; the spans shown
/// are those that were set.
class RationaleEditor : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit RationaleEditor(QWidget *parent = nullptr);

    /// Shows another text, from its beginning.
    void setText(const std::string &text);
    /// The marked bytes of the text; the cursor stays.
    void setSpans(const std::vector<adaplens::ByteRange> &spans);
    void clear();

    [[nodiscard]] const WordText &shown() const { return m_text; }
    /// The word cursor, or -1 in a text without words.
    [[nodiscard]] qsizetype cursor() const { return m_cursor; }
    /// First and last word of what is selected: at least the word under the cursor.
    [[nodiscard]] std::pair<qsizetype, qsizetype> selection() const;
    /// Where a word is painted, in viewport coordinates: one rectangle a line.
    [[nodiscard]] QList<QRectF> wordRects(qsizetype word) const;
    /// Whether a word lies in a marked span.
    [[nodiscard]] bool isMarked(qsizetype word) const;

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
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void relayout();
    void moveTo(qsizetype word, bool extend);
    void stepLine(int direction, bool extend);
    void reveal(qsizetype word);
    void paintSpans(QPainter &painter, const Palette &colours) const;
    void paintBoxes(QPainter &painter, std::pair<qsizetype, qsizetype> words, const QColor &ground,
                    const QPen &edge) const;
    [[nodiscard]] qsizetype wordAt(QPointF position, bool nearest) const;
    [[nodiscard]] QPointF offset() const;
    [[nodiscard]] QFont textFont() const;

    WordText m_text;
    TextFlow m_flow;
    std::vector<std::pair<qsizetype, qsizetype>> m_spans; // first and last word
    std::vector<std::uint8_t> m_marked;                   // one a word
    qsizetype m_cursor = -1, m_anchor = -1;
    bool m_dragging = false, m_erasing = false;
};

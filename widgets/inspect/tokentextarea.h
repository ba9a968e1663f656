// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/piecetext.h"
#include "widgets/text/textflow.h"
#include "widgets/trace/tracearea.h"

#include <QVariantAnimation>

/// The text itself: words that are left stand in boxes, dropped ones fade and are struck through, unread ones are grey.
class TokenTextArea : public TraceArea {
    Q_OBJECT

public:
    /// How a piece looks once the selected layer has run.
    enum class Look { Kept, DroppedHere, Gone };

    explicit TokenTextArea(TraceSource &source, QWidget *parent = nullptr);

    /// "What is still alive after layer 3".
    [[nodiscard]] QString caption() const;
    /// Whether words that a layer drops fade slowly when it is chosen.
    void setAnimated(bool animated) { m_animated = animated; }

    [[nodiscard]] const PieceText &shown() const { return m_shown; }
    [[nodiscard]] Look lookOf(std::size_t piece) const;
    /// Whether the word of a piece is left here once the selected layer has run, and not in the analysis beside this one.
    [[nodiscard]] bool isOnlyHere(std::size_t piece) const;
    /// The sentence under the text about what is not read or not shown; may be empty.
    [[nodiscard]] const QString &note() const { return m_note; }
    /// Height at which the whole text is seen without scrolling, at the present width.
    [[nodiscard]] int contentHeight() const;

    // The text by its characters, for assistive technology.
    /// Half-open range of the selected word in shown().text; (0, 0) if none is selected.
    [[nodiscard]] std::pair<qsizetype, qsizetype> selectedRange() const;
    /// Selects the word at a position of shown().text, or the next one.
    void selectAt(qsizetype position);
    /// In viewport coordinates.
    [[nodiscard]] QRect characterRect(qsizetype position) const;
    /// Position in shown().text, or -1.
    [[nodiscard]] qsizetype characterAt(QPointF point) const { return m_flow.positionAt(point - offset()); }

    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void captionChanged(const QString &caption);
    void playRequested();

private:
    void traceChanged() override;
    void relayout() override;
    void selectionChanged() override;
    void paintTrace(QPainter &painter, const Palette &colours) override;
    [[nodiscard]] QPoint hoverAt(QPointF position) const override;
    [[nodiscard]] QString emptySentence() const override;
    void stepWord(int direction) override;
    void selectEnd(bool last) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

    void recolour();
    void writeNote();
    void selectSpan(qsizetype span);
    void paintWords(QPainter &painter, const Palette &colours, const QRectF &visible) const;
    void paintStrikes(QPainter &painter, const Palette &colours, const QRectF &visible) const;
    [[nodiscard]] QList<QRectF> boxesOf(qsizetype first, qsizetype last) const;
    [[nodiscard]] std::size_t layer() const;
    [[nodiscard]] QPointF offset() const;
    [[nodiscard]] qsizetype spanAt(QPointF position) const { return m_shown.spanAt(characterAt(position)); }
    [[nodiscard]] int columnOf(qsizetype span) const { return m_model.columnOf(m_shown.spans[span].piece); }
    /// The first of m_words whose column is not before `column`.
    [[nodiscard]] qsizetype wordFrom(int column) const;
    /// How far the words that the layer drops have faded, 0 to 1.
    [[nodiscard]] double faded() const;
    [[nodiscard]] QFont textFont() const;

    PieceText m_shown;
    QList<std::pair<qsizetype, qsizetype>> m_words; ///< first and last span of each word, in order
    TextFlow m_flow;
    QString m_note;
    std::size_t m_layer = 0;
    QVariantAnimation m_fade;
    bool m_animated = false;
};

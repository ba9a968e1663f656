// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/tokenmapmodel.h"
#include "widgets/views/showntext.h"
#include "widgets/views/textflow.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QVariantAnimation>

class Palette;
class Selection;

/// The text itself: words that are left stand in boxes, dropped ones fade and are struck through, unread ones are grey.
class TokenTextArea : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// How a piece looks once the selected layer has run.
    enum class Look { Kept, DroppedHere, Gone };

    explicit TokenTextArea(QWidget *parent = nullptr);

    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setSelection(Selection *selection);
    void setBusy(bool busy);
    /// Whether words that a layer drops fade slowly when it is chosen.
    void setAnimated(bool animated) { m_animated = animated; }

    [[nodiscard]] const ShownText &shown() const { return m_shown; }
    [[nodiscard]] Look lookOf(std::size_t piece) const;
    /// Where a piece is painted, in viewport coordinates: one rectangle a line.
    [[nodiscard]] QList<QRectF> pieceRects(std::size_t piece) const;
    /// The sentence under the text about what is not read or not shown; may be empty.
    [[nodiscard]] const QString &note() const { return m_note; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void playRequested();

private:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    void relayout();
    void recolour();
    void selectionChanged();
    void writeNote();
    void stepWord(int direction);
    void selectSpan(qsizetype span);
    void reveal(int column);
    void paintWords(QPainter &painter, const Palette &colours) const;
    void paintStrikes(QPainter &painter, const Palette &colours) const;
    [[nodiscard]] QList<QRectF> boxesOf(qsizetype first, qsizetype last) const;
    [[nodiscard]] std::size_t layer() const;
    [[nodiscard]] int selectedColumn() const;
    [[nodiscard]] QPointF offset() const;
    [[nodiscard]] int columnAt(QPointF position, qsizetype *span = nullptr) const;
    [[nodiscard]] QFont textFont() const;

    TokenMapModel m_model;
    ShownText m_shown;
    QList<std::pair<qsizetype, qsizetype>> m_words;   ///< first and last span of each word, in order
    TextFlow m_flow;
    QString m_note;
    QPointer<Selection> m_selection;
    std::size_t m_layer = 0;
    int m_hovered = -1;    ///< column
    QVariantAnimation m_fade;
    bool m_animated = false, m_busy = false;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/compare/comparisonpainter.h"
#include "widgets/trace/paintedtable.h"

#include <algorithm>

/// The words of a text with one row of coloured cells a method (or layer) under each line; long texts scroll.
class ComparisonView : public PaintedTable {
    Q_OBJECT

public:
    explicit ComparisonView(TraceSource &source, QWidget *parent = nullptr);

    /// `comparison` is of the words of the source's trace; one without words shows the empty state.
    void setComparison(Comparison comparison);
    [[nodiscard]] const Comparison &comparison() const { return m_comparison; }

    [[nodiscard]] QRect cellRect(int row, int word) const override;
    [[nodiscard]] QColor cellColour(int row, int word) const;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    /// "contribution, layer 3", or "random" where there is but one score a token.
    [[nodiscard]] static QString rowName(const Comparison &comparison, std::size_t row);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user asks for one more (+1) or one fewer (-1) of the best words.
    void topStepped(int by);

private:
    // A row is a method, or a layer of one method.
    [[nodiscard]] int tableRows() const override { return static_cast<int>(m_comparison.rows.size()); }
    [[nodiscard]] int tableColumns() const override { return static_cast<int>(m_comparison.words.size()); }
    [[nodiscard]] QString tableRowName(int row) const override
    {
        return rowName(m_comparison, static_cast<std::size_t>(row));
    }
    [[nodiscard]] QString tableColumnName(int column) const override;
    [[nodiscard]] QString tableCellText(int row, int column) const override;
    [[nodiscard]] QPoint tableCurrent() const override { return {selectedWord(), std::max(selectedRow(), 0)}; }
    void selectTableCell(int row, int column) override;

    void traceChanged() override {} // a comparison of it follows
    void relayout() override;
    void selectionChanged() override;
    void paintTrace(QPainter &painter, const Palette &colours) override;
    [[nodiscard]] QPoint hoverAt(QPointF position) const override;
    [[nodiscard]] QString emptySentence() const override;
    void stepWord(int direction) override { select(selectedWord() + direction); }
    void selectEnd(bool last) override { select(last ? tableColumns() - 1 : 0); }
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

    [[nodiscard]] double legendTop() const { return viewport()->height() - m_picture.legendHeight(); }
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] ComparisonPainter::Hit hitAt(QPointF position) const;
    [[nodiscard]] int selectedWord() const;
    [[nodiscard]] int selectedRow() const;
    void select(int word);
    [[nodiscard]] QString cellText(int row, int word) const;
    [[nodiscard]] QString wordText(int word) const;
    [[nodiscard]] QString rowText(int row) const;

    Comparison m_comparison;
    ComparisonPainter m_picture;
    int m_revealed = -1; ///< the word last scrolled to: only another one is, so that nothing jumps
};

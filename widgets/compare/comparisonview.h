// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/compare/comparisonpainter.h"
#include "widgets/trace/paintedtable.h"
#include "widgets/trace/tracearea.h"

#include <algorithm>

/// The words of a text with one row of coloured cells a method (or layer) under each line; long texts scroll.
class ComparisonView : public TraceArea, public PaintedTable {
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);

    /// `comparison` is of the words of the source's trace; one without words shows the empty state.
    void setComparison(Comparison comparison);
    [[nodiscard]] const Comparison &comparison() const { return m_comparison; }

    /// Where a cell is painted, in viewport coordinates, scrolled out or not.
    [[nodiscard]] QRect cellRect(int row, int word) const;
    [[nodiscard]] QColor cellColour(int row, int word) const;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user asks for one more (+1) or one fewer (-1) of the best words.
    void topStepped(int by);

private:
    // A row is a method, or a layer of one method.
    [[nodiscard]] int tableRows() const override { return static_cast<int>(m_comparison.rows.size()); }
    [[nodiscard]] int tableColumns() const override { return static_cast<int>(m_comparison.words.size()); }
    [[nodiscard]] QString tableRowName(int row) const override { return rowName(row); }
    [[nodiscard]] QString tableColumnName(int column) const override;
    [[nodiscard]] QString tableCellText(int row, int column) const override;
    [[nodiscard]] QRect tableCellRect(int row, int column) const override { return cellRect(row, column); }
    [[nodiscard]] QPoint tableCurrent() const override { return {selectedWord(), std::max(selectedRow(), 0)}; }
    void selectTableCell(int row, int column) override;

    void traceChanged() override {} // a comparison of it follows
    void relayout() override;
    void selectionChanged() override;
    void paintTrace(QPainter &painter, const Palette &colours) override;
    [[nodiscard]] QPoint hoverAt(QPointF position) const override;
    [[nodiscard]] QString emptySentence() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

    [[nodiscard]] ComparisonPainter painter(const Palette &colours) const;
    [[nodiscard]] double legendTop(const ComparisonPainter &painter) const;
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] ComparisonPainter::Hit hitAt(QPointF position) const;
    [[nodiscard]] int selectedWord() const;
    [[nodiscard]] int selectedRow() const;
    void select(int word);
    [[nodiscard]] QString rowName(int row) const;
    [[nodiscard]] QString cellText(int row, int word) const;
    [[nodiscard]] QString wordText(int word) const;
    [[nodiscard]] QString rowText(int row) const;

    Comparison m_comparison;
    int m_revealed = -1; ///< the word last scrolled to: only another one is, so that nothing jumps
};

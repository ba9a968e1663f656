// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/trace/rulewords.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <memory>
#include <optional>
#include <vector>

/// One cell of the token map: a word or piece at a layer, with what the views need beyond its score.
struct TokenCell {
    adaplens::WordScore score;
    int alive = 0;         ///< pieces of the column that enter the layer
    int droppedHere = 0;   ///< pieces that this layer drops
    int droppedBefore = 0; ///< pieces that an earlier layer dropped
    bool forced = false;   ///< the user decides about it here, not the model
};

/// Where a word is left, in one analysis or in another one beside it.
enum class KeptIn { Alike, OnlyHere, OnlyThere };

/// A trace as a table for all views: one row a layer, one column a word or piece. Rows and columns asked for must exist.
class TokenMapModel {
    Q_DECLARE_TR_FUNCTIONS(TokenMapModel)

public:
    enum class Mode { Words, Pieces };

    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    [[nodiscard]] const std::shared_ptr<const adaplens::Trace> &trace() const { return m_trace; }
    /// Another analysis to compare with, and what it is called; null = none. Of another text it says nothing.
    void setOther(std::shared_ptr<const adaplens::Trace> trace, const QString &name);
    /// Whether there is another analysis of the same text.
    [[nodiscard]] bool isCompared() const { return !m_elsewhere.empty(); }
    /// Whether the user decides about any of its tokens.
    [[nodiscard]] bool isForced() const;
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }

    [[nodiscard]] int rowCount() const { return m_trace ? static_cast<int>(m_trace->layers.size()) : 0; }
    [[nodiscard]] int columnCount() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] const TokenCell &cell(int row, int column) const;
    [[nodiscard]] const adaplens::Column &column(int column) const;
    [[nodiscard]] QString label(int column) const;
    /// Which of both analyses alone still keeps a column once a layer has run; row rowCount() is the prediction.
    [[nodiscard]] KeptIn keptIn(int row, int column) const;
    [[nodiscard]] bool reached(int column) const;                         ///< some piece reaches the prediction
    [[nodiscard]] std::optional<std::size_t> dropLayer(int column) const; ///< layer that drops its last piece
    [[nodiscard]] std::optional<std::size_t> dropLayerOfPiece(std::size_t piece) const { return m_dropped.at(piece); }
    [[nodiscard]] RuleWords words() const { return RuleWords(*m_trace); } ///< there must be a trace
    /// How to read it in one line; empty without a trace.
    [[nodiscard]] QString caption(bool relative) const;
    [[nodiscard]] QString layerName(int row) const;    ///< "Layer 3"
    [[nodiscard]] QString layerSummary(int row) const; ///< "7 → 6  δ 0.50/n"
    [[nodiscard]] QString layerCounts(int row) const;  ///< "7 → 6"
    /// "positive 95 %"; the class is shortened where the whole would be wider than `width`.
    [[nodiscard]] QString predictionSummary(const QFontMetricsF &metrics, double width) const;
    [[nodiscard]] QString predictionShare() const;             ///< "95 %"
    [[nodiscard]] QString toolTip(int row, int column) const;  ///< rich text
    [[nodiscard]] QString columnToolTip(int column) const;     ///< rich text: the word's whole way
    [[nodiscard]] QString rowToolTip(int row) const;           ///< rich text: what the layer does
    [[nodiscard]] QString sentence(int row, int column) const; ///< the cell in one plain sentence

    /// The column that holds a piece, or -1.
    [[nodiscard]] int columnOf(std::optional<std::size_t> piece) const;

private:
    void rebuild();
    void compare();
    [[nodiscard]] QString comparison(int row, int column) const;
    [[nodiscard]] QString ownSentence(int row, int column) const;
    [[nodiscard]] QString decision(int row, int column) const;
    [[nodiscard]] QStringList pieceLines(int row, int column) const;

    std::shared_ptr<const adaplens::Trace> m_trace, m_other;
    QString m_otherName;
    Mode m_mode = Mode::Words;
    std::vector<adaplens::Column> m_columns;
    std::vector<TokenCell> m_cells;                    ///< row by row
    std::vector<std::optional<std::size_t>> m_dropped; ///< by piece: the layer that drops it
    std::vector<int> m_columnOfPiece;
    std::vector<std::optional<std::size_t>>
        m_elsewhere; ///< by column: layers of m_other that keep it; empty = no other
};

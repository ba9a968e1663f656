// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QCoreApplication>
#include <QStringList>

/// How the views speak of what drops tokens in a trace, of its scores and of the line that it draws between what stays and
/// what goes: in the words of the trace's rule. The trace must outlive it; layers asked for must exist.
class RuleWords {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)

public:
    explicit RuleWords(const adaplens::Trace &trace) : m_trace(trace) {}

    /// What the numbers of the map are: "contribution", "significance", "attention".
    [[nodiscard]] QString score() const;
    /// "contribution 0.083": a share of the layer's scores, summed over `pieces`, in the unit that readers know.
    [[nodiscard]] QString scored(std::size_t layer, float share, int pieces) const;
    /// The number alone, of one piece.
    [[nodiscard]] QString number(std::size_t layer, float share) const;

    /// What draws the line: "threshold δ", "retention".
    [[nodiscard]] QString threshold() const;
    /// Whether the layer has scores. Where a rule decides nothing the numbers of a trace are all alike, and mean nothing.
    [[nodiscard]] bool hasScores(std::size_t layer) const { return !m_trace.drops || decides(layer); }
    /// Whether the layer draws a line. It may decide nothing, or keep all that is left.
    [[nodiscard]] bool hasLine(std::size_t layer) const;
    /// Where it lies, as a multiple of the equal share 1/n.
    [[nodiscard]] double line(std::size_t layer) const;
    /// Beside the layer's counts: "δ 0.50/n", "p ≥ 0.50"; empty where there is no line.
    [[nodiscard]] QString shortLine(std::size_t layer) const;
    /// "threshold 0.042", "the 14 best pieces stay, from 0.36 on", "this layer decides nothing".
    [[nodiscard]] QString lineOf(std::size_t layer, int pieces) const;
    /// What the layer does, a sentence a line.
    [[nodiscard]] QStringList deeds(std::size_t layer) const;

    /// What the first piece is called, which always stays and from which the answer is read: "[CLS]", "<s>".
    [[nodiscard]] QString first() const;
    /// "dropped here, before attention"
    [[nodiscard]] QString droppedHere() const;
    /// Tokens go between attention and feed-forward part.
    [[nodiscard]] bool dropsAfterAttention() const;
    /// How to read a map of the scores; `unit`: "word".
    [[nodiscard]] QString caption(const QString &unit, bool relative) const;
    /// How to read the scores of one layer.
    [[nodiscard]] QString layerCaption(std::size_t layer) const;

private:
    [[nodiscard]] bool decides(std::size_t layer) const;

    const adaplens::Trace &m_trace;
};

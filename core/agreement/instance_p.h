// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/faithfulness.h"
#include "core/agreement/report.h"
#include "core/agreement/eraserscores.h"
#include "core/agreement/metric_p.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace adaplens {

/// The share at which comprehensiveness and sufficiency are given, as a place in faithfulnessShares: 20 %.
inline constexpr std::size_t faithfulnessShare = 3;
static_assert(faithfulnessShares[faithfulnessShare] == 0.20);

/// One window's content pieces, or one document's words, with everything that metrics look at.
struct Instance {
    /// The scores of one method at one layer.
    struct Row {
        std::vector<double> scores;                 ///< [n], not negative
        std::vector<std::uint8_t> uniform;          ///< [n] selected at the uniform level
        std::optional<Faithfulness> faithfulness{}; ///< where it was measured
    };
    std::vector<std::uint8_t> labels;            ///< [n] 1 = marked
    std::vector<WordSpan> spans;                 ///< as people marked them
    std::vector<std::vector<Row>> rows;          ///< [methods][layers or 1]
    std::vector<std::vector<std::uint8_t>> kept; ///< [layers][n] the model's own decision

    /// Whether something, and not everything, is marked.
    [[nodiscard]] bool counts() const;
    [[nodiscard]] double markedShare() const;
    [[nodiscard]] std::size_t marked() const;
};

/// Measures every method and layer: [methods][layers or 1][termCount] one after the other. Of a method that scores
/// tokens once, what depends on a layer's size (see Selection::Kind::Model and Metric::FprAtCpSize) is the mean over
/// the layers. Where the instance does not count, only what ERASER's scorer counts of it is not 0.
[[nodiscard]] std::vector<double> measure(const Instance &instance, std::span<const ScoreMethod> methods,
                                          const Selection &selection);

/// What the selection chooses: [methods][layers or 1][n]. Of a method that scores tokens once, the size that depends on
/// a layer is the last one's.
[[nodiscard]] std::vector<std::vector<std::vector<std::uint8_t>>>
selectionsOf(const Instance &instance, std::span<const ScoreMethod> methods, const Selection &selection);

} // namespace adaplens

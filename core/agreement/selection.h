// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/topscores.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// How scores become a yes or no for each token.
struct Selection {
    enum class Kind {
        Uniform, ///< score >= 1/n after the scores are made to sum to 1 over the content tokens
        Model,   ///< the model's own keep decision (contribution only; the others use its size)
        TopK,    ///< the `count` best
        TopShare ///< the best `share` of the tokens, rounded up
    };
    Kind kind = Kind::Uniform;
    std::size_t count = 0;
    double share = 0;
    [[nodiscard]] std::string name() const; ///< "uniform", "model", "top-10", "top-20%"
    bool operator==(const Selection &) const = default;
};
/// Reads what name() writes. Throws Error listing the forms.
[[nodiscard]] Selection selectionNamed(const std::string &name);

/// score >= 1/n, scores made to sum to 1 first; negative scores count as 0. Equal scores are all selected (a relative
/// difference of 1e-12 is none), all-zero scores select nothing.
[[nodiscard]] std::vector<std::uint8_t> selectUniform(std::span<const double> scores);

/// A selection against marked tokens.
struct SelectionCounts {
    std::size_t truePositive = 0, falsePositive = 0, trueNegative = 0, falseNegative = 0;
    [[nodiscard]] std::size_t n() const { return truePositive + falsePositive + trueNegative + falseNegative; }
    [[nodiscard]] double falsePositiveRate() const; ///< 0 where nothing is unmarked
    [[nodiscard]] double truePositiveRate() const;  ///< recall; 0 where nothing is marked
    [[nodiscard]] double precision() const;         ///< 0 where nothing is selected
    [[nodiscard]] double f1() const;
    [[nodiscard]] double selectedShare() const;
};
[[nodiscard]] SelectionCounts countSelection(std::span<const std::uint8_t> selected,
                                             std::span<const std::uint8_t> labels);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// How well one method's scores of one text agree with the words that people marked in it.
struct TextAgreement {
    adaplens::ScoreMethod method = adaplens::ScoreMethod::Contribution;
    std::optional<double> ap; ///< average precision; empty where all or none is marked
    /// Of the top k, k = how many the model's own scores select by >= 1/n; empty without these.
    std::optional<double> precisionAtSize, recallAtSize;
    double falsePositiveRate = 0; ///< of the selection >= 1/n
    double selected = 0;          ///< share that it selects
    std::size_t layers = 0;       ///< how many layers these are means of
};

/// What is measured and on how much.
struct TextAgreements {
    std::vector<TextAgreement> methods; ///< in the order of the attribution
    std::size_t content = 0;            ///< pieces looked at: of the first text, special ones left out
    std::size_t marked = 0;             ///< of these
};

/// Agreement on one window by word pieces (`windows-pieces`), at one layer or as the mean over layers; methods that
/// have no layers give the same at each. Negative scores count as 0.
[[nodiscard]] TextAgreements textAgreement(const adaplens::Attribution &attribution, const adaplens::Encoding &encoding,
                                           std::span<const adaplens::ByteRange> rationale,
                                           std::optional<std::size_t> layer);

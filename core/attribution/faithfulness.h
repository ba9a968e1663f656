// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/classifier.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace adaplens {

/// Shares of the words that count as the rationale, best first (ERASER, DeYoung et al. 2020).
inline constexpr std::array<double, 5> faithfulnessShares{0.01, 0.05, 0.10, 0.20, 0.50};

/// How far a prediction of the plain twin rests on the best-scored words: probabilities of the class explained.
struct Faithfulness {
    std::size_t target = 0;
    double whole = 0;                ///< p(x)
    std::array<double, 5> without{}; ///< p(x without r) for each share
    std::array<double, 5> only{};    ///< p(r only)
    [[nodiscard]] double comprehensiveness(std::size_t share) const { return whole - without[share]; }
    [[nodiscard]] double sufficiency(std::size_t share) const { return whole - only[share]; }
    [[nodiscard]] double aopcComprehensiveness() const; ///< mean over the shares
    [[nodiscard]] double aopcSufficiency() const;
};

/// Class probabilities of the plain twin, [K]: of a text without some of its words, and of these words alone.
struct ErasedProbabilities {
    std::vector<double> without, only;
};
/// Of the class `target` from the probabilities of the whole text, [K], and those for each of faithfulnessShares.
[[nodiscard]] Faithfulness faithfulnessOf(std::size_t target, std::span<const double> whole,
                                          std::span<const ErasedProbabilities> shares);

/// Deletes the ceil(share) best words, or keeps only them, and runs the plain twin; special pieces and the second text
/// stay. `wordScores`: [rows], each parallel to encoding.words of segment 0; a result for each. Ties go to the earlier
/// word. Without a `target` the class is the one that the twin predicts for the whole text. Throws Error if the model
/// cannot read the encoding or has no such class. Empty = stopped.
[[nodiscard]] std::optional<std::vector<Faithfulness>> faithfulness(Classifier &classifier, const Encoding &encoding,
                                                                    std::span<const std::vector<double>> wordScores,
                                                                    std::optional<std::size_t> target,
                                                                    std::stop_token stop = {});

/// The pieces of each window of a document that belong to a rationale, [windows][pieces], 1 = does; special pieces and
/// the second text never do, and always stay.
using ChosenPieces = std::vector<std::vector<std::uint8_t>>;

/// The same for the windows of a document and whatever sets of its pieces, [sets]. Probabilities are means over the
/// windows in which something of the first text is left, or over all where nothing is left anywhere. Empty = stopped.
[[nodiscard]] std::optional<std::vector<ErasedProbabilities>> erasedProbabilities(Classifier &classifier,
                                                                                  std::span<const Encoding> windows,
                                                                                  std::span<const ChosenPieces> sets,
                                                                                  std::stop_token stop = {});

} // namespace adaplens

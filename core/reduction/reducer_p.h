// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace adaplens {

/// Scores within this of the threshold are near ties: rounding alone may turn them.
inline constexpr float nearTie = 1e-6F;

/// The tokens of a batch that are still there.
struct AliveTokens {
    const Layout &layout;
    std::span<const std::uint32_t> pieces; ///< [rows]: which piece of its text each row is; 0 is a [CLS]
    const BatchInput &texts;               ///< the batch with nothing removed
};

/// What a rule decides at one place of a ragged batch: plain values, vectors parallel to its rows or one number a
/// sequence, [B].
struct Decision {
    std::vector<float> raw;            ///< score, sums to 1 over each sequence's tokens alive
    std::vector<float> adjusted;       ///< what is compared with the threshold
    std::vector<std::uint8_t> kept;    ///< 1 = stays; 1 for every first row, a [CLS]
    std::vector<std::uint8_t> forced;  ///< 1 = a user decided, not the rule; empty where the rule did everywhere
    std::vector<float> thresholds;     ///< [B]
    std::vector<std::size_t> nearTies; ///< [B] tokens but [CLS] whose score is within nearTie of the threshold
    std::vector<float> scales = {};    ///< [B] as LayerTrace::scale; empty = 1
};

/// What decides in a forward pass which tokens stay. It is asked once or twice in each layer and answers at the one
/// place where its method drops: before attention (AdapLeR, TR-BERT) or between attention and feed-forward part
/// (PoWER-BERT). As it is here it keeps every token.
class Reducer {
public:
    virtual ~Reducer() = default;
    /// `rows`: [rows, H], the states entering layer `layer`. Empty = drops nothing here.
    [[nodiscard]] virtual std::optional<Decision> beforeAttention(std::size_t, const at::Tensor &,
                                                                  const AliveTokens &) const
    {
        return std::nullopt;
    }
    /// `received`: [rows], the attention that each token receives in the layer (raggedAttention()). Asked only where
    /// needsReceivedAttention(). Empty = drops nothing here.
    [[nodiscard]] virtual std::optional<Decision> afterAttention(std::size_t, const at::Tensor &,
                                                                 const AliveTokens &) const
    {
        return std::nullopt;
    }
    [[nodiscard]] virtual bool needsReceivedAttention() const { return false; }
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"
#include "core/encoder/weights_p.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace adaplens {

/// Scores within this of the threshold are near ties: rounding alone may turn them.
inline constexpr float nearTie = 1e-6F;

/// What a rule decides at one place of a ragged batch: plain values, the first three parallel to the batch's rows.
struct Decision {
    std::vector<float> raw;            ///< score, sums to 1 over each sequence's tokens alive
    std::vector<float> adjusted;       ///< what is compared with the threshold
    std::vector<std::uint8_t> kept;    ///< 1 = stays; 1 for every first row, a [CLS]
    std::vector<float> thresholds;     ///< [B]
    std::vector<std::size_t> nearTies; ///< [B] tokens but [CLS] whose score is within nearTie of the threshold
};

/// A rule that decides which tokens stay. It is asked twice in each layer and answers at the place where its method
/// drops: before attention (AdapLeR, TR-BERT) or between attention and feed-forward part (PoWER-BERT).
class Reducer {
public:
    virtual ~Reducer() = default;
    /// `rows`: [rows, H], the states entering layer `layer`. Empty = drops nothing here.
    [[nodiscard]] virtual std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &rows,
                                                                  const Layout &layout) const;
    /// `attention`: [B, heads, longest, longest], the layer's probabilities. Empty = drops nothing here.
    [[nodiscard]] virtual std::optional<Decision> afterAttention(std::size_t layer, const at::Tensor &attention,
                                                                 const Layout &layout) const;
    /// Whether afterAttention() wants to be asked: probabilities cost memory and time.
    [[nodiscard]] virtual bool needsAttention() const { return false; }
};

/// Keeps every token.
[[nodiscard]] std::unique_ptr<Reducer> makeNone();
/// AdapLeR's contribution predictors and thresholds: kept where softmax(CP(h))_i >= eta_l / n_l, [CLS] always. Source:
/// Modarressi et al., ACL 2022, section 3.
[[nodiscard]] std::unique_ptr<Reducer> makeAdapler(const Weights &weights, const ModelInfo &info);
/// The rule that a model carries.
[[nodiscard]] std::unique_ptr<Reducer> makeReducer(const Weights &weights, const ModelInfo &info);

} // namespace adaplens

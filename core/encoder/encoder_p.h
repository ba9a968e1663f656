// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/encoder/weights_p.h"
#include "core/text/encoding.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <span>
#include <vector>

namespace adaplens {

/// Where each sequence of a ragged batch lies: all tokens one after another, sequence b at rows
/// [offsets[b], offsets[b + 1]). No padding; dropping a token is leaving its row out.
class Layout {
public:
    explicit Layout(std::vector<std::int64_t> offsets);
    [[nodiscard]] static Layout ofLengths(std::span<const std::int64_t> lengths);

    [[nodiscard]] std::int64_t sequences() const { return static_cast<std::int64_t>(m_offsets.size()) - 1; }
    [[nodiscard]] std::int64_t rows() const { return m_offsets.back(); }
    [[nodiscard]] std::int64_t begin(std::int64_t b) const { return m_offsets[static_cast<std::size_t>(b)]; }
    [[nodiscard]] std::span<const std::int64_t> offsets() const { return m_offsets; }
    [[nodiscard]] std::int64_t length(std::int64_t b) const { return begin(b + 1) - begin(b); }
    [[nodiscard]] std::int64_t longest() const { return m_longest; }
    [[nodiscard]] bool uniform() const { return m_uniform; } ///< all sequences have the same length
    /// [B]: row of each sequence's first token, its [CLS].
    [[nodiscard]] at::Tensor firstRows() const;

    /// [rows, ...] -> [B, longest, ...], missing places filled with `fill`. Differentiable.
    [[nodiscard]] at::Tensor pad(const at::Tensor &rows, double fill) const;
    /// The inverse of pad(): [B, longest, ...] -> [rows, ...]. Differentiable.
    [[nodiscard]] at::Tensor unpad(const at::Tensor &padded) const;

private:
    std::vector<std::int64_t> m_offsets;
    std::int64_t m_longest = 0;
    bool m_uniform = true;
    at::Tensor m_places; ///< [rows]: flat place of each row in [B * longest]; only where not uniform
};

/// The inputs of a ragged batch, each [rows], int64. Position embeddings stay those of the original places, whatever is
/// dropped before them.
struct BatchInput {
    Layout layout;
    at::Tensor ids, positions, segments;
    [[nodiscard]] static BatchInput of(std::span<const Encoding *const> batch);
};

/// How a forward pass runs. The defaults are inference at float32.
struct PassOptions {
    double hiddenDropout = 0;
    double attentionDropout = 0;
    at::ScalarType products = at::kFloat; ///< of the matrix products; kBFloat16 halves training time,
                                          ///< kDouble with weights in double is for checking gradients
};

/// [rows, H]: word + position + segment embeddings, LayerNorm, dropout (Devlin et al. 2019); brought to the hidden size
/// where they have another one (Clark et al. 2020).
[[nodiscard]] at::Tensor embed(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                               const PassOptions &options);

/// act(x W^T + b) with the products in `type`, by default that of the rows; the result has that type.
[[nodiscard]] at::Tensor apply(const Linear &linear, const at::Tensor &rows, at::ScalarType type,
                               Activation activation = Activation::None);
[[nodiscard]] at::Tensor apply(const Linear &linear, const at::Tensor &rows, Activation activation = Activation::None);

/// The first half of a layer, self-attention with its residual and LayerNorm: [rows, H] -> [rows, H].
/// `keyBias`: [B, longest] additive attention bias of each key, or undefined; differentiable (soft removal).
/// `attention`: where not null, receives the probabilities, [B, heads, longest, longest] (of padded queries: anything).
/// `received`: where not null, receives the attention that each token receives, [rows], as raggedAttention() gives it.
[[nodiscard]] at::Tensor runAttention(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows,
                                      const Layout &layout, const PassOptions &options, const at::Tensor &keyBias = {},
                                      at::Tensor *attention = nullptr, at::Tensor *received = nullptr);

/// The second half, the feed-forward part with its residual and LayerNorm: [rows, H] -> [rows, H], row by row.
[[nodiscard]] at::Tensor runFeedForward(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &attended,
                                        const PassOptions &options);

/// One transformer layer over a ragged batch, both halves: [rows, H] -> [rows, H].
[[nodiscard]] at::Tensor runLayer(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows,
                                  const Layout &layout, const PassOptions &options, const at::Tensor &keyBias = {},
                                  at::Tensor *attention = nullptr);

/// [B, K]: the head on each sequence's first row, two products with an activation between them.
[[nodiscard]] at::Tensor classify(const Weights &weights, const at::Tensor &rows, const Layout &layout,
                                  const PassOptions &options);

} // namespace adaplens

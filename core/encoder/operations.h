// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

namespace adaplens {

/// Exact operations of a layer's halves on n tokens, of the matrix products alone (multiply and add counted apart):
/// self-attention 8 H^2 n + 4 H n^2, feed-forward part 4 H I n.
[[nodiscard]] double attentionOperations(const ModelInfo &model, double tokens);
[[nodiscard]] double feedForwardOperations(const ModelInfo &model, double tokens);
/// Of bringing embeddings of another size E to the hidden one, 2 E H n.
[[nodiscard]] double embeddingOperations(const ModelInfo &model, double tokens);
/// Of pooler and classifier, 2 H^2 + 2 H K, once a text.
[[nodiscard]] double headOperations(const ModelInfo &model);

} // namespace adaplens

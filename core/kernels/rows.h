// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace adaplens {

/// y = LayerNorm(x + residual) * weight + bias, row by row: x, residual, y [rows, H]; `y` may be either of them.
void addNormalise(const float *x, const float *residual, std::span<const float> weight, std::span<const float> bias,
                  double epsilon, std::int64_t rows, float *y);

/// Tables of embeddings, H values a row.
struct EmbeddingTables {
    const float *words, *positions, *segments;
};

/// y = LayerNorm(word + position + segment embedding) * weight + bias of each row: ids, positions and segments [rows]
/// are rows of the tables, y [rows, H].
void embedNormalise(const EmbeddingTables &tables, const std::int64_t *ids, const std::int64_t *positions,
                    const std::int64_t *segments, std::span<const float> weight, std::span<const float> bias,
                    double epsilon, std::int64_t rows, float *y);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/rows.h"

#include "core/kernels/share_p.h"
#include "core/kernels/vector_p.h"

#include <cmath>

namespace adaplens {

namespace {

using namespace simd;

ADAPLENS_INLINE void normaliseRow(const float *x, const float *residual, const float *third, const float *weight,
                                  const float *bias, float epsilon, std::int64_t hidden, float *y)
{
    const std::int64_t whole = hidden / lanes * lanes;
    Vector total = {};
    float rest = 0;
    for (std::int64_t i = 0; i < whole; i += lanes) {
        Vector a, b;
        load(x + i, a);
        load(residual + i, b);
        a += b;
        if (third != nullptr) {
            load(third + i, b);
            a += b;
        }
        total += a;
        store(a, y + i);
    }
    for (std::int64_t i = whole; i < hidden; ++i) {
        y[i] = x[i] + residual[i] + (third != nullptr ? third[i] : 0.0F);
        rest += y[i];
    }
    const float mean = (sum(total) + rest) / static_cast<float>(hidden);
    Vector squares = {};
    float restSquares = 0;
    for (std::int64_t i = 0; i < whole; i += lanes) {
        Vector a;
        load(y + i, a);
        a -= mean;
        squares += a * a;
    }
    for (std::int64_t i = whole; i < hidden; ++i) {
        restSquares += (y[i] - mean) * (y[i] - mean);
    }
    const float scale = 1.0F / std::sqrt((sum(squares) + restSquares) / static_cast<float>(hidden) + epsilon);
    for (std::int64_t i = 0; i < whole; i += lanes) {
        Vector a, w, b;
        load(y + i, a);
        load(weight + i, w);
        load(bias + i, b);
        a = (a - mean) * scale * w + b;
        store(a, y + i);
    }
    for (std::int64_t i = whole; i < hidden; ++i) {
        y[i] = (y[i] - mean) * scale * weight[i] + bias[i];
    }
}

struct NormTask {
    const float *x, *residual, *weight, *bias;
    float epsilon;
    std::int64_t hidden, begin, end;
    float *y;
};

ADAPLENS_INLINE void normaliseRows(const NormTask &t)
{
    for (std::int64_t r = t.begin; r < t.end; ++r) {
        normaliseRow(t.x + r * t.hidden, t.residual + r * t.hidden, nullptr, t.weight, t.bias, t.epsilon, t.hidden,
                     t.y + r * t.hidden);
    }
}

struct EmbedTask {
    EmbeddingTables tables;
    const std::int64_t *ids, *positions, *segments;
    const float *weight, *bias;
    float epsilon;
    std::int64_t hidden, begin, end;
    float *y;
};

ADAPLENS_INLINE void embedRows(const EmbedTask &t)
{
    for (std::int64_t r = t.begin; r < t.end; ++r) {
        normaliseRow(t.tables.words + t.ids[r] * t.hidden, t.tables.positions + t.positions[r] * t.hidden,
                     t.tables.segments + t.segments[r] * t.hidden, t.weight, t.bias, t.epsilon, t.hidden,
                     t.y + r * t.hidden);
    }
}

} // namespace

void addNormalise(const float *x, const float *residual, std::span<const float> weight, std::span<const float> bias,
                  double epsilon, std::int64_t rows, float *y)
{
    const auto hidden = static_cast<std::int64_t>(weight.size());
    const float eps = static_cast<float>(epsilon);
    static const auto run = ForProcessor<normaliseRows>::chosen();
    share(rows, rows * hidden, [&](std::int64_t begin, std::int64_t end) {
        run({x, residual, weight.data(), bias.data(), eps, hidden, begin, end, y});
    });
}

void embedNormalise(const EmbeddingTables &tables, const std::int64_t *ids, const std::int64_t *positions,
                    const std::int64_t *segments, std::span<const float> weight, std::span<const float> bias,
                    double epsilon, std::int64_t rows, float *y)
{
    const auto hidden = static_cast<std::int64_t>(weight.size());
    const float eps = static_cast<float>(epsilon);
    static const auto run = ForProcessor<embedRows>::chosen();
    share(rows, rows * hidden, [&](std::int64_t begin, std::int64_t end) {
        run({tables, ids, positions, segments, weight.data(), bias.data(), eps, hidden, begin, end, y});
    });
}

} // namespace adaplens

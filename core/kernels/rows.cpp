// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/rows.h"

#include "core/kernels/share_p.h"
#include "core/kernels/vector_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace adaplens {

namespace {

using namespace simd;

constexpr std::int64_t queries = 8; ///< rows of a tile: sixteen accumulators stay in registers

constexpr std::int64_t panel = 2 * lanes; ///< keys that lie side by side

std::int64_t roundUp(std::int64_t n, std::int64_t step)
{
    return (n + step - 1) / step * step;
}

struct HeadTask {
    const float *projected;    ///< first row of the sequence
    std::int64_t n, head;      ///< tokens; which head
    std::int64_t first, last;  ///< queries to answer
    std::int64_t hidden, size; ///< H; values of a head
    float *context;            ///< first row of the sequence
};

/// One thread's room for a head: keys turned, values and queries side by side, scores of a tile; padded with zeros.
struct Scratch {
    std::vector<float> keys, values, query, scores;
    void fit(std::int64_t places, std::int64_t size)
    {
        const auto grow = [](std::vector<float> &v, std::int64_t count) {
            v.resize(std::max(v.size(), static_cast<std::size_t>(count)));
        };
        grow(keys, roundUp(places, panel) * size);
        grow(values, places * size);
        grow(query, queries * size);
        grow(scores, queries * places);
    }
};

/// scores[q][j] = sum_d query[q][d] keys[d][j], the keys in panels of so many.
ADAPLENS_INLINE void scoreTile(const float *query, const float *keys, std::int64_t size, std::int64_t places,
                               float *scores)
{
    for (std::int64_t j = 0; j < places; j += panel) {
        const bool two = j + lanes < places;
        const float *key = keys + j * size;
        Vector first[queries] = {}, second[queries] = {};
        for (std::int64_t d = 0; d < size; ++d) {
            Vector a, b = {};
            load(key + d * panel, a);
            if (two) {
                load(key + d * panel + lanes, b);
            }
            for (std::int64_t q = 0; q < queries; ++q) {
                first[q] += query[q * size + d] * a;
                second[q] += query[q * size + d] * b;
            }
        }
        for (std::int64_t q = 0; q < queries; ++q) {
            store(first[q], scores + q * places + j);
            if (two) {
                store(second[q], scores + q * places + j + lanes);
            }
        }
    }
}

/// Softmax of each of `count` rows over its first n places; the places after them become 0.
ADAPLENS_INLINE void softmaxTile(float *scores, std::int64_t count, std::int64_t n, std::int64_t places)
{
    for (std::int64_t q = 0; q < count; ++q) {
        float *row = scores + q * places;
        std::fill(row + n, row + places, -std::numeric_limits<float>::max());
        Vector most;
        load(row, most);
        for (std::int64_t j = lanes; j < places; j += lanes) {
            Vector v;
            load(row + j, v);
            most = v > most ? v : most;
        }
        const float top = largest(most);
        Vector total = {};
        for (std::int64_t j = 0; j < places; j += lanes) {
            Vector v;
            load(row + j, v);
            v -= top;
            exponential(v);
            total += v;
            store(v, row + j);
        }
        const float share = 1.0F / sum(total);
        for (std::int64_t j = 0; j < places; j += lanes) {
            Vector v;
            load(row + j, v);
            v *= share;
            store(v, row + j);
        }
    }
}

/// out[q][d] = sum_j scores[q][j] values[j][d], for 2 * lanes values of d from `d`.
ADAPLENS_INLINE void mixTile(const float *scores, const float *values, std::int64_t n, std::int64_t places,
                             std::int64_t size, std::int64_t d, float *out)
{
    const bool two = d + lanes < size;
    Vector first[queries] = {}, second[queries] = {};
    for (std::int64_t j = 0; j < n; ++j) {
        Vector a, b = {};
        load(values + j * size + d, a);
        if (two) {
            load(values + j * size + d + lanes, b);
        }
        for (std::int64_t q = 0; q < queries; ++q) {
            first[q] += scores[q * places + j] * a;
            second[q] += scores[q * places + j] * b;
        }
    }
    for (std::int64_t q = 0; q < queries; ++q) {
        store(first[q], out + q * size + d);
        if (two) {
            store(second[q], out + q * size + d + lanes);
        }
    }
}

ADAPLENS_INLINE void attendHead(const HeadTask &task, Scratch &scratch)
{
    const std::int64_t width = task.size, size = roundUp(width, lanes), places = roundUp(task.n, lanes),
                       stride = 3 * task.hidden;
    scratch.fit(places, size);
    float *keys = scratch.keys.data(), *values = scratch.values.data(), *query = scratch.query.data();
    const float *source = task.projected + task.head * width;
    std::fill(keys, keys + size * roundUp(task.n, panel), 0.0F);
    for (std::int64_t j = 0; j < task.n; ++j) {
        const float *key = source + j * stride + task.hidden, *value = key + task.hidden;
        float *panelled = keys + j / panel * panel * size + j % panel;
        for (std::int64_t d = 0; d < width; ++d) {
            panelled[d * panel] = key[d];
            values[j * size + d] = value[d];
        }
        std::fill(values + j * size + width, values + (j + 1) * size, 0.0F);
    }
    const float scale = 1.0F / std::sqrt(static_cast<float>(width));
    for (std::int64_t q0 = task.first; q0 < task.last; q0 += queries) {
        const std::int64_t count = std::min(queries, task.last - q0);
        std::fill(query, query + queries * size, 0.0F);
        for (std::int64_t q = 0; q < count; ++q) {
            for (std::int64_t d = 0; d < width; ++d) {
                query[q * size + d] = source[(q0 + q) * stride + d] * scale;
            }
        }
        float *scores = scratch.scores.data();
        scoreTile(query, keys, size, places, scores);
        softmaxTile(scores, count, task.n, places);
        for (std::int64_t d = 0; d < size; d += 2 * lanes) {
            mixTile(scores, values, task.n, places, size, d, query); // the queries are not needed any more
        }
        for (std::int64_t q = 0; q < count; ++q) {
            std::copy_n(query + q * size, width, task.context + (q0 + q) * task.hidden + task.head * width);
        }
    }
}

/// y = LayerNorm(x + residual + third) * weight + bias; `third` may be null.
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

struct DotTask {
    const float *x, *weight;
    float bias;
    std::int64_t rows, size;
    float *y;
};

ADAPLENS_INLINE void dotRows(const DotTask &t)
{
    const std::int64_t whole = t.size / lanes * lanes;
    for (std::int64_t r = 0; r < t.rows; ++r) {
        const float *x = t.x + r * t.size;
        Vector total = {};
        for (std::int64_t i = 0; i < whole; i += lanes) {
            Vector a, w;
            load(x + i, a);
            load(t.weight + i, w);
            total += a * w;
        }
        float rest = t.bias;
        for (std::int64_t i = whole; i < t.size; ++i) {
            rest += x[i] * t.weight[i];
        }
        t.y[r] = sum(total) + rest;
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

void rowDots(const float *x, std::span<const float> weight, float bias, std::int64_t rows, float *y)
{
    static const auto run = ForProcessor<dotRows>::chosen();
    run({x, weight.data(), bias, rows, static_cast<std::int64_t>(weight.size()), y});
}

void raggedAttention(const float *projected, std::span<const std::int64_t> offsets, std::int64_t heads,
                     std::int64_t hidden, float *context)
{
    const std::int64_t size = hidden / heads;
    // A long sequence is cut into parts, so that threads share it evenly; each part turns the keys anew.
    constexpr std::int64_t most = 128;
    constexpr std::int64_t aside = 64; ///< what turning keys and copying take of each token
    std::vector<HeadTask> tasks;
    std::int64_t work = 0;
    for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
        const std::int64_t begin = offsets[b], n = offsets[b + 1] - begin;
        work += (2 * n * n + aside * n) * hidden;
        for (std::int64_t h = 0; h < heads; ++h) {
            for (std::int64_t first = 0; first < n; first += most) {
                tasks.push_back({projected + begin * 3 * hidden, n, h, first, std::min(first + most, n), hidden, size,
                                 context + begin * hidden});
            }
        }
    }
    static const auto run = ForProcessor<attendHead>::chosen();
    const auto count = static_cast<std::int64_t>(tasks.size());
    constexpr std::int64_t many = 64;
    const std::int64_t chunk = count < many ? 1 : 4;
#pragma omp parallel if (work >= worthThreads)
    {
        thread_local Scratch scratch;
#pragma omp for schedule(dynamic, chunk)
        for (std::int64_t i = 0; i < count; ++i) {
            run(tasks[static_cast<std::size_t>(i)], scratch);
        }
    }
}

} // namespace adaplens

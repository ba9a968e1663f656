// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/attention_p.h"
#include "core/kernels/vector_p.h"

#include <cmath>
#include <limits>

/// Attention of one head for any format of what is multiplied. A format packs floats to words of `per` values each and
/// adds the product of two vectors of words to sums in float32. Whoever includes this says in ADAPLENS_TILE which
/// instructions it is compiled for.
namespace {

using namespace adaplens;
using namespace adaplens::simd;

constexpr std::int64_t queries = 8;       ///< rows of a tile: sixteen sums stay in registers
constexpr std::int64_t panel = 2 * lanes; ///< keys that lie side by side

constexpr std::int64_t roundUp(std::int64_t n, std::int64_t step)
{
    return (n + step - 1) / step * step;
}

/// scores[q][j] = sum_d query[q][d] keys[d][j], the keys in panels of so many; `words` to a query.
template <typename Format>
ADAPLENS_TILE void scoreTile(const float *query, const float *keys, std::int64_t words, std::int64_t places,
                             float *scores)
{
    for (std::int64_t j = 0; j < places; j += panel) {
        const bool two = j + lanes < places;
        const float *key = keys + j * words;
        Vector first[queries] = {}, second[queries] = {};
        for (std::int64_t d = 0; d < words; ++d) {
            Vector a, b;
            load(key + d * panel, a);
            load(key + d * panel + lanes, b); // zeros where there are none
            for (std::int64_t q = 0; q < queries; ++q) {
                Format::add(first[q], query[q * words + d], a);
                Format::add(second[q], query[q * words + d], b);
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

/// From scores to exp(score - largest) in words, over n places; the places after them become 0. shares[q]: what they
/// are to be multiplied by to sum to 1.
template <typename Format>
ADAPLENS_TILE void softmaxTile(float *scores, std::int64_t count, std::int64_t n, std::int64_t places, float *shares)
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
            Format::pack(v, row + j / Format::per); // words are never more than places: what is to be read stays
        }
        shares[q] = 1.0F / sum(total);
    }
}

/// received[j] += sum_q shares[q] scores[q][j] but for the query's own key, of queries from the `first` of the sequence.
/// What a tile gives is summed in one order, whatever threads the tiles are dealt out to.
template <typename Format>
ADAPLENS_TILE void receiveTile(const float *scores, std::int64_t count, std::int64_t first, std::int64_t n,
                               std::int64_t places, const float *shares, double *received)
{
    for (std::int64_t j = 0; j < places; j += lanes) {
        Vector total = {};
        for (std::int64_t q = 0; q < count; ++q) {
            Vector v;
            Format::unpack(scores + q * places + j / Format::per, v);
            if (const std::int64_t own = first + q - j; own >= 0 && own < lanes) {
                v[own] = 0;
            }
            total += v * shares[q];
        }
        for (std::int64_t i = 0; i < std::min(lanes, n - j); ++i) {
            received[j + i] += static_cast<double>(total[i]);
        }
    }
}

/// out[q][d] = shares[q] sum_j scores[q][j] values[j][d], for 2 * lanes values of d from `d`; `words` to a row of
/// scores.
template <typename Format>
ADAPLENS_TILE void mixTile(const float *scores, const float *values, const float *shares, std::int64_t words,
                           std::int64_t places, std::int64_t size, std::int64_t d, float *out)
{
    const bool two = d + lanes < size;
    Vector first[queries] = {}, second[queries] = {};
    for (std::int64_t j = 0; j < words; ++j) {
        Vector a, b = {};
        load(values + j * size + d, a);
        if (two) {
            load(values + j * size + d + lanes, b);
        }
        for (std::int64_t q = 0; q < queries; ++q) {
            Format::add(first[q], scores[q * places + j], a);
            Format::add(second[q], scores[q * places + j], b);
        }
    }
    for (std::int64_t q = 0; q < queries; ++q) {
        first[q] *= shares[q];
        store(first[q], out + q * size + d);
        if (two) {
            second[q] *= shares[q];
            store(second[q], out + q * size + d + lanes);
        }
    }
}

/// `count` values from x, and zeros behind them.
ADAPLENS_INLINE void loadSome(const float *x, std::int64_t count, Vector &v)
{
    if (count >= lanes) {
        load(x, v);
    } else {
        v = Vector{};
        for (std::int64_t i = 0; i < count; ++i) {
            v[i] = x[i];
        }
    }
}

template <typename Format>
ADAPLENS_TILE void attendHeadIn(const HeadTask &task, HeadScratch &scratch)
{
    const std::int64_t width = task.size, size = roundUp(width, lanes), places = roundUp(task.n, lanes),
                       stride = 3 * task.hidden, words = size / Format::per, perVector = lanes / Format::per,
                       panels = roundUp(task.n, panel), mixed = roundUp(task.n, Format::per) / Format::per;
    scratch.fit(static_cast<std::size_t>(panels * words), static_cast<std::size_t>(mixed * size),
                static_cast<std::size_t>(queries * size), static_cast<std::size_t>(queries * places));
    float *keys = scratch.keys.data(), *values = scratch.values.data(), *query = scratch.query.data(),
          *scores = scratch.scores.data();
    const float *source = task.projected + task.head * width;
    std::fill(keys + task.n / panel * panel * words, keys + panels * words, 0.0F);
    for (std::int64_t j = 0; j < task.n; ++j) {
        const float *key = source + j * stride + task.hidden;
        float *panelled = keys + j / panel * panel * words + j % panel;
        for (std::int64_t d = 0; d < size; d += lanes) {
            Vector v;
            float packed[lanes];
            loadSome(key + d, width - d, v);
            Format::pack(v, packed);
            for (std::int64_t i = 0; i < perVector; ++i) {
                panelled[(d / Format::per + i) * panel] = packed[i];
            }
        }
    }
    for (std::int64_t j = 0; j < mixed; ++j) {
        for (std::int64_t d = 0; d < size; d += lanes) {
            Vector rows[Format::per] = {}; // tokens of a word
            for (std::int64_t i = 0; i < Format::per && j * Format::per + i < task.n; ++i) {
                loadSome(source + (j * Format::per + i) * stride + 2 * task.hidden + d, width - d, rows[i]);
            }
            Format::join(rows, values + j * size + d);
        }
    }
    const float scale = 1.0F / std::sqrt(static_cast<float>(width));
    float shares[queries] = {};
    for (std::int64_t q0 = task.first; q0 < task.last; q0 += queries) {
        const std::int64_t count = std::min(queries, task.last - q0);
        for (std::int64_t q = 0; q < queries; ++q) {
            for (std::int64_t d = 0; d < size; d += lanes) {
                Vector v;
                loadSome(source + (q0 + q) * stride + d, q < count ? width - d : 0, v);
                v *= scale;
                Format::pack(v, query + q * words + d / Format::per);
            }
        }
        scoreTile<Format>(query, keys, words, places, scores);
        softmaxTile<Format>(scores, count, task.n, places, shares);
        if (task.received != nullptr) {
            receiveTile<Format>(scores, count, q0, task.n, places, shares, task.received);
        }
        for (std::int64_t d = 0; d < size; d += 2 * lanes) {
            mixTile<Format>(scores, values, shares, mixed, places, size, d,
                            query); // the queries are not needed any more
        }
        for (std::int64_t q = 0; q < count; ++q) {
            std::copy_n(query + q * size, width, task.context + (q0 + q) * task.hidden + task.head * width);
        }
    }
}

} // namespace

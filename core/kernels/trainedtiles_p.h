// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/attentiontiles_p.h"
#include "core/kernels/trainedattention_p.h"
#include "core/kernels/training_p.h"

/// Attention of one head in training, for any format of what is multiplied (attentiontiles_p.h says what that is).
namespace {

constexpr std::int64_t block = 2 * queries; ///< queries whose gradients are gathered before keys get theirs

/// Where values of a head lie: n rows from `first`, `stride` apart.
struct HeadRows {
    const std::uint16_t *first;
    std::int64_t stride, n, size;
};

inline float *room(std::vector<float> &of, std::int64_t count)
{
    of.resize(std::max(of.size(), static_cast<std::size_t>(count)));
    return of.data();
}

/// Rows in panels of keys: value d of key j at panels[(j / panel * words + d / per) * panel + j % panel].
template <typename Format>
ADAPLENS_TILE void layPanels(const HeadRows &rows, float *panels)
{
    const std::int64_t words = rows.size / Format::per, perVector = lanes / Format::per;
    std::fill(panels + rows.n / panel * panel * words, panels + roundUp(rows.n, panel) * words, 0.0F);
    for (std::int64_t j = 0; j < rows.n; ++j) {
        float *key = panels + j / panel * panel * words + j % panel;
        for (std::int64_t d = 0; d < rows.size; d += lanes) {
            Vector v;
            float packed[lanes];
            loadRounded(rows.first + j * rows.stride + d, v);
            Format::pack(v, packed);
            for (std::int64_t i = 0; i < perVector; ++i) {
                key[(d / Format::per + i) * panel] = packed[i];
            }
        }
    }
}

/// Rows whose words hold one value of as many rows as fit: of row p the rows from p * per, zeros behind the last.
template <typename Format>
ADAPLENS_TILE void layPairs(const HeadRows &rows, std::int64_t count, float *pairs)
{
    for (std::int64_t p = 0; p < count; ++p) {
        for (std::int64_t d = 0; d < rows.size; d += lanes) {
            Vector of[Format::per] = {};
            for (std::int64_t i = 0; i < Format::per && p * Format::per + i < rows.n; ++i) {
                loadRounded(rows.first + (p * Format::per + i) * rows.stride + d, of[i]);
            }
            Format::join(of, pairs + p * rows.size + d);
        }
    }
}

/// Rows as a tile's queries, zeros behind the last.
template <typename Format>
ADAPLENS_TILE void layQueries(const HeadRows &rows, float *words)
{
    for (std::int64_t q = 0; q < queries; ++q) {
        for (std::int64_t d = 0; d < rows.size; d += lanes) {
            Vector v = {};
            if (q < rows.n) {
                loadRounded(rows.first + q * rows.stride + d, v);
            }
            Format::pack(v, words + (q * rows.size + d) / Format::per);
        }
    }
}

ADAPLENS_INLINE void layBias(const TrainedHead &head, std::int64_t places, float *bias)
{
    std::fill(bias, bias + places, -std::numeric_limits<float>::max());
    for (std::int64_t j = 0; j < head.n; ++j) {
        bias[j] = head.of->keyBias != nullptr ? head.of->keyBias[head.begin + j] : 0.0F;
    }
}

/// Place of a query's first probability for dropout.
ADAPLENS_INLINE std::uint64_t dropoutPlace(const TrainedHead &head, std::int64_t query)
{
    return static_cast<std::uint64_t>(((head.begin + query) * head.of->heads + head.head) * head.stride);
}

/// A query's scores become probabilities times their sum, dropped out, in words; returns the share of each, and the log
/// of what softmax divides by.
template <typename Format>
ADAPLENS_TILE float softmaxRow(const VectorDropout &dropout, std::uint64_t place, const float *bias, float scale,
                               std::int64_t places, float *row, float &logSum)
{
    Vector most = Vector{} - std::numeric_limits<float>::max();
    for (std::int64_t j = 0; j < places; j += lanes) {
        Vector v, b;
        load(row + j, v);
        load(bias + j, b);
        v = v * scale + b;
        most = v > most ? v : most;
        store(v, row + j);
    }
    const float top = largest(most);
    Vector total = {};
    for (std::int64_t j = 0; j < places; j += 2 * lanes) {
        Vector a, b;
        load(row + j, a);
        load(row + j + lanes, b);
        a -= top;
        b -= top;
        exponential(a);
        exponential(b);
        total += a + b;
        dropout.apply(place + static_cast<std::uint64_t>(j), a, b);
        Format::pack(a, row + j / Format::per); // words are never more than places: what is to be read stays
        Format::pack(b, row + (j + lanes) / Format::per);
    }
    const float all = sum(total);
    logSum = top + std::log(all);
    return 1.0F / all;
}

template <typename Format>
ADAPLENS_TILE void forwardHeadIn(const TrainedHead &head, TrainedScratch &scratch)
{
    const TrainedAttention &of = *head.of;
    const std::int64_t size = of.hidden / of.heads, places = roundUp(head.n, panel), words = size / Format::per,
                       stride = 3 * of.hidden, mixed = roundUp(head.n, Format::per) / Format::per;
    float *keys = room(scratch.keys, places * words), *values = room(scratch.valuePairs, mixed * size),
          *query = room(scratch.query, queries * size), *scores = room(scratch.scores, queries * places),
          *bias = room(scratch.bias, places);
    const std::uint16_t *source = of.projected + head.begin * stride + head.head * size;
    layPanels<Format>({source + of.hidden, stride, head.n, size}, keys);
    layPairs<Format>({source + 2 * of.hidden, stride, head.n, size}, mixed, values);
    layBias(head, places, bias);
    const VectorDropout dropout(of.dropout);
    const float scale = 1.0F / std::sqrt(static_cast<float>(size));
    float shares[queries] = {};
    for (std::int64_t q0 = 0; q0 < head.n; q0 += queries) {
        const std::int64_t count = std::min(queries, head.n - q0);
        layQueries<Format>({source + q0 * stride, stride, count, size}, query);
        scoreTile<Format>(query, keys, words, places, scores);
        for (std::int64_t q = 0; q < count; ++q) {
            shares[q] =
                softmaxRow<Format>(dropout, dropoutPlace(head, q0 + q), bias, scale, places, scores + q * places,
                                   of.sums[head.head * of.offsets.back() + head.begin + q0 + q]);
        }
        if (head.received != nullptr) {
            receiveTile<Format>(scores, count, q0, head.n, places, shares,
                                head.received + head.head * of.offsets.back() + head.begin);
        }
        for (std::int64_t d = 0; d < size; d += 2 * lanes) {
            mixTile<Format>(scores, values, shares, mixed, places, size, d, query); // they are not needed any more
        }
        for (std::int64_t q = 0; q < count; ++q) {
            for (std::int64_t d = 0; d < size; d += lanes) {
                Vector v;
                load(query + q * size + d, v);
                storeRounded(v, head.context + (head.begin + q0 + q) * of.hidden + head.head * size + d);
            }
        }
    }
}

/// What the rows of a query's scores become on the way back.
struct SlopeRow {
    float *scores; ///< in: scores; out: probabilities, dropped out
    float *slopes; ///< in: gradients of probabilities; out: of biased scores
};

ADAPLENS_INLINE void slopeRow(const VectorDropout &dropout, std::uint64_t place, const float *bias, float scale,
                              float logSum, std::int64_t places, const SlopeRow &row, float *ofBias)
{
    Vector along = {};
    for (std::int64_t j = 0; j < places; j += 2 * lanes) {
        Vector p[2], g[2];
        for (std::int64_t k = 0; k < 2; ++k) {
            Vector b;
            load(row.scores + j + k * lanes, p[k]);
            load(row.slopes + j + k * lanes, g[k]);
            load(bias + j + k * lanes, b);
            p[k] = p[k] * scale + b - logSum;
            exponential(p[k]);
            store(p[k], row.scores + j + k * lanes);
        }
        dropout.apply(place + static_cast<std::uint64_t>(j), g[0], g[1]);
        along += p[0] * g[0] + p[1] * g[1];
        store(g[0], row.slopes + j);
        store(g[1], row.slopes + j + lanes);
    }
    const float mean = sum(along);
    for (std::int64_t j = 0; j < places; j += 2 * lanes) {
        Vector p[2];
        for (std::int64_t k = 0; k < 2; ++k) {
            Vector g, total;
            load(row.scores + j + k * lanes, p[k]);
            load(row.slopes + j + k * lanes, g);
            g = p[k] * (g - mean);
            store(g, row.slopes + j + k * lanes);
            load(ofBias + j + k * lanes, total);
            total += g;
            store(total, ofBias + j + k * lanes);
        }
        dropout.apply(place + static_cast<std::uint64_t>(j), p[0], p[1]);
        store(p[0], row.scores + j);
        store(p[1], row.scores + j + lanes);
    }
}

/// sums[j][d] += sum_q scores[q][j] rows[q][d] over a block, for 2 * lanes values of d from `d` and `queries` keys.
/// `scores`: words of queries beside one another, [block / per, places]; `pairs` likewise [block / per, size].
template <typename Format>
ADAPLENS_TILE void outerTile(const float *scores, const float *pairs, std::int64_t places, std::int64_t size,
                             std::int64_t d, float *sums)
{
    const bool two = d + lanes < size;
    Vector first[queries], second[queries] = {};
    for (std::int64_t j = 0; j < queries; ++j) {
        load(sums + j * size + d, first[j]);
        if (two) {
            load(sums + j * size + d + lanes, second[j]);
        }
    }
    for (std::int64_t p = 0; p < block / Format::per; ++p) {
        Vector a, b = {};
        load(pairs + p * size + d, a);
        if (two) {
            load(pairs + p * size + d + lanes, b);
        }
        for (std::int64_t j = 0; j < queries; ++j) {
            Format::add(first[j], scores[p * places + j], a);
            Format::add(second[j], scores[p * places + j], b);
        }
    }
    for (std::int64_t j = 0; j < queries; ++j) {
        store(first[j], sums + j * size + d);
        if (two) {
            store(second[j], sums + j * size + d + lanes);
        }
    }
}

/// A block's rows [block, places] to words of rows beside one another, in place: [block / per, places].
template <typename Format>
ADAPLENS_TILE void joinRows(std::int64_t places, float *rows)
{
    for (std::int64_t p = 0; p < block / Format::per; ++p) {
        for (std::int64_t j = 0; j < places; j += lanes) {
            Vector of[Format::per];
            for (std::int64_t i = 0; i < Format::per; ++i) {
                load(rows + (p * Format::per + i) * places + j, of[i]);
            }
            Format::join(of, rows + p * places + j);
        }
    }
}

ADAPLENS_TILE void storeScaled(const float *values, std::int64_t size, float scale, std::uint16_t *to)
{
    for (std::int64_t d = 0; d < size; d += lanes) {
        Vector v;
        load(values + d, v);
        v *= scale;
        storeRounded(v, to + d);
    }
}

template <typename Format>
ADAPLENS_TILE void backwardHeadIn(const TrainedHead &head, TrainedScratch &scratch)
{
    const TrainedAttention &of = *head.of;
    const std::int64_t size = of.hidden / of.heads, places = roundUp(head.n, panel), words = size / Format::per,
                       stride = 3 * of.hidden, mixed = roundUp(head.n, Format::per) / Format::per;
    float *keys = room(scratch.keys, places * words), *values = room(scratch.values, places * words),
          *keyPairs = room(scratch.keyPairs, mixed * size), *query = room(scratch.query, block * size),
          *gradient = room(scratch.gradient, block * size), *scores = room(scratch.scores, block * places),
          *slopes = room(scratch.slopes, block * places), *rows = room(scratch.rows, queries * (places + size)),
          *bias = room(scratch.bias, places), *ofBias = room(scratch.ofBias, places),
          *ofKeys = room(scratch.ofKeys, places * size), *ofValues = room(scratch.ofValues, places * size);
    const std::uint16_t *source = of.projected + head.begin * stride + head.head * size;
    const std::uint16_t *given = head.gradient + head.begin * of.hidden + head.head * size;
    std::uint16_t *result = head.ofProjected + head.begin * stride + head.head * size;
    layPanels<Format>({source + of.hidden, stride, head.n, size}, keys);
    layPanels<Format>({source + 2 * of.hidden, stride, head.n, size}, values);
    layPairs<Format>({source + of.hidden, stride, head.n, size}, mixed, keyPairs);
    layBias(head, places, bias);
    std::fill_n(ofBias, places, 0.0F);
    std::fill_n(ofKeys, places * size, 0.0F);
    std::fill_n(ofValues, places * size, 0.0F);
    const VectorDropout dropout(of.dropout);
    const float scale = 1.0F / std::sqrt(static_cast<float>(size));
    const float *logSums = of.sums + head.head * of.offsets.back() + head.begin;
    for (std::int64_t q0 = 0; q0 < head.n; q0 += block) {
        const std::int64_t count = std::min(block, head.n - q0);
        for (std::int64_t t = 0; t < block; t += queries) {
            const std::int64_t left = std::clamp<std::int64_t>(count - t, 0, queries);
            if (left > 0) {
                layQueries<Format>({source + (q0 + t) * stride, stride, left, size}, query);
                layQueries<Format>({given + (q0 + t) * of.hidden, of.hidden, left, size}, gradient);
                scoreTile<Format>(query, keys, words, places, scores + t * places);
                scoreTile<Format>(gradient, values, words, places, slopes + t * places);
            }
            for (std::int64_t q = t; q < t + left; ++q) {
                slopeRow(dropout, dropoutPlace(head, q0 + q), bias, scale, logSums[q0 + q], places,
                         {scores + q * places, slopes + q * places}, ofBias);
            }
            std::fill(scores + (t + left) * places, scores + (t + queries) * places, 0.0F);
            std::fill(slopes + (t + left) * places, slopes + (t + queries) * places, 0.0F);
            if (left == 0) {
                continue;
            }
            for (std::int64_t q = 0; q < queries; ++q) {
                for (std::int64_t j = 0; j < places; j += lanes) {
                    Vector v;
                    load(slopes + (t + q) * places + j, v);
                    Format::pack(v, rows + q * places + j / Format::per);
                }
            }
            const float shares[queries] = {scale, scale, scale, scale, scale, scale, scale, scale};
            float *mixedRows = rows + queries * places;
            for (std::int64_t d = 0; d < size; d += 2 * lanes) {
                mixTile<Format>(rows, keyPairs, shares, mixed, places, size, d, mixedRows);
            }
            for (std::int64_t q = 0; q < left; ++q) {
                storeScaled(mixedRows + q * size, size, 1.0F, result + (q0 + t + q) * stride);
            }
        }
        layPairs<Format>({source + q0 * stride, stride, count, size}, block / Format::per, query);
        layPairs<Format>({given + q0 * of.hidden, of.hidden, count, size}, block / Format::per, gradient);
        joinRows<Format>(places, scores);
        joinRows<Format>(places, slopes);
        for (std::int64_t j = 0; j < head.n; j += queries) {
            for (std::int64_t d = 0; d < size; d += 2 * lanes) {
                outerTile<Format>(slopes + j, query, places, size, d, ofKeys + j * size);
                outerTile<Format>(scores + j, gradient, places, size, d, ofValues + j * size);
            }
        }
    }
    for (std::int64_t j = 0; j < head.n; ++j) {
        storeScaled(ofKeys + j * size, size, scale, result + j * stride + of.hidden);
        storeScaled(ofValues + j * size, size, 1.0F, result + j * stride + 2 * of.hidden);
    }
    if (head.ofKeyBias != nullptr) {
        std::copy_n(ofBias, head.n, head.ofKeyBias + head.head * of.offsets.back() + head.begin);
    }
}

} // namespace

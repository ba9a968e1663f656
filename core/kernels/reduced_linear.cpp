// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/reduced_linear_p.h"

#include "core/kernels/reduced_kernels_p.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include <omp.h>

namespace adaplens {

namespace {

using namespace reduced;

/// A line of the cache: what vectors of them begin at is where a register can be read at once.
struct alignas(64) Line {
    std::uint32_t words[16];
};

std::int64_t roundedUp(std::int64_t n, std::int64_t step)
{
    return (n + step - 1) / step * step;
}

std::uint16_t toBFloat16(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (std::isnan(value)) {
        return 0x7fc0;
    }
    return static_cast<std::uint16_t>((bits + 0x7fff + ((bits >> 16U) & 1U)) >> 16U); // to nearest, ties to even
}

/// What one call works in: a thread keeps it for the next.
struct Scratch {
    std::vector<Line> groups;
    std::vector<float> scales, lows;
};

/// Long batches are cut into parts of this many rows: their inputs stay in the cache, and the room they need is bounded.
constexpr std::int64_t part = 512;
/// Starting the other threads costs more than this many multiplications.
constexpr std::int64_t worthThreads = 400'000;

class ReducedLinear final : public PackedLinear {
public:
    ReducedLinear(std::span<const float> weight, std::span<const float> bias, std::int64_t in, std::int64_t out,
                  Precision precision, const Kernels &kernels)
        : PackedLinear(in, out),
          m_kernels(kernels),
          m_perGroup(precision == Precision::Int8 ? 4 : 2),
          m_blocks(roundedUp(out, blockWidth) / blockWidth),
          m_bias(static_cast<std::size_t>(m_blocks * blockWidth)),
          m_scales(m_bias.size()),
          m_totals(m_bias.size())
    {
        m_product.in = in;
        m_product.out = out;
        m_product.groups = roundedUp(in, m_perGroup) / m_perGroup;
        m_weights.resize(static_cast<std::size_t>(m_blocks * m_product.groups * blockWidth / 16));
        m_product.weights = m_weights.front().words;
        m_product.bias = m_bias.data();
        m_product.scales = m_scales.data();
        m_product.totals = m_totals.data();
        std::copy(bias.begin(), bias.end(), m_bias.begin());
#pragma omp parallel for schedule(static)
        for (std::int64_t o = 0; o < out; ++o) {
            const float *row = weight.data() + o * in;
            if (precision == Precision::Int8) {
                packInt8(row, o);
            } else {
                packBFloat16(row, o);
            }
        }
    }

    void run(const float *x, std::int64_t rows, float *y, Activation activation) const override
    {
        for (std::int64_t done = 0; done < rows; done += part) {
            runPart(x + done * in(), std::min(part, rows - done), y + done * out(), activation);
        }
    }

private:
    /// Where the `i`th weight of output `o` lies, in units of `Value`.
    template <typename Value>
    Value &place(std::int64_t o, std::int64_t i)
    {
        const std::int64_t group = (o / blockWidth * m_product.groups + i / m_perGroup) * blockWidth + o % blockWidth;
        return reinterpret_cast<Value *>(m_weights.front().words)[group * m_perGroup + i % m_perGroup];
    }

    void packBFloat16(const float *row, std::int64_t o)
    {
        for (std::int64_t i = 0; i < in(); ++i) {
            place<std::uint16_t>(o, i) = toBFloat16(row[i]);
        }
    }

    void packInt8(const float *row, std::int64_t o)
    {
        float most = 0;
        for (std::int64_t i = 0; i < in(); ++i) {
            most = std::isfinite(row[i]) ? std::max(most, std::abs(row[i])) : std::numeric_limits<float>::quiet_NaN();
            if (std::isnan(most)) {
                break; // damaged weights must not look like sound ones
            }
        }
        const float scale = most / 127;
        std::int64_t total = 0;
        for (std::int64_t i = 0; i < in() && scale > 0; ++i) {
            const auto value = static_cast<std::int8_t>(std::lrint(row[i] / scale));
            place<std::int8_t>(o, i) = value;
            total += value;
        }
        m_scales[static_cast<std::size_t>(o)] = scale;
        m_totals[static_cast<std::size_t>(o)] = scale * static_cast<float>(total);
    }

    void runPart(const float *x, std::int64_t rows, float *y, Activation activation) const
    {
        thread_local Scratch scratch;
        const auto fit = [](auto &v, std::int64_t count) {
            v.resize(std::max(v.size(), static_cast<std::size_t>(count)));
        };
        fit(scratch.groups, roundedUp(rows * m_product.groups, 16) / 16);
        fit(scratch.scales, rows);
        fit(scratch.lows, rows);
        const Tokens tokens{scratch.groups.front().words, scratch.scales.data(), scratch.lows.data()};
        const Product &product = m_product;
        const Kernels kernels = m_kernels;
        const std::int64_t blocks = m_blocks;
#pragma omp parallel if (rows * in() * out() >= worthThreads)
        {
            const std::int64_t threads = omp_get_num_threads(), me = omp_get_thread_num();
            kernels.convert(product, x, rows * me / threads, rows * (me + 1) / threads, tokens);
            const std::int64_t cuts = cutsFor(blocks, rows, threads);
#pragma omp barrier
            // Neighbouring tasks share the weights of a block.
#pragma omp for schedule(static)
            for (std::int64_t task = 0; task < blocks * cuts; ++task) {
                const std::int64_t cut = task % cuts;
                kernels.multiply(product, tokens, task / cuts, rows * cut / cuts, rows * (cut + 1) / cuts, y,
                                 activation);
            }
        }
    }

    /// Parts that the rows are cut into so that the threads get about as much to do each.
    static std::int64_t cutsFor(std::int64_t blocks, std::int64_t rows, std::int64_t threads)
    {
        std::int64_t best = 1;
        const auto idle = [&](std::int64_t cuts) { return roundedUp(blocks * cuts, threads) * best; };
        for (std::int64_t cuts = 2; cuts <= std::min(threads, rows); ++cuts) {
            // Time is that of the thread with most tasks, each 1 / cuts long.
            best = idle(cuts) < roundedUp(blocks * best, threads) * cuts ? cuts : best;
        }
        return best;
    }

    const Kernels &m_kernels;
    std::int64_t m_perGroup, m_blocks;
    std::vector<float> m_bias, m_scales, m_totals;
    std::vector<Line> m_weights;
    Product m_product;
};

} // namespace

std::shared_ptr<const PackedLinear> makeReduced(std::span<const float> weight, std::span<const float> bias,
                                                Precision precision)
{
    const Kernels *kernels = kernelsFor(precision);
    if (kernels == nullptr) {
        return nullptr;
    }
    const auto out = static_cast<std::int64_t>(bias.size());
    return std::make_shared<ReducedLinear>(weight, bias, static_cast<std::int64_t>(weight.size()) / out, out, precision,
                                           *kernels);
}

} // namespace adaplens

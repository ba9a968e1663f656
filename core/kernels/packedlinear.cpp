// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/packedlinear.h"

#include "core/kernels/product_p.h"

#ifdef ADAPLENS_ONEDNN
#include "core/kernels/roundedrows_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>
#endif

namespace adaplens {

#ifdef ADAPLENS_ONEDNN

namespace {

/// Long batches are cut into parts of this many rows, so that few shapes are built.
constexpr std::int64_t part = 256;

template <typename Value>
void fit(std::vector<Value> &room, std::int64_t count)
{
    room.resize(std::max(room.size(), static_cast<std::size_t>(count)));
}

/// Products in float32 and bfloat16.
class FloatLinear final : public PackedLinear {
public:
    FloatLinear(std::span<const float> weight, std::span<const float> bias, std::int64_t in, std::int64_t out,
                Precision precision)
        : PackedLinear(in, out, precision),
          m_weights(onednn::packed(weight.data(), in, out, precision)),
          m_bias(bias.begin(), bias.end())
    {
    }

    void run(const float *x, std::int64_t rows, float *y, Activation activation) const override
    {
        thread_local std::vector<std::uint16_t> rounded; // kept for the next product
        const std::int64_t whole = roundUp(rows);
        for (std::int64_t done = 0; done < whole; done += part) {
            const std::int64_t now = std::min(part, whole - done);
            const void *inputs = x + done * in();
            if (precision() == Precision::BFloat16) {
                fit(rounded, now * in());
                roundRows(x + done * in(), std::min(now, rows - done) * in(), rounded.data());
                inputs = rounded.data();
            }
            onednn::multiply({now, in(), out(), precision(), activation, onednn::threads()}, inputs, m_weights,
                             m_bias.data(), y + done * out());
        }
    }

private:
    onednn::PackedWeights m_weights;
    std::vector<float> m_bias;
};

/// Products in int8: each output's weights and each token in steps of its own, which the sums are multiplied by.
class Int8Linear final : public PackedLinear {
public:
    Int8Linear(std::span<const float> weight, std::span<const float> bias, std::int64_t in, std::int64_t out)
        : PackedLinear(in, out, Precision::Int8),
          m_bias(bias.begin(), bias.end()),
          m_steps(bias.size()),
          m_totals(bias.size())
    {
        std::vector<std::int8_t> quantised(weight.size());
#pragma omp parallel for schedule(static)
        for (std::int64_t o = 0; o < out; ++o) {
            quantise(weight.subspan(static_cast<std::size_t>(o * in), static_cast<std::size_t>(in)),
                     static_cast<std::size_t>(o), quantised.data() + o * in);
        }
        m_weights = onednn::packed(quantised.data(), in, out, Precision::Int8);
    }

    void run(const float *x, std::int64_t rows, float *y, Activation activation) const override
    {
        thread_local std::vector<std::uint8_t> quantised; // these are kept for the next product
        thread_local std::vector<float> steps, lows;
        const std::int64_t whole = roundUp(rows);
        for (std::int64_t done = 0; done < whole; done += part) {
            const std::int64_t now = std::min(part, whole - done), real = std::min(now, rows - done);
            fit(quantised, now * in());
            fit(steps, now);
            fit(lows, now);
            quantiseRows(x + done * in(), real, in(), quantised.data(), steps.data(), lows.data());
            float *results = y + done * out();
            onednn::multiply({now, in(), out(), Precision::Int8, Activation::None, onednn::threads()}, quantised.data(),
                             m_weights, nullptr, results);
            finishRows({m_steps, m_totals, m_bias.data()}, steps.data(), lows.data(), real, results, activation);
        }
    }

private:
    void quantise(std::span<const float> row, std::size_t output, std::int8_t *to)
    {
        float most = 0;
        for (const float value : row) {
            most = std::isfinite(value) ? std::max(most, std::abs(value)) : std::numeric_limits<float>::quiet_NaN();
            if (std::isnan(most)) {
                break; // damaged weights must not look like sound ones
            }
        }
        const float step = most / std::numeric_limits<std::int8_t>::max();
        std::int64_t total = 0;
        for (std::size_t i = 0; i < row.size() && step > 0; ++i) {
            to[i] = static_cast<std::int8_t>(std::lrint(row[i] / step));
            total += to[i];
        }
        m_steps[output] = step;
        m_totals[output] = step * static_cast<float>(total);
    }

    std::vector<float> m_bias, m_steps, m_totals; ///< of each output: bias, step and sum of its weights
    onednn::PackedWeights m_weights;
};

} // namespace

#endif

std::shared_ptr<const PackedLinear> PackedLinear::make([[maybe_unused]] std::span<const float> weight,
                                                       [[maybe_unused]] std::span<const float> bias,
                                                       [[maybe_unused]] Precision precision)
{
#ifdef ADAPLENS_ONEDNN
    if (usable(precision) != precision) {
        return nullptr;
    }
    const auto out = static_cast<std::int64_t>(bias.size()), in = static_cast<std::int64_t>(weight.size()) / out;
    constexpr std::int64_t largestTerm = std::int64_t{255} * 127;
    if (precision == Precision::Int8 && in > std::numeric_limits<std::int32_t>::max() / largestTerm) {
        return nullptr; // a sum might not fit
    }
    try {
        if (precision == Precision::Int8) {
            return std::make_shared<Int8Linear>(weight, bias, in, out);
        }
        return std::make_shared<FloatLinear>(weight, bias, in, out, precision);
    } catch (const dnnl::error &) {
        return nullptr; // the caller's own product does
    }
#else
    return nullptr;
#endif
}

std::int64_t PackedLinear::roundUp(std::int64_t rows)
{
    // Steps of at most an eighth above 16 rows; below, reading weights and code takes longer than the arithmetic, and
    // layers that keep about as many tokens find the code of the one before still in the cache.
    const std::int64_t step = rows <= 16 ? 2 : rows <= 128 ? 8 : 16;
    return (rows + step - 1) / step * step;
}

} // namespace adaplens

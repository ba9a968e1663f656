// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/activation.h"
#include "core/kernels/precision.h"

#include <cstdint>
#include <memory>
#include <span>

namespace adaplens {

/// y = act(x W^T + b) for inference on the CPU, the weights laid out once as oneDNN's product wants them: reading them
/// in any other order costs more than the arithmetic where few tokens are left.
class PackedLinear {
public:
    /// `weight` [out, in] row by row, `bias` [out], float32. Null where `precision` is not usable(), sums in int8 might
    /// not fit 32 bits (more than 66,311 inputs), or there are no such products (no oneDNN in this build, or it
    /// refuses).
    [[nodiscard]] static std::shared_ptr<const PackedLinear>
    make(std::span<const float> weight, std::span<const float> bias, Precision precision = Precision::Float32);
    virtual ~PackedLinear() = default;

    [[nodiscard]] std::int64_t in() const { return m_in; }
    [[nodiscard]] std::int64_t out() const { return m_out; }
    [[nodiscard]] Precision precision() const { return m_precision; }
    /// Rows that a product of `rows` rows really has: code is compiled for each count, so counts are rounded up to few.
    [[nodiscard]] static std::int64_t roundUp(std::int64_t rows);
    /// `x` [rows, in] -> `y` [rows, out], both float32 and row by row, with room for roundUp(rows) rows; what lies in
    /// the rows beyond is read and written, but means nothing. Any number of threads may call it at once.
    virtual void run(const float *x, std::int64_t rows, float *y, Activation activation) const = 0;

protected:
    PackedLinear(std::int64_t in, std::int64_t out, Precision precision) : m_in(in), m_out(out), m_precision(precision)
    {
    }

private:
    std::int64_t m_in, m_out;
    Precision m_precision;
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/trainedrows.h"

#include "core/kernels/share_p.h"
#include "core/kernels/training_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace adaplens {

namespace {

using namespace simd;

constexpr std::int64_t two = 2 * lanes; ///< values that share the bits of dropout

ADAPLENS_INLINE void addTo(float *sums, const Vector &v)
{
    Vector sum;
    load(sums, sum);
    sum += v;
    store(sum, sums);
}

ADAPLENS_INLINE void forwardRows(const NormForward &t, std::int64_t begin, std::int64_t end)
{
    const VectorDropout dropout(t.dropout);
    const auto size = static_cast<float>(t.hidden);
    for (std::int64_t r = begin; r < end; ++r) {
        const std::int64_t row = r * t.hidden;
        float *y = t.y + row;
        Vector total = {};
        for (std::int64_t i = 0; i < t.hidden; i += two) {
            Vector a, b, c, d;
            loadRounded(t.update + row + i, a);
            loadRounded(t.update + row + i + lanes, b);
            dropout.apply(static_cast<std::uint64_t>(row + i), a, b);
            load(t.residual + row + i, c);
            load(t.residual + row + i + lanes, d);
            a += c;
            b += d;
            total += a + b;
            store(a, y + i);
            store(b, y + i + lanes);
        }
        const float mean = sum(total) / size;
        Vector squares = {};
        for (std::int64_t i = 0; i < t.hidden; i += lanes) {
            Vector a;
            load(y + i, a);
            a -= mean;
            squares += a * a;
        }
        const float scale = 1.0F / std::sqrt(sum(squares) / size + static_cast<float>(t.epsilon));
        t.scales[r] = scale;
        for (std::int64_t i = 0; i < t.hidden; i += lanes) {
            Vector a, w, b;
            load(y + i, a);
            a = (a - mean) * scale;
            storeRounded(a, t.normal + row + i);
            load(t.weight + i, w);
            load(t.bias + i, b);
            a = a * w + b;
            store(a, y + i);
        }
    }
}

/// `sums`: [3 hidden], to which the gradients of weight, bias and the sums of updates are added.
ADAPLENS_INLINE void backwardRows(const NormBackward &t, std::int64_t begin, std::int64_t end, float *sums)
{
    const VectorDropout dropout(t.dropout);
    const auto size = static_cast<float>(t.hidden);
    for (std::int64_t r = begin; r < end; ++r) {
        const std::int64_t row = r * t.hidden;
        Vector total = {}, along = {};
        for (std::int64_t i = 0; i < t.hidden; i += lanes) {
            Vector g, x, w;
            load(t.gradient + row + i, g);
            loadRounded(t.normal + row + i, x);
            load(t.weight + i, w);
            addTo(sums + i, g * x);
            addTo(sums + t.hidden + i, g);
            g *= w;
            total += g;
            along += g * x;
        }
        const float mean = sum(total) / size, share = sum(along) / size, scale = t.scales[r];
        for (std::int64_t i = 0; i < t.hidden; i += two) {
            Vector parts[2];
            for (std::int64_t k = 0; k < 2; ++k) {
                const std::int64_t at = i + k * lanes;
                Vector g, x, w;
                load(t.gradient + row + at, g);
                loadRounded(t.normal + row + at, x);
                load(t.weight + at, w);
                parts[k] = (g * w - mean - x * share) * scale;
                store(parts[k], t.ofResidual + row + at);
            }
            dropout.apply(static_cast<std::uint64_t>(row + i), parts[0], parts[1]);
            for (std::int64_t k = 0; k < 2; ++k) {
                const std::int64_t at = i + k * lanes;
                storeRounded(parts[k], t.ofUpdate + row + at);
                addTo(sums + 2 * t.hidden + at, parts[k]);
            }
        }
    }
}

struct ActivationTask {
    Activation activation;
    const std::uint16_t *x;
    std::uint16_t *y; ///< backward: the gradient, in place
    std::int64_t columns;
};

ADAPLENS_INLINE void activateValues(const ActivationTask &t, std::int64_t begin, std::int64_t end)
{
    for (std::int64_t i = begin; i < end; i += lanes) {
        Vector v;
        loadRounded(t.x + i, v);
        activateRough(t.activation, v);
        storeRounded(v, t.y + i);
    }
}

ADAPLENS_INLINE void slopeRows(const ActivationTask &t, std::int64_t begin, std::int64_t end, float *sums)
{
    for (std::int64_t r = begin; r < end; ++r) {
        for (std::int64_t i = 0; i < t.columns; i += lanes) {
            Vector v, g;
            loadRounded(t.x + r * t.columns + i, v);
            loadRounded(t.y + r * t.columns + i, g);
            roughSlope(t.activation, v);
            g *= v;
            storeRounded(g, t.y + r * t.columns + i);
            addTo(sums + i, g);
        }
    }
}

struct SumTask {
    const std::uint16_t *x;
    std::int64_t columns;
};

ADAPLENS_INLINE void sumRows(const SumTask &t, std::int64_t begin, std::int64_t end, float *sums)
{
    for (std::int64_t r = begin; r < end; ++r) {
        for (std::int64_t i = 0; i < t.columns; i += lanes) {
            Vector v;
            loadRounded(t.x + r * t.columns + i, v);
            addTo(sums + i, v);
        }
    }
}

/// Calls f(begin, end, sums) for parts of the rows, each with `columns` sums of its own, and adds those up in order.
template <typename Function>
std::vector<float> shareSums(std::int64_t rows, std::int64_t columns, const Function &f)
{
    const std::int64_t threads = omp_in_parallel() != 0 || rows * columns < worthThreads ? 1 : omp_get_max_threads();
    std::vector<float> sums(static_cast<std::size_t>(threads * columns));
#pragma omp parallel for schedule(static, 1) num_threads(static_cast <int>(threads)) if (threads > 1)
    for (std::int64_t t = 0; t < threads; ++t) {
        f(rows * t / threads, rows * (t + 1) / threads, sums.data() + t * columns);
    }
    for (std::int64_t i = columns; i < threads * columns; ++i) {
        sums[static_cast<std::size_t>(i % columns)] += sums[static_cast<std::size_t>(i)];
    }
    return sums;
}

void copySums(const std::vector<float> &sums, std::int64_t from, std::int64_t count, float *to)
{
    if (to != nullptr) {
        std::copy_n(sums.begin() + from, count, to);
    }
}

} // namespace

void normForward(const NormForward &task)
{
    static const auto run = ForProcessor<forwardRows>::chosen();
    share(task.rows, 4 * task.rows * task.hidden, [&](std::int64_t begin, std::int64_t end) { run(task, begin, end); });
}

void normBackward(const NormBackward &task)
{
    static const auto run = ForProcessor<backwardRows>::chosen();
    const auto sums = shareSums(task.rows, 3 * task.hidden,
                                [&](std::int64_t begin, std::int64_t end, float *to) { run(task, begin, end, to); });
    copySums(sums, 0, task.hidden, task.ofWeight);
    copySums(sums, task.hidden, task.hidden, task.ofBias);
    copySums(sums, 2 * task.hidden, task.hidden, task.ofUpdates);
}

void activateForward(Activation activation, const std::uint16_t *x, std::int64_t count, std::uint16_t *y)
{
    static const auto run = ForProcessor<activateValues>::chosen();
    share(count / two, 2 * count, [&](std::int64_t begin, std::int64_t end) {
        run({activation, x, y, 0}, begin * two, end * two);
    });
}

void activateBackward(Activation activation, const std::uint16_t *x, std::int64_t rows, std::int64_t columns,
                      std::uint16_t *gradient, float *sums)
{
    static const auto run = ForProcessor<slopeRows>::chosen();
    const auto found = shareSums(rows, columns, [&](std::int64_t begin, std::int64_t end, float *to) {
        run({activation, x, gradient, columns}, begin, end, to);
    });
    copySums(found, 0, columns, sums);
}

void columnSums(const std::uint16_t *x, std::int64_t rows, std::int64_t columns, float *sums)
{
    static const auto run = ForProcessor<sumRows>::chosen();
    const auto found = shareSums(rows, columns, [&](std::int64_t begin, std::int64_t end, float *to) {
        run({x, columns}, begin, end, to);
    });
    copySums(found, 0, columns, sums);
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/adam.h"

#include "core/kernels/share_p.h"
#include "core/kernels/training_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace adaplens {

namespace {

using namespace simd;

constexpr std::int64_t part = 1 << 14; ///< values of a task: threads share them evenly

struct AdamTask {
    AdamRun run;
    AdamRates rates;
};

ADAPLENS_INLINE void update(const AdamTask &t, std::int64_t i, std::int64_t count)
{
    const auto read = [count](const float *from, Vector &v) {
        v = Vector{};
        std::memcpy(&v, from, static_cast<std::size_t>(count) * sizeof(float));
    };
    const AdamRun &run = t.run;
    Vector value, first, second, g;
    read(run.gradient + i, g);
    read(run.value + i, value);
    read(run.first + i, first);
    read(run.second + i, second);
    g *= t.rates.gradients;
    first = t.rates.beta1 * first + (1.0F - t.rates.beta1) * g;
    second = t.rates.beta2 * second + (1.0F - t.rates.beta2) * g * g;
    Vector root;
    for (std::int64_t k = 0; k < lanes; ++k) {
        root[k] = std::sqrt(second[k]);
    }
    value = run.keep * value - run.size * first / (root * t.rates.root + t.rates.epsilon);
    const auto bytes = static_cast<std::size_t>(count) * sizeof(float);
    std::memcpy(run.value + i, &value, bytes);
    std::memcpy(run.first + i, &first, bytes);
    std::memcpy(run.second + i, &second, bytes);
    if (run.rounded != nullptr) {
        std::uint16_t rounded[lanes];
        storeRounded(value, rounded);
        std::memcpy(run.rounded + i, rounded, static_cast<std::size_t>(count) * sizeof(std::uint16_t));
    }
}

ADAPLENS_INLINE void updateRun(const AdamTask &t)
{
    const std::int64_t whole = t.run.count / lanes * lanes;
    for (std::int64_t i = 0; i < whole; i += lanes) {
        update(t, i, lanes);
    }
    if (whole < t.run.count) {
        update(t, whole, t.run.count - whole);
    }
}

struct NormTask {
    const float *x;
    std::int64_t count;
    double *sum;
};

ADAPLENS_INLINE void sumSquares(const NormTask &t)
{
    // A few sums side by side: one alone would wait for itself at every step.
    constexpr std::int64_t side = 4;
    Vector sums[side] = {};
    const std::int64_t whole = t.count / (side * lanes) * (side * lanes);
    for (std::int64_t i = 0; i < whole; i += side * lanes) {
        for (std::int64_t k = 0; k < side; ++k) {
            Vector v;
            load(t.x + i + k * lanes, v);
            sums[k] += v * v;
        }
    }
    double total = 0;
    for (const Vector &v : sums) {
        total += static_cast<double>(sum(v));
    }
    for (std::int64_t i = whole; i < t.count; ++i) {
        total += static_cast<double>(t.x[i]) * t.x[i];
    }
    *t.sum = total;
}

} // namespace

void adamStep(std::span<const AdamRun> runs, const AdamRates &rates)
{
    static const auto step = ForProcessor<updateRun>::chosen();
    std::vector<AdamTask> tasks;
    std::int64_t work = 0;
    for (const AdamRun &run : runs) {
        work += run.count;
        for (std::int64_t i = 0; i < run.count; i += part) {
            AdamRun some = run;
            some.value += i;
            some.first += i;
            some.second += i;
            some.gradient += i;
            some.rounded = run.rounded != nullptr ? run.rounded + i : nullptr;
            some.count = std::min(part, run.count - i);
            tasks.push_back({some, rates});
        }
    }
    share(static_cast<std::int64_t>(tasks.size()), work, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            step(tasks[static_cast<std::size_t>(i)]);
        }
    });
}

double squaredNorm(const float *x, std::int64_t count)
{
    static const auto run = ForProcessor<sumSquares>::chosen();
    const std::int64_t parts = (count + part - 1) / part;
    std::vector<double> sums(static_cast<std::size_t>(parts));
    share(parts, count, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            run({x + i * part, std::min(part, count - i * part), &sums[static_cast<std::size_t>(i)]});
        }
    });
    double total = 0;
    for (const double each : sums) {
        total += each;
    }
    return total;
}

} // namespace adaplens

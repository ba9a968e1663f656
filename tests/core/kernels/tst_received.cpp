// SPDX-License-Identifier: GPL-3.0-or-later
// Attention that tokens receive, from the ragged kernel: against its definition, in all kinds of code.
#include "core/kernels/attention.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <omp.h>

using namespace adaplens;

namespace {

struct Batch {
    Batch(std::int64_t ofHead, std::vector<std::int64_t> where) : size(ofHead), offsets(std::move(where))
    {
        std::mt19937 random(6);
        std::normal_distribution<float> normal(0, 1.2F);
        projected.resize(static_cast<std::size_t>(rows() * 3 * hidden()));
        for (float &value : projected) {
            value = normal(random);
        }
    }
    [[nodiscard]] std::int64_t hidden() const { return heads * size; }
    [[nodiscard]] std::int64_t rows() const { return offsets.back(); }
    /// Attention that query `q` pays to key `j`, both rows of one sequence; in double precision.
    [[nodiscard]] std::vector<double> probabilities(std::int64_t begin, std::int64_t n, std::int64_t q,
                                                    std::int64_t head) const
    {
        std::vector<double> result;
        double sum = 0;
        for (std::int64_t j = 0; j < n; ++j) {
            double score = 0;
            for (std::int64_t d = head * size; d < (head + 1) * size; ++d) {
                score += static_cast<double>(at(begin + q, d)) * at(begin + j, hidden() + d);
            }
            result.push_back(std::exp(score / std::sqrt(static_cast<double>(size))));
            sum += result.back();
        }
        for (double &value : result) {
            value /= sum;
        }
        return result;
    }
    [[nodiscard]] std::vector<float> expected() const
    {
        std::vector<float> result(static_cast<std::size_t>(rows()));
        for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
            const std::int64_t begin = offsets[b], n = offsets[b + 1] - begin;
            std::vector<double> sums(static_cast<std::size_t>(n));
            for (std::int64_t h = 0; h < heads; ++h) {
                for (std::int64_t q = 0; q < n; ++q) {
                    const auto paid = probabilities(begin, n, q, h);
                    for (std::int64_t j = 0; j < n; ++j) {
                        sums[static_cast<std::size_t>(j)] += j == q ? 0 : paid[static_cast<std::size_t>(j)];
                    }
                }
            }
            for (std::int64_t j = 0; j < n; ++j) {
                result[static_cast<std::size_t>(begin + j)] =
                    static_cast<float>(sums[static_cast<std::size_t>(j)] / static_cast<double>(heads));
            }
        }
        return result;
    }
    [[nodiscard]] std::vector<float> received(Precision precision = Precision::Float32) const
    {
        std::vector<float> context(static_cast<std::size_t>(rows() * hidden())), plain(context);
        std::vector<float> result(static_cast<std::size_t>(rows()), -1.0F);
        raggedAttention(projected.data(), offsets, heads, hidden(), context.data(), precision, result.data());
        raggedAttention(projected.data(), offsets, heads, hidden(), plain.data(), precision);
        CHECK(context == plain); // to ask changes nothing
        return result;
    }

    static constexpr std::int64_t heads = 3;
    std::int64_t size;
    std::vector<std::int64_t> offsets;
    std::vector<float> projected;

private:
    [[nodiscard]] float at(std::int64_t row, std::int64_t column) const
    {
        return projected[static_cast<std::size_t>(row * 3 * hidden() + column)];
    }
};

double difference(const std::vector<float> &a, const std::vector<float> &b)
{
    double worst = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        worst = test::worse(worst, std::abs(static_cast<double>(a[i]) - b[i]) / (1 + std::abs(b[i])));
    }
    return worst;
}

const std::vector<std::int64_t> lengths{0, 1, 3, 10, 26, 59, 59 + 130, 59 + 130 + 16, 59 + 130 + 16 + 300};

} // namespace

TEST_CASE("what a token receives is the mean over heads of what the others pay it")
{
    for (const std::int64_t size : {5, 16, 20, 32}) {
        CAPTURE(size);
        const Batch batch(size, lengths);
        const auto found = batch.received();
        CHECK(difference(found, batch.expected()) < 3e-6);
        CHECK(found.front() == 0); // a token alone
    }
}

TEST_CASE("in reduced precisions it is that of rounded numbers")
{
    const Batch batch(32, lengths);
    const auto exact = batch.expected();
    for (const Precision precision : {Precision::BFloat16, Precision::Int8}) {
        CHECK(difference(batch.received(precision), exact) < 0.02);
    }
}

TEST_CASE("it depends neither on the threads nor on the sequences beside it")
{
    const Batch batch(16, lengths);
    for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
        const int before = omp_get_max_threads();
        omp_set_num_threads(1);
        const auto one = batch.received(precision);
        omp_set_num_threads(5);
        const auto many = batch.received(precision);
        omp_set_num_threads(before);
        CHECK(one == many);
        for (std::size_t b = 0; b + 1 < lengths.size(); ++b) {
            Batch alone(16, {0, lengths[b + 1] - lengths[b]});
            const auto row = 3 * alone.hidden();
            alone.projected.assign(batch.projected.begin() + lengths[b] * row,
                                   batch.projected.begin() + lengths[b + 1] * row);
            const auto found = alone.received(precision);
            CHECK(std::equal(found.begin(), found.end(), one.begin() + lengths[b]));
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Attention in training and its gradients, against their definition in double precision, in all kinds of code.
#include "core/kernels/trainedattention.h"
#include "tests/core/kernels/roundednumbers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <span>

#include <omp.h>

using namespace adaplens;
using namespace adaplens::test;

namespace {

struct Batch {
    Batch(std::int64_t ofHead, std::vector<std::int64_t> where, bool biased, double p)
        : size(ofHead),
          offsets(std::move(where)),
          projected(halves(rows() * 3 * hidden(), 1, 1.2F)),
          gradient(halves(rows() * hidden(), 2)),
          dropout{99, p}
    {
        if (biased) {
            keyBias = normal(rows(), 3, 2);
            for (std::size_t i = 1; i < keyBias.size(); i += 5) {
                keyBias[i] = -10000; // a token that is gone
            }
        }
    }
    [[nodiscard]] std::int64_t hidden() const { return heads * size; }
    [[nodiscard]] std::int64_t rows() const { return offsets.back(); }

    void run()
    {
        const auto count = static_cast<std::size_t>(rows() * hidden());
        sums.assign(static_cast<std::size_t>(heads * rows()), 0);
        context.assign(count, 0);
        ofProjected.assign(3 * count, 0);
        ofBias.assign(static_cast<std::size_t>(rows()), 9);
        const TrainedAttention task{
            offsets, heads,      hidden(), projected.data(), keyBias.empty() ? nullptr : keyBias.data(),
            dropout, sums.data()};
        received.assign(static_cast<std::size_t>(rows()), 9);
        attentionForward(task, context.data(), received.data());
        std::vector<std::uint16_t> unasked(count);
        attentionForward(task, unasked.data());
        CHECK(unasked == context);
        attentionBackward(task, gradient.data(), ofProjected.data(), ofBias.data());
        std::vector<std::uint16_t> again(3 * count);
        attentionBackward(task, gradient.data(), again.data(), nullptr);
        CHECK(again == ofProjected);
    }

    void expect()
    {
        wantedContext.assign(static_cast<std::size_t>(rows() * hidden()), 0);
        wantedProjected.assign(3 * wantedContext.size(), 0);
        wantedBias.assign(static_cast<std::size_t>(rows()), 0);
        wantedReceived.assign(static_cast<std::size_t>(rows()), 0);
        std::int64_t longest = 0;
        for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
            longest = std::max(longest, offsets[b + 1] - offsets[b]);
        }
        for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
            for (std::int64_t h = 0; h < heads; ++h) {
                for (std::int64_t q = offsets[b]; q < offsets[b + 1]; ++q) {
                    expectQuery(offsets[b], offsets[b + 1], h, q, dropoutStride(longest));
                }
            }
        }
    }

    static constexpr std::int64_t heads = 3;
    std::int64_t size;
    std::vector<std::int64_t> offsets;
    std::vector<std::uint16_t> projected, gradient, context, ofProjected;
    std::vector<float> keyBias, sums, ofBias, received;
    Dropout dropout;
    std::vector<double> wantedContext, wantedProjected, wantedBias, wantedReceived;

private:
    [[nodiscard]] std::size_t place(std::int64_t row, std::int64_t part, std::int64_t head, std::int64_t d) const
    {
        return static_cast<std::size_t>(row * 3 * hidden() + part * hidden() + head * size + d);
    }
    void expectQuery(std::int64_t begin, std::int64_t end, std::int64_t h, std::int64_t q, std::int64_t stride)
    {
        const double scale = 1 / std::sqrt(static_cast<double>(size));
        std::vector<double> p, factors, ofP;
        double total = 0;
        for (std::int64_t j = begin; j < end; ++j) {
            double score = keyBias.empty() ? 0 : keyBias[static_cast<std::size_t>(j)];
            double slope = 0;
            for (std::int64_t d = 0; d < size; ++d) {
                score += scale * value(projected[place(q, 0, h, d)]) * value(projected[place(j, 1, h, d)]);
                slope += static_cast<double>(value(gradient[static_cast<std::size_t>(q * hidden() + h * size + d)])) *
                         value(projected[place(j, 2, h, d)]);
            }
            p.push_back(std::exp(score));
            total += p.back();
            const auto at = static_cast<std::uint64_t>((q * heads + h) * stride + j - begin);
            factors.push_back(dropout.keeps(at) ? static_cast<double>(dropout.scale()) : 0);
            ofP.push_back(slope * factors.back());
        }
        double along = 0;
        for (std::size_t j = 0; j < p.size(); ++j) {
            p[j] /= total;
            along += p[j] * ofP[j];
        }
        for (std::size_t k = 0; k < p.size(); ++k) {
            const std::int64_t j = begin + static_cast<std::int64_t>(k);
            const double ofScore = p[k] * (ofP[k] - along);
            wantedBias[static_cast<std::size_t>(j)] += ofScore;
            wantedReceived[static_cast<std::size_t>(j)] += j == q ? 0 : p[k] * factors[k] / heads;
            for (std::int64_t d = 0; d < size; ++d) {
                const auto at = static_cast<std::size_t>(q * hidden() + h * size + d);
                wantedContext[at] += p[k] * factors[k] * value(projected[place(j, 2, h, d)]);
                wantedProjected[place(q, 0, h, d)] += scale * ofScore * value(projected[place(j, 1, h, d)]);
                wantedProjected[place(j, 1, h, d)] += scale * ofScore * value(projected[place(q, 0, h, d)]);
                wantedProjected[place(j, 2, h, d)] += p[k] * factors[k] * value(gradient[at]);
            }
        }
    }
};

const std::vector<std::int64_t> lengths{0, 1, 1, 4, 12, 38, 38 + 16, 38 + 16 + 33, 38 + 16 + 33 + 140};

} // namespace

TEST_CASE("attention in training and its gradients, in queries, keys, values and the bias of each key")
{
    for (const std::int64_t size : {16, 32, 48}) {
        for (const bool biased : {false, true}) {
            for (const double p : {0.0, 0.2}) {
                CAPTURE(size);
                CAPTURE(biased);
                CAPTURE(p);
                Batch batch(size, lengths, biased, p);
                batch.run();
                batch.expect();
                // Rounded are results and, where products are of bfloat16, probabilities and their gradients.
                const double tolerance = std::getenv("ADAPLENS_MAX_ISA") == nullptr ? 5 * halfStep : halfStep;
                CHECK(difference(batch.context, batch.wantedContext) < tolerance);
                CHECK(difference(batch.ofProjected, batch.wantedProjected) < tolerance);
                CHECK(difference(batch.ofBias, batch.wantedBias) < 1e-4);
                CHECK(difference(batch.received, batch.wantedReceived) < tolerance);
            }
        }
    }
}

TEST_CASE("a sequence alone gives what it gives among others, whatever the threads")
{
    const int before = omp_get_max_threads();
    Batch batch(32, lengths, true, 0), more(32, lengths, true, 0.3), again(32, lengths, true, 0.3);
    omp_set_num_threads(1);
    batch.run();
    more.run();
    omp_set_num_threads(5);
    again.run();
    omp_set_num_threads(before);
    CHECK(more.context == again.context);
    CHECK(more.ofProjected == again.ofProjected);
    CHECK(more.ofBias == again.ofBias);
    CHECK(more.received == again.received);
    for (std::size_t b = 0; b + 1 < lengths.size(); ++b) {
        Batch alone(32, {0, lengths[b + 1] - lengths[b]}, true, 0);
        const auto part = [&](auto &to, const auto &from, std::int64_t each) {
            to.assign(from.begin() + lengths[b] * each, from.begin() + lengths[b + 1] * each);
        };
        part(alone.projected, batch.projected, 3 * batch.hidden());
        part(alone.gradient, batch.gradient, batch.hidden());
        part(alone.keyBias, batch.keyBias, 1);
        if (alone.keyBias.empty()) {
            continue; // no tokens: nothing to compare
        }
        alone.run();
        CHECK(std::ranges::equal(
            alone.context, std::span(batch.context)
                               .subspan(static_cast<std::size_t>(lengths[b] * batch.hidden()), alone.context.size())));
        CHECK(std::ranges::equal(
            alone.ofProjected,
            std::span(batch.ofProjected)
                .subspan(static_cast<std::size_t>(lengths[b] * 3 * batch.hidden()), alone.ofProjected.size())));
    }
}

TEST_CASE("a batch without a token is no work")
{
    Batch none(32, {0, 0}, false, 0.1);
    none.run();
    CHECK(none.context.empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimiser_p.h"

#include <doctest/doctest.h>

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

using namespace adaplens;

namespace {

Parameter parameter(const char *name, std::vector<float> values, double decay = 0)
{
    return {name, at::tensor(at::ArrayRef<float>(values)).requires_grad_(true), 0.1, decay, {}, {}, {}};
}

} // namespace

TEST_CASE("a parameter that a batch does not use keeps its value and its moments, and counts nothing in the norm")
{
    AdamW optimiser({parameter("used", {3, 4}), parameter("unused", {5, 6}, 0.5)}, 1e-8);
    const auto values = optimiser.values();
    const at::Tensor both = values[0].sum() + values[1].sum();
    optimiser.step(torch::autograd::grad({both}, values, {}, {}, false, true), 1);
    const at::Tensor value = values[1].detach().clone();
    const at::Tensor first = optimiser.parameters()[1].first.clone();
    const at::Tensor before = values[0].detach().clone();

    auto gradients = torch::autograd::grad({(values[0] * at::tensor({3.0F, 4.0F})).sum()}, values, {}, {}, false, true);
    REQUIRE_FALSE(gradients[1].defined());
    CHECK(jointNorm(gradients) == doctest::Approx(5));
    optimiser.step(gradients, 1);
    CHECK(at::equal(values[1], value));
    CHECK(at::equal(optimiser.parameters()[1].first, first));
    CHECK_FALSE(at::equal(values[0], before));
}

TEST_CASE("gradients are scaled to the limit of their joint norm, and only down")
{
    const std::vector<at::Tensor> gradients{at::tensor({3.0F}), at::Tensor(), at::tensor({0.0F, 4.0F}),
                                            at::full({2, 2}, 6.0F).t()};
    CHECK(jointNorm(gradients) == doctest::Approx(13));
    CHECK(jointNorm({at::tensor({3.0, 4.0}, at::kDouble)}) == doctest::Approx(5));
    CHECK(clipScale(5, 1) == doctest::Approx(0.2));
    CHECK(clipScale(5, 10) == 1);
    CHECK(clipScale(5, 0) == 1); // no limit
}

TEST_CASE("a step scales gradients, on values that a pointer reaches and on others alike")
{
    AdamW optimiser({parameter("scaled", {3, 4})}, 1e-8);
    AdamW whole({parameter("whole", {3, 4})}, 1e-8);
    AdamW wide({{"wide", at::tensor({3.0, 4.0}, at::kDouble), 0.1, 0, {}, {}, {}}}, 1e-8);
    for (const float slope : {1.0F, -3.0F, 0.5F}) {
        optimiser.step({at::tensor({4 * slope, slope})}, 1, 0.25);
        whole.step({at::tensor({slope, slope / 4})}, 1);
        wide.step({at::tensor({4 * slope, slope}).to(at::kDouble)}, 1, 0.25);
    }
    CHECK(at::equal(optimiser.values()[0], whole.values()[0]));
    CHECK(at::allclose(optimiser.values()[0].to(at::kDouble), wide.values()[0], 1e-5));
}

TEST_CASE("learning rates rise over the warm-up, then fall to 0")
{
    CHECK(linearSchedule(0, 100, 0.1) == 0);
    CHECK(linearSchedule(5, 100, 0.1) == doctest::Approx(0.5));
    CHECK(linearSchedule(10, 100, 0.1) == doctest::Approx(1));
    CHECK(linearSchedule(55, 100, 0.1) == doctest::Approx(0.5));
    CHECK(linearSchedule(100, 100, 0.1) == 0);
}

TEST_CASE("weight decay takes its share of a weight, apart from the gradient")
{
    AdamW optimiser({parameter("decays", {2}, 0.5), parameter("does not", {2})}, 1e-8);
    std::vector<at::Tensor> gradients{at::tensor({1e-30F}), at::tensor({1e-30F})};
    optimiser.step(gradients, 0.5);
    CHECK(optimiser.values()[0].item<double>() == doctest::Approx(2 * (1 - 0.1 * 0.5 * 0.5)));
    CHECK(optimiser.values()[1].item<double>() == doctest::Approx(2));
}

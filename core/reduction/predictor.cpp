// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/predictor_p.h"

#include <cmath>

namespace adaplens {

void addPredictor(const std::string &name, std::size_t hidden, std::size_t width, std::vector<TensorSpec> &specs)
{
    constexpr auto part = TensorSpec::Part::Rule;
    const auto c = static_cast<std::int64_t>(width), h = static_cast<std::int64_t>(hidden);
    specs.push_back({name + ".dense.weight", {c, h}, part});
    specs.push_back({name + ".dense.bias", {c}, part});
    specs.push_back({name + ".score.weight", {1, c}, part});
    specs.push_back({name + ".score.bias", {1}, part});
}

PredictorWeights predictorNamed(const Weights &weights, const std::string &name)
{
    const auto linear = [&](const std::string &layer) {
        return Linear{weights.rule.at(layer + ".weight"), weights.rule.at(layer + ".bias"), {}};
    };
    return {linear(name + ".dense"), linear(name + ".score")};
}

at::Tensor initialPredictor(const TensorSpec &spec, at::Generator &generator)
{
    if (spec.name.ends_with(".bias")) {
        return at::zeros(spec.shape, at::kFloat);
    }
    // The inverse of the distribution function, from uniform numbers between its values at -2 and 2 deviations.
    constexpr double deviation = 0.02;
    const double edge = std::erf(2 / std::sqrt(2.0));
    const at::Tensor uniform = at::empty(spec.shape, at::kDouble).uniform_(-edge, edge, generator);
    return (at::erfinv(uniform) * (std::sqrt(2.0) * deviation)).to(at::kFloat);
}

at::Tensor predictorLogits(const PredictorWeights &predictor, const at::Tensor &rows)
{
    return apply(predictor.score, apply(predictor.dense, rows, Activation::Gelu)).squeeze(-1);
}

double predictorOperations(std::size_t hidden, std::size_t width, double tokens)
{
    const auto c = static_cast<double>(width);
    return (2 * static_cast<double>(hidden) * c + 2 * c) * tokens;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimiser_p.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>

namespace adaplens {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;

struct Rates {
    double learning, decay, correction1, correction2, epsilon;
};

/// One pass over memory: the update is bound by memory traffic, and separate tensor operations need three times as
/// much.
void updateInPlace(Parameter &p, const at::Tensor &gradient, const Rates &rates)
{
    auto *value = p.value.data_ptr<float>();
    auto *first = p.first.data_ptr<float>();
    auto *second = p.second.data_ptr<float>();
    const auto *g = gradient.data_ptr<float>();
    const auto b1 = static_cast<float>(beta1);
    const auto b2 = static_cast<float>(beta2);
    const auto keep = static_cast<float>(1.0 - rates.learning * rates.decay);
    const auto size = static_cast<float>(rates.learning / rates.correction1);
    const auto root = static_cast<float>(1.0 / std::sqrt(rates.correction2));
    const auto epsilon = static_cast<float>(rates.epsilon);
    at::parallel_for(0, p.value.numel(), 1 << 16, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            first[i] = b1 * first[i] + (1.0F - b1) * g[i];
            second[i] = b2 * second[i] + (1.0F - b2) * g[i] * g[i];
            value[i] = keep * value[i] - size * first[i] / (std::sqrt(second[i]) * root + epsilon);
        }
    });
}

void updateByTensors(Parameter &p, const at::Tensor &gradient, const Rates &rates)
{
    p.first.mul_(beta1).add_(gradient, 1 - beta1);
    p.second.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
    const at::Tensor scale = (p.second.sqrt() / std::sqrt(rates.correction2)).add_(rates.epsilon);
    p.value.mul_(1 - rates.learning * rates.decay).addcdiv_(p.first, scale, -rates.learning / rates.correction1);
}

} // namespace

AdamW::AdamW(std::vector<Parameter> parameters, double epsilon)
    : m_parameters(std::move(parameters)), m_epsilon(epsilon)
{
    for (Parameter &p : m_parameters) {
        p.first = at::zeros_like(p.value, at::TensorOptions().requires_grad(false));
        p.second = at::zeros_like(p.value, at::TensorOptions().requires_grad(false));
    }
}

void AdamW::step(const std::vector<at::Tensor> &gradients, double schedule)
{
    const at::NoGradGuard guard;
    ++m_steps;
    const auto n = static_cast<double>(m_steps);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (!gradients[i].defined()) {
            continue;
        }
        Parameter &p = m_parameters[i];
        const Rates rates{p.learningRate * schedule, p.weightDecay, 1 - std::pow(beta1, n), 1 - std::pow(beta2, n),
                          m_epsilon};
        const bool plain = p.value.device().is_cpu() && p.value.scalar_type() == at::kFloat && p.value.is_contiguous();
        if (plain) {
            updateInPlace(p, gradients[i].contiguous(), rates);
        } else {
            updateByTensors(p, gradients[i], rates);
        }
    }
}

std::vector<at::Tensor> AdamW::values() const
{
    std::vector<at::Tensor> values;
    for (const Parameter &p : m_parameters) {
        values.push_back(p.value);
    }
    return values;
}

double clipNorm(std::vector<at::Tensor> &gradients, double limit)
{
    double sum = 0;
    for (const at::Tensor &gradient : gradients) {
        if (gradient.defined()) {
            const double norm = at::norm(gradient).item<double>();
            sum += norm * norm;
        }
    }
    const double norm = std::sqrt(sum);
    if (limit > 0 && norm > limit) {
        for (at::Tensor &gradient : gradients) {
            if (gradient.defined()) {
                gradient.mul_(limit / (norm + 1e-6));
            }
        }
    }
    return norm;
}

double linearSchedule(std::int64_t step, std::int64_t total, double warmup)
{
    const double length = std::max(1.0, warmup * static_cast<double>(total));
    const auto at = static_cast<double>(step);
    if (at < length) {
        return at / length;
    }
    return std::max(0.0, (static_cast<double>(total) - at) / std::max(1.0, static_cast<double>(total) - length));
}

} // namespace adaplens

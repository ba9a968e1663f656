// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimiser_p.h"

#include "core/kernels/adam.h"

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

/// Whether the values may be reached through a pointer.
bool inPlace(const at::Tensor &tensor)
{
    return tensor.is_cpu() && tensor.scalar_type() == at::kFloat && tensor.is_contiguous();
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

void AdamW::step(const std::vector<at::Tensor> &gradients, double schedule, double scale)
{
    const at::NoGradGuard guard;
    ++m_steps;
    const auto n = static_cast<double>(m_steps);
    const double correction1 = 1 - std::pow(beta1, n), correction2 = 1 - std::pow(beta2, n);
    std::vector<AdamRun> runs;
    std::vector<at::Tensor> kept; // what the runs point into
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (!gradients[i].defined()) {
            continue;
        }
        Parameter &p = m_parameters[i];
        const Rates rates{p.learningRate * schedule, p.weightDecay, correction1, correction2, m_epsilon};
        if (!inPlace(p.value)) {
            updateByTensors(p, gradients[i] * scale, rates);
            continue;
        }
        kept.push_back(gradients[i].contiguous());
        runs.push_back({p.value.data_ptr<float>(), p.first.data_ptr<float>(), p.second.data_ptr<float>(),
                        kept.back().data_ptr<float>(),
                        p.rounded.defined() ? static_cast<std::uint16_t *>(p.rounded.data_ptr()) : nullptr,
                        p.value.numel(), static_cast<float>(1 - rates.learning * rates.decay),
                        static_cast<float>(rates.learning / correction1)});
    }
    adamStep(runs,
             {static_cast<float>(beta1), static_cast<float>(beta2), static_cast<float>(1 / std::sqrt(correction2)),
              static_cast<float>(m_epsilon), static_cast<float>(scale)});
}

std::vector<at::Tensor> AdamW::values() const
{
    std::vector<at::Tensor> values;
    for (const Parameter &p : m_parameters) {
        values.push_back(p.value);
    }
    return values;
}

double jointNorm(const std::vector<at::Tensor> &gradients)
{
    double sum = 0;
    for (const at::Tensor &gradient : gradients) {
        if (gradient.defined()) {
            sum += inPlace(gradient) ? squaredNorm(gradient.data_ptr<float>(), gradient.numel())
                                     : std::pow(at::norm(gradient).item<double>(), 2);
        }
    }
    return std::sqrt(sum);
}

double clipScale(double norm, double limit)
{
    return limit > 0 && norm > limit ? limit / (norm + 1e-6) : 1;
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

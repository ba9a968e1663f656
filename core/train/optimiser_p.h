// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace adaplens {

/// A tensor being trained, with the settings of its group and the moments of Adam.
struct Parameter {
    std::string name;
    at::Tensor value;        ///< a leaf that requires a gradient
    double learningRate = 0; ///< at the top of the schedule
    double weightDecay = 0;
    at::Tensor first, second; ///< running means of gradient and squared gradient, made by the optimiser
    at::Tensor rounded = {};  ///< where defined, a copy in bfloat16 that each step brings up to date
};

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019), as PyTorch's AdamW computes it: beta 0.9 and 0.999.
/// With weight decay 0 it is Adam.
class AdamW {
public:
    AdamW(std::vector<Parameter> parameters, double epsilon);

    /// One step along `gradients` (parallel to the parameters) times `scale`, learning rates times `schedule`.
    void step(const std::vector<at::Tensor> &gradients, double schedule, double scale = 1);

    [[nodiscard]] std::vector<at::Tensor> values() const;
    [[nodiscard]] std::vector<Parameter> &parameters() { return m_parameters; }
    [[nodiscard]] std::int64_t steps() const { return m_steps; }
    void setSteps(std::int64_t steps) { m_steps = steps; }

private:
    std::vector<Parameter> m_parameters;
    double m_epsilon;
    std::int64_t m_steps = 0;
};

/// Joint L2 norm; undefined tensors count as zero.
[[nodiscard]] double jointNorm(const std::vector<at::Tensor> &gradients);

/// What gradients of that norm are multiplied by so that it is at most `limit` (0 = no limit).
[[nodiscard]] double clipScale(double norm, double limit);

/// Share of the learning rate at a step: linear from 0 over the warm-up, then linear down to 0 at `total`.
[[nodiscard]] double linearSchedule(std::int64_t step, std::int64_t total, double warmup);

} // namespace adaplens

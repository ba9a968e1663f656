// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/methods/registry_p.h"
#include "core/train/run_p.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

Twin::Twin(const Run &run) : m_run(run), m_model(run.chosenModel(fineTuneStep))
{
    moveTo(run.device(), m_model);
}

std::vector<at::Tensor> Twin::probabilities(const std::vector<Sample> &samples, std::size_t batch) const
{
    const at::NoGradGuard guard;
    std::vector<at::Tensor> result(samples.size());
    for (const auto &chosen : sortedBatches(samples, batch)) {
        const at::Tensor logits = plainLogits(m_model, inputOf(samples, chosen), {0, 0, m_run.products()});
        const at::Tensor p = at::softmax(logits, 1).cpu();
        for (std::size_t b = 0; b < chosen.size(); ++b) {
            result[chosen[b]] = p[static_cast<std::int64_t>(b)].clone();
        }
    }
    return result;
}

void Twin::label(std::vector<Sample> &samples, std::size_t batch) const
{
    const std::vector<at::Tensor> p = probabilities(samples, batch);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].label = static_cast<std::size_t>(p[i].argmax().item<std::int64_t>());
    }
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_p.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

Twin::Twin(const Run &run, const std::vector<EpochResult> &fineTuned)
    : m_run(run), m_model(readCheckpoint(run.epochFolder("fine-tune", chooseEpoch(fineTuned, bestScore(fineTuned)))))
{
    moveTo(run.device(), m_model);
}

std::vector<at::Tensor> Twin::probabilities(const std::vector<Sample> &samples, std::size_t batch) const
{
    const at::NoGradGuard guard;
    const PassOptions options{0, 0, m_run.products()};
    std::vector<at::Tensor> result(samples.size());
    for (const auto &chosen : sortedBatches(samples, batch)) {
        const BatchInput input = inputOf(samples, chosen);
        at::Tensor rows = embed(m_model.weights, m_model.info, input, options);
        for (const LayerWeights &layer : m_model.weights.layers) {
            rows = runLayer(layer, m_model.info, rows, input.layout, options);
        }
        const at::Tensor p = at::softmax(classify(m_model.weights, rows, input.layout, options), 1).cpu();
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

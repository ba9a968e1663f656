// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"
#include "core/model/checkpoint_p.h"
#include "core/trace/trace.h"

#include <ATen/core/grad_mode.h>

#include <limits>
#include <vector>

namespace adaplens::test {

/// Logits where tokens stay in place and are masked where the layers say that they were removed.
inline std::vector<float> maskedLogits(const Checkpoint &model, const Encoding &encoding,
                                       const std::vector<LayerTrace> &layers)
{
    const at::NoGradGuard guard;
    const Encoding *const one[] = {&encoding};
    const BatchInput input = BatchInput::of(one);
    at::Tensor rows = embed(model.weights, model.info, input, {});
    at::Tensor bias = at::zeros({1, rows.size(0)});
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const LayerTrace &layer = layers[l];
        const auto mask = [&] {
            for (std::size_t i = 0; i < layer.alive.size(); ++i) {
                if (layer.kept[i] == 0) {
                    bias[0][layer.alive[i]] = -std::numeric_limits<float>::infinity();
                }
            }
        };
        if (layer.drop == DropPlace::BeforeAttention) {
            mask();
        }
        rows = runAttention(model.weights.layers[l], model.info, rows, input.layout, {}, bias);
        if (layer.drop == DropPlace::AfterAttention) {
            mask();
        }
        rows = runFeedForward(model.weights.layers[l], model.info, rows, {});
    }
    const at::Tensor logits = classify(model.weights, rows, input.layout, {})[0];
    return {logits.data_ptr<float>(), logits.data_ptr<float>() + logits.numel()};
}

} // namespace adaplens::test

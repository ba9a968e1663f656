// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/trainedlayer_p.h"

#include "core/kernels/roundedproduct.h"
#include "core/kernels/roundedrows_p.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>

namespace adaplens {

namespace {

std::vector<at::Tensor> matricesOf(const LayerWeights &layer)
{
    return {layer.query.weight,           layer.key.weight,          layer.value.weight,
            layer.attentionOutput.weight, layer.intermediate.weight, layer.output.weight};
}

} // namespace

TrainedCopies::TrainedCopies(const LayerWeights &layer)
{
    const at::NoGradGuard guard;
    const std::int64_t hidden = layer.query.weight.size(0);
    m_projections = at::empty({3 * hidden, hidden}, at::kBFloat16);
    for (const at::Tensor &weight : matricesOf(layer)) {
        const auto part = static_cast<std::int64_t>(m_copies.size());
        m_copies.push_back(
            {nullptr, 0,
             part < 3 ? m_projections.narrow(0, part * hidden, hidden) : at::empty(weight.sizes(), at::kBFloat16)});
    }
    follow(layer);
}

void TrainedCopies::follow(const LayerWeights &layer)
{
    const std::vector<at::Tensor> matrices = matricesOf(layer);
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        const at::Tensor &weight = matrices[i];
        Copy &copy = m_copies[i];
        const auto version = static_cast<std::uint32_t>(weight._version());
        if (copy.of != weight.unsafeGetTensorImpl() || copy.version != version) {
            roundRows(weight.data_ptr<float>(), weight.numel(), static_cast<std::uint16_t *>(copy.values.data_ptr()));
            copy.of = weight.unsafeGetTensorImpl();
            copy.version = version;
        }
    }
}

at::Tensor TrainedCopies::copyOf(const at::Tensor &weight) const
{
    const auto found = std::ranges::find(m_copies, weight.unsafeGetTensorImpl(), &Copy::of);
    return found == m_copies.end() ? at::Tensor() : found->values;
}

void layForTraining(Weights &weights, const ModelInfo &info)
{
    constexpr std::size_t row = 32, head = 16; ///< values that vectors take at once
    if (!hasRoundedProduct() || info.hidden % row != 0 || info.intermediate % row != 0 ||
        info.hidden / info.heads % head != 0) {
        return;
    }
    for (LayerWeights &layer : weights.layers) {
        const std::vector<at::Tensor> matrices = matricesOf(layer);
        if (std::ranges::all_of(matrices, [](const at::Tensor &weight) {
                return weight.is_cpu() && weight.scalar_type() == at::kFloat && weight.is_contiguous();
            })) {
            layer.trained = std::make_shared<TrainedCopies>(layer);
        }
    }
}

at::Tensor roundedCopyOf(const Weights &weights, const at::Tensor &weight)
{
    for (const LayerWeights &layer : weights.layers) {
        if (layer.trained) {
            if (const at::Tensor copy = layer.trained->copyOf(weight); copy.defined()) {
                return copy;
            }
        }
    }
    return {};
}

} // namespace adaplens

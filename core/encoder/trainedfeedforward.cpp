// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/trainedhalf_p.h"
#include "core/kernels/trainedrows.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

namespace {

/// Places of the tensors that the half is differentiated in.
enum Input : std::size_t {
    Rows,
    IntermediateWeight,
    IntermediateBias,
    OutputWeight,
    OutputBias,
    NormWeight,
    NormBias,
    Inputs ///< how many
};

struct FeedForwardPass : TrainedHalf {
    FeedForwardPass(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &input)
        : TrainedHalf(layer, info, input), activation(info.activation)
    {
    }
    Activation activation;
    at::Tensor inner, activated; ///< before the activation, behind it
};

class FeedForwardFunction : public torch::autograd::Function<FeedForwardFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext *context,
                              const c10::intrusive_ptr<FeedForwardPass> &call, at::TensorList in)
    {
        FeedForwardPass &pass = *call;
        pass.inner = pass.product(pass.x, pass.copies->intermediate(), in[IntermediateBias]);
        pass.activated = at::empty_like(pass.inner);
        activateForward(pass.activation, halvesOf(pass.inner), pass.inner.numel(), halvesOf(pass.activated));
        context->save_for_backward({in[NormWeight]});
        context->saved_data["pass"] = c10::IValue::make_capsule(call);
        return pass.normalise(in[Rows], pass.product(pass.activated, pass.copies->output(), in[OutputBias]),
                              in[NormWeight], in[NormBias]);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const at::NoGradGuard guard;
        const auto capsule = context->saved_data["pass"].toCapsule();
        const auto &pass = static_cast<const FeedForwardPass &>(*capsule);
        const auto wanted = [&](std::size_t input) { return context->needs_input_grad(input); };
        torch::autograd::variable_list result(1 + Inputs);
        const auto give = [&](std::size_t input, const at::Tensor &gradient) { result[1 + input] = gradient; };

        const NormGradients out = pass.backEnd(*context, gradients.front(), pass.activated, OutputWeight, result);
        const at::Tensor inner = pass.back(out.update, pass.copies->output());
        const at::Tensor sums = at::empty({inner.size(1)}, at::kFloat);
        activateBackward(pass.activation, halvesOf(pass.inner), pass.places, inner.size(1), halvesOf(inner),
                         floatsOf(sums));
        give(IntermediateBias, sums);
        if (wanted(IntermediateWeight)) {
            give(IntermediateWeight, pass.ofWeight(inner, pass.x));
        }
        if (wanted(Rows)) {
            pass.addBack(inner, pass.copies->intermediate(), out.residual);
            give(Rows, out.residual.narrow(0, 0, pass.rows));
        }
        return result;
    }
};

} // namespace

at::Tensor trainedFeedForward(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &attended,
                              const PassOptions &options)
{
    const at::Tensor rows = attended.contiguous();
    const auto pass = c10::make_intrusive<FeedForwardPass>(layer, info, rows);
    if (options.hiddenDropout > 0) {
        pass->dropout = {drawnSeed(), options.hiddenDropout};
    }
    const std::vector<at::Tensor> in{rows,
                                     layer.intermediate.weight,
                                     layer.intermediate.bias,
                                     layer.output.weight,
                                     layer.output.bias,
                                     layer.outputNorm.weight,
                                     layer.outputNorm.bias};
    return FeedForwardFunction::apply(pass, at::TensorList(in));
}

} // namespace adaplens

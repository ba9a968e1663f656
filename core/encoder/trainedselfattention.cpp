// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/trainedattention.h"

#include "core/encoder/trainedhalf_p.h"
#include "core/kernels/trainedrows.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

namespace {

/// Places of the tensors that the half is differentiated in.
enum Input : std::size_t {
    Rows,
    QueryWeight,
    QueryBias,
    KeyWeight,
    KeyBias,
    ValueWeight,
    ValueBias,
    OutputWeight,
    OutputBias,
    NormWeight,
    NormBias,
    BiasOfKeys ///< may be missing
};

struct AttentionPass : TrainedHalf {
    using TrainedHalf::TrainedHalf;
    std::vector<std::int64_t> offsets;
    std::int64_t heads = 0;
    Dropout ofProbabilities;
    bool asked = false;                  ///< whether `received` is wanted
    at::Tensor keyBias;                  ///< [rows] or undefined
    at::Tensor projected, sums, context; ///< query, key and value; log sums; result
    at::Tensor received;                 ///< [rows]

    [[nodiscard]] TrainedAttention task() const
    {
        return {offsets, heads, hidden, halvesOf(projected), floatsOf(keyBias), ofProbabilities, floatsOf(sums)};
    }
};

class AttentionFunction : public torch::autograd::Function<AttentionFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext *context, const c10::intrusive_ptr<AttentionPass> &call,
                              at::TensorList in)
    {
        AttentionPass &pass = *call;
        pass.keyBias = in.size() > BiasOfKeys ? in[BiasOfKeys] : at::Tensor();
        pass.projected =
            pass.product(pass.x, pass.copies->projections(), at::cat({in[QueryBias], in[KeyBias], in[ValueBias]}));
        pass.sums = at::empty({pass.heads, pass.rows}, at::kFloat);
        pass.context = halves(pass.places, pass.rows, pass.hidden);
        pass.received = pass.asked ? at::empty({pass.rows}, at::kFloat) : at::Tensor();
        attentionForward(pass.task(), halvesOf(pass.context), floatsOf(pass.received));
        context->save_for_backward({in[NormWeight]});
        context->saved_data["pass"] = c10::IValue::make_capsule(call);
        return pass.normalise(in[Rows], pass.product(pass.context, pass.copies->attentionOutput(), in[OutputBias]),
                              in[NormWeight], in[NormBias]);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const at::NoGradGuard guard;
        const auto capsule = context->saved_data["pass"].toCapsule();
        const auto &pass = static_cast<const AttentionPass &>(*capsule);
        const auto wanted = [&](std::size_t input) { return context->needs_input_grad(input); };
        torch::autograd::variable_list result(1 + BiasOfKeys + (pass.keyBias.defined() ? 1 : 0));
        const auto give = [&](std::size_t input, const at::Tensor &gradient) { result[1 + input] = gradient; };

        const NormGradients out = pass.backEnd(*context, gradients.front(), pass.context, OutputWeight, result);
        const at::Tensor ofContext = pass.back(out.update, pass.copies->attentionOutput());
        const at::Tensor projected = halves(pass.places, pass.rows, 3 * pass.hidden);
        const at::Tensor ofKeys = pass.keyBias.defined() ? at::empty({pass.rows}, at::kFloat) : at::Tensor();
        attentionBackward(pass.task(), halvesOf(ofContext), halvesOf(projected), floatsOf(ofKeys));
        if (ofKeys.defined()) {
            give(BiasOfKeys, ofKeys);
        }
        constexpr std::size_t weights[] = {QueryWeight, KeyWeight, ValueWeight};
        if (wanted(QueryWeight) || wanted(KeyWeight) || wanted(ValueWeight)) {
            const at::Tensor all = pass.ofWeight(projected, pass.x), sums = at::empty({3 * pass.hidden}, at::kFloat);
            columnSums(halvesOf(projected), pass.rows, 3 * pass.hidden, floatsOf(sums));
            for (std::size_t i = 0; i < 3; ++i) {
                const auto from = static_cast<std::int64_t>(i) * pass.hidden;
                give(weights[i], all.narrow(0, from, pass.hidden));
                give(weights[i] + 1, sums.narrow(0, from, pass.hidden));
            }
        }
        if (wanted(Rows)) {
            pass.addBack(projected, pass.copies->projections(), out.residual);
            give(Rows, out.residual.narrow(0, 0, pass.rows));
        }
        return result;
    }
};

} // namespace

at::Tensor trainedAttention(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows,
                            const Layout &layout, const PassOptions &options, const at::Tensor &keyBias,
                            at::Tensor *received)
{
    std::vector<at::Tensor> in{rows.contiguous()};
    const auto pass = c10::make_intrusive<AttentionPass>(layer, info, in.front());
    pass->offsets.assign(layout.offsets().begin(), layout.offsets().end());
    pass->heads = static_cast<std::int64_t>(info.heads);
    pass->asked = received != nullptr;
    if (options.attentionDropout > 0 || options.hiddenDropout > 0) {
        const std::uint64_t seed = drawnSeed();
        // Far apart, so that no two places share their bits.
        pass->ofProbabilities = {seed, options.attentionDropout};
        pass->dropout = {seed * 0x9e3779b97f4a7c15U + 1, options.hiddenDropout};
    }
    for (const Linear *linear : {&layer.query, &layer.key, &layer.value, &layer.attentionOutput}) {
        in.insert(in.end(), {linear->weight, linear->bias});
    }
    in.insert(in.end(), {layer.attentionNorm.weight, layer.attentionNorm.bias});
    if (keyBias.defined()) {
        in.push_back(layout.unpad(keyBias).contiguous());
    }
    const at::Tensor attended = AttentionFunction::apply(pass, at::TensorList(in));
    if (received != nullptr) {
        *received = pass->received;
    }
    return attended;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/trainedlayer_p.h"

#include "core/kernels/roundedproduct.h"
#include "core/kernels/roundedrows_p.h"
#include "core/kernels/trainedattention.h"
#include "core/kernels/trainedrows.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/custom_function.h>

#include <mutex>

namespace adaplens {

namespace {

/// Places of the tensors that a layer is differentiated in.
enum Input : std::size_t {
    Rows,
    QueryWeight,
    QueryBias,
    KeyWeight,
    KeyBias,
    ValueWeight,
    ValueBias,
    AttentionWeight,
    AttentionBias,
    AttentionNormWeight,
    AttentionNormBias,
    IntermediateWeight,
    IntermediateBias,
    OutputWeight,
    OutputBias,
    OutputNormWeight,
    OutputNormBias,
    BiasOfKeys, ///< may be missing
};

std::uint16_t *halvesOf(const at::Tensor &tensor)
{
    return static_cast<std::uint16_t *>(tensor.data_ptr());
}

float *floatsOf(const at::Tensor &tensor)
{
    return tensor.defined() ? tensor.data_ptr<float>() : nullptr;
}

/// Rows that products really have: code is compiled for each count, so there are few.
std::int64_t roundedUp(std::int64_t rows)
{
    constexpr std::int64_t step = 32;
    return (rows + step - 1) / step * step;
}

std::uint64_t drawnSeed()
{
    at::Generator generator = at::detail::getDefaultCPUGenerator();
    const std::scoped_lock lock(generator.mutex());
    return at::check_generator<at::CPUGeneratorImpl>(generator)->random64();
}

/// [places, columns] in bfloat16; the rows after `rows` are zero.
at::Tensor halves(std::int64_t places, std::int64_t rows, std::int64_t columns)
{
    at::Tensor made = at::empty({places, columns}, at::kBFloat16);
    std::fill(halvesOf(made) + rows * columns, halvesOf(made) + places * columns, std::uint16_t{0});
    return made;
}

/// LayerNorm(residual + dropout(update)) and what its way back needs.
struct Norm {
    Dropout dropout;
    at::Tensor normal, scales;
};

/// One layer's forward pass, with what the way back needs.
struct Pass : torch::CustomClassHolder {
    std::shared_ptr<TrainedCopies> copies;
    std::vector<std::int64_t> offsets;
    std::int64_t heads = 0, hidden = 0, intermediate = 0, rows = 0, places = 0;
    double epsilon = 0;
    Dropout attentionDropout;
    Norm attentionNorm, outputNorm;
    at::Tensor keyBias;                     ///< [rows] or undefined
    at::Tensor x, projected, sums, context; ///< attention: its input, query, key and value, log sums, result
    at::Tensor attended, inner, activated;  ///< feed-forward part: its input, before GELU, behind it

    [[nodiscard]] TrainedAttention attention() const
    {
        return {offsets, heads, hidden, halvesOf(projected), floatsOf(keyBias), attentionDropout, floatsOf(sums)};
    }
    /// x W^T + b.
    [[nodiscard]] at::Tensor product(const at::Tensor &of, const at::Tensor &weight, const at::Tensor &bias) const
    {
        at::Tensor y = at::empty({places, weight.size(0)}, at::kBFloat16);
        roundedProduct({places, weight.size(0), weight.size(1), false, true}, halvesOf(of), halvesOf(weight),
                       floatsOf(bias), halvesOf(y));
        return y;
    }
    /// From the gradient of x W^T + b that of x.
    [[nodiscard]] at::Tensor back(const at::Tensor &gradient, const at::Tensor &weight) const
    {
        at::Tensor result = at::empty({places, weight.size(1)}, at::kBFloat16);
        roundedProduct({places, weight.size(1), weight.size(0)}, halvesOf(gradient), halvesOf(weight), nullptr,
                       halvesOf(result));
        return result;
    }
    /// The same, added to `sum` in float32.
    void addBack(const at::Tensor &gradient, const at::Tensor &weight, const at::Tensor &sum) const
    {
        roundedProduct({places, weight.size(1), weight.size(0), false, false, true, true}, halvesOf(gradient),
                       halvesOf(weight), nullptr, floatsOf(sum));
    }
    /// From it that of W.
    [[nodiscard]] at::Tensor ofWeight(const at::Tensor &gradient, const at::Tensor &of) const
    {
        at::Tensor weight = at::empty({gradient.size(1), of.size(1)}, at::kFloat);
        roundedProduct({gradient.size(1), of.size(1), places, true, false, true}, halvesOf(gradient), halvesOf(of),
                       nullptr, floatsOf(weight));
        return weight;
    }
    /// `rounded`: where not null, receives the result in bfloat16.
    at::Tensor normalise(Norm &norm, const at::Tensor &residual, const at::Tensor &update, const at::Tensor &weight,
                         const at::Tensor &bias, at::Tensor *rounded) const
    {
        at::Tensor y = at::empty({rows, hidden}, at::kFloat);
        norm.normal = at::empty({rows, hidden}, at::kBFloat16);
        norm.scales = at::empty({rows}, at::kFloat);
        if (rounded != nullptr) {
            *rounded = halves(places, rows, hidden);
        }
        normForward({floatsOf(residual), halvesOf(update), floatsOf(weight), floatsOf(bias), epsilon, rows, hidden,
                     norm.dropout, floatsOf(y), rounded != nullptr ? halvesOf(*rounded) : nullptr,
                     halvesOf(norm.normal), floatsOf(norm.scales)});
        return y;
    }
};

/// Gradients of a LayerNorm with what stands before it.
struct NormGradients {
    at::Tensor residual;              ///< [places, H]
    at::Tensor update;                ///< [places, H] in bfloat16
    at::Tensor weight, bias, updates; ///< [H]; the last is that of the bias of the product that was normalised
};

NormGradients backNorm(const Pass &pass, const Norm &norm, const at::Tensor &weight, const at::Tensor &gradient)
{
    NormGradients result{at::empty({pass.places, pass.hidden}, at::kFloat), halves(pass.places, pass.rows, pass.hidden),
                         at::empty({pass.hidden}, at::kFloat), at::empty({pass.hidden}, at::kFloat),
                         at::empty({pass.hidden}, at::kFloat)};
    std::fill(floatsOf(result.residual) + pass.rows * pass.hidden,
              floatsOf(result.residual) + pass.places * pass.hidden, 0.0F);
    normBackward({floatsOf(gradient), halvesOf(norm.normal), floatsOf(norm.scales), floatsOf(weight), pass.rows,
                  pass.hidden, norm.dropout, floatsOf(result.residual), halvesOf(result.update),
                  floatsOf(result.weight), floatsOf(result.bias), floatsOf(result.updates)});
    return result;
}

class LayerFunction : public torch::autograd::Function<LayerFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext *context, const c10::intrusive_ptr<Pass> &call,
                              at::TensorList in)
    {
        Pass &pass = *call;
        const at::Tensor &rows = in[Rows];
        pass.keyBias = in.size() > BiasOfKeys ? in[BiasOfKeys] : at::Tensor();
        pass.x = halves(pass.places, pass.rows, pass.hidden);
        roundRows(floatsOf(rows), pass.rows * pass.hidden, halvesOf(pass.x));
        pass.projected =
            pass.product(pass.x, pass.copies->projections(), at::cat({in[QueryBias], in[KeyBias], in[ValueBias]}));
        pass.sums = at::empty({pass.heads, pass.rows}, at::kFloat);
        pass.context = halves(pass.places, pass.rows, pass.hidden);
        attentionForward(pass.attention(), halvesOf(pass.context));
        const at::Tensor attended = pass.normalise(
            pass.attentionNorm, rows, pass.product(pass.context, pass.copies->attentionOutput(), in[AttentionBias]),
            in[AttentionNormWeight], in[AttentionNormBias], &pass.attended);
        pass.inner = pass.product(pass.attended, pass.copies->intermediate(), in[IntermediateBias]);
        pass.activated = at::empty_like(pass.inner);
        geluForward(halvesOf(pass.inner), pass.inner.numel(), halvesOf(pass.activated));
        const at::Tensor y = pass.normalise(pass.outputNorm, attended,
                                            pass.product(pass.activated, pass.copies->output(), in[OutputBias]),
                                            in[OutputNormWeight], in[OutputNormBias], nullptr);
        context->save_for_backward({in[AttentionNormWeight], in[OutputNormWeight]});
        context->saved_data["pass"] = c10::IValue::make_capsule(call);
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const at::NoGradGuard guard;
        const auto capsule = context->saved_data["pass"].toCapsule();
        const Pass &pass = static_cast<const Pass &>(*capsule);
        const auto norms = context->get_saved_variables();
        const auto wanted = [&](std::size_t input) { return context->needs_input_grad(input); };
        torch::autograd::variable_list result(1 + BiasOfKeys + (pass.keyBias.defined() ? 1 : 0));
        const auto give = [&](std::size_t input, const at::Tensor &gradient) { result[1 + input] = gradient; };

        const NormGradients out = backNorm(pass, pass.outputNorm, norms[1], gradients.front().contiguous());
        give(OutputNormWeight, out.weight);
        give(OutputNormBias, out.bias);
        give(OutputBias, out.updates);
        if (wanted(OutputWeight)) {
            give(OutputWeight, pass.ofWeight(out.update, pass.activated));
        }
        const at::Tensor inner = pass.back(out.update, pass.copies->output());
        const at::Tensor innerSums = at::empty({pass.intermediate}, at::kFloat);
        geluBackward(halvesOf(pass.inner), pass.places, pass.intermediate, halvesOf(inner), floatsOf(innerSums));
        give(IntermediateBias, innerSums);
        if (wanted(IntermediateWeight)) {
            give(IntermediateWeight, pass.ofWeight(inner, pass.attended));
        }
        pass.addBack(inner, pass.copies->intermediate(), out.residual);

        const NormGradients attended = backNorm(pass, pass.attentionNorm, norms[0], out.residual);
        give(AttentionNormWeight, attended.weight);
        give(AttentionNormBias, attended.bias);
        give(AttentionBias, attended.updates);
        if (wanted(AttentionWeight)) {
            give(AttentionWeight, pass.ofWeight(attended.update, pass.context));
        }
        const at::Tensor ofContext = pass.back(attended.update, pass.copies->attentionOutput());
        const at::Tensor projected = halves(pass.places, pass.rows, 3 * pass.hidden);
        const at::Tensor ofKeys = pass.keyBias.defined() ? at::empty({pass.rows}, at::kFloat) : at::Tensor();
        attentionBackward(pass.attention(), halvesOf(ofContext), halvesOf(projected), floatsOf(ofKeys));
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
            pass.addBack(projected, pass.copies->projections(), attended.residual);
            give(Rows, attended.residual.narrow(0, 0, pass.rows));
        }
        return result;
    }
};

} // namespace

bool runsTrained(const LayerWeights &layer, const at::Tensor &rows, const PassOptions &options)
{
    return layer.trained && at::GradMode::is_enabled() && options.products == at::kBFloat16 && rows.is_cpu() &&
           rows.scalar_type() == at::kFloat && rows.dim() == 2 && rows.numel() > 0;
}

at::Tensor trainedLayer(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows, const Layout &layout,
                        const PassOptions &options, const at::Tensor &keyBias)
{
    layer.trained->follow(layer);
    const auto pass = c10::make_intrusive<Pass>();
    pass->copies = layer.trained;
    pass->offsets.assign(layout.offsets().begin(), layout.offsets().end());
    pass->heads = static_cast<std::int64_t>(info.heads);
    pass->hidden = rows.size(1);
    pass->intermediate = layer.intermediate.weight.size(0);
    pass->rows = rows.size(0);
    pass->places = roundedUp(pass->rows);
    pass->epsilon = info.layerNormEpsilon;
    if (options.attentionDropout > 0 || options.hiddenDropout > 0) {
        const std::uint64_t seed = drawnSeed();
        // Far apart, so that no two places share their bits.
        pass->attentionDropout = {seed, options.attentionDropout};
        pass->attentionNorm.dropout = {seed * 0x9e3779b97f4a7c15U + 1, options.hiddenDropout};
        pass->outputNorm.dropout = {seed * 0xbf58476d1ce4e5b9U + 2, options.hiddenDropout};
    }
    std::vector<at::Tensor> in{rows.contiguous()};
    for (const Linear *linear : {&layer.query, &layer.key, &layer.value, &layer.attentionOutput}) {
        in.insert(in.end(), {linear->weight, linear->bias});
    }
    in.insert(in.end(),
              {layer.attentionNorm.weight, layer.attentionNorm.bias, layer.intermediate.weight, layer.intermediate.bias,
               layer.output.weight, layer.output.bias, layer.outputNorm.weight, layer.outputNorm.bias});
    if (keyBias.defined()) {
        in.push_back(layout.unpad(keyBias).contiguous());
    }
    return LayerFunction::apply(pass, at::TensorList(in));
}

} // namespace adaplens

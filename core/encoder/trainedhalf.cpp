// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/trainedhalf_p.h"

#include "core/kernels/roundedproduct.h"
#include "core/kernels/roundedrows_p.h"
#include "core/kernels/trainedrows.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <mutex>

namespace adaplens {

namespace {

/// Rows that products really have: code is compiled for each count, so there are few.
std::int64_t roundedUp(std::int64_t rows)
{
    constexpr std::int64_t step = 32;
    return (rows + step - 1) / step * step;
}

} // namespace

std::uint64_t drawnSeed()
{
    at::Generator generator = at::detail::getDefaultCPUGenerator();
    const std::scoped_lock lock(generator.mutex());
    return at::check_generator<at::CPUGeneratorImpl>(generator)->random64();
}

at::Tensor halves(std::int64_t places, std::int64_t rows, std::int64_t columns)
{
    at::Tensor made = at::empty({places, columns}, at::kBFloat16);
    std::fill(halvesOf(made) + rows * columns, halvesOf(made) + places * columns, std::uint16_t{0});
    return made;
}

TrainedHalf::TrainedHalf(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &input)
    : copies(layer.trained),
      hidden(input.size(1)),
      rows(input.size(0)),
      places(roundedUp(rows)),
      epsilon(info.layerNormEpsilon),
      x(halves(places, rows, hidden))
{
    copies->follow(layer);
    roundRows(floatsOf(input), rows * hidden, halvesOf(x));
}

at::Tensor TrainedHalf::product(const at::Tensor &of, const at::Tensor &weight, const at::Tensor &bias) const
{
    at::Tensor y = at::empty({places, weight.size(0)}, at::kBFloat16);
    roundedProduct({places, weight.size(0), weight.size(1), false, true}, halvesOf(of), halvesOf(weight),
                   floatsOf(bias), halvesOf(y));
    return y;
}

at::Tensor TrainedHalf::back(const at::Tensor &gradient, const at::Tensor &weight) const
{
    at::Tensor result = at::empty({places, weight.size(1)}, at::kBFloat16);
    roundedProduct({places, weight.size(1), weight.size(0)}, halvesOf(gradient), halvesOf(weight), nullptr,
                   halvesOf(result));
    return result;
}

void TrainedHalf::addBack(const at::Tensor &gradient, const at::Tensor &weight, const at::Tensor &sum) const
{
    roundedProduct({places, weight.size(1), weight.size(0), false, false, true, true}, halvesOf(gradient),
                   halvesOf(weight), nullptr, floatsOf(sum));
}

at::Tensor TrainedHalf::ofWeight(const at::Tensor &gradient, const at::Tensor &of) const
{
    at::Tensor weight = at::empty({gradient.size(1), of.size(1)}, at::kFloat);
    roundedProduct({gradient.size(1), of.size(1), places, true, false, true}, halvesOf(gradient), halvesOf(of), nullptr,
                   floatsOf(weight));
    return weight;
}

at::Tensor TrainedHalf::normalise(const at::Tensor &residual, const at::Tensor &update, const at::Tensor &weight,
                                  const at::Tensor &bias)
{
    at::Tensor y = at::empty({rows, hidden}, at::kFloat);
    normal = at::empty({rows, hidden}, at::kBFloat16);
    scales = at::empty({rows}, at::kFloat);
    normForward({floatsOf(residual), halvesOf(update), floatsOf(weight), floatsOf(bias), epsilon, rows, hidden, dropout,
                 floatsOf(y), halvesOf(normal), floatsOf(scales)});
    return y;
}

NormGradients TrainedHalf::backNorm(const at::Tensor &weight, const at::Tensor &gradient) const
{
    NormGradients result{at::empty({places, hidden}, at::kFloat), halves(places, rows, hidden),
                         at::empty({hidden}, at::kFloat), at::empty({hidden}, at::kFloat),
                         at::empty({hidden}, at::kFloat)};
    std::fill(floatsOf(result.residual) + rows * hidden, floatsOf(result.residual) + places * hidden, 0.0F);
    normBackward({floatsOf(gradient), halvesOf(normal), floatsOf(scales), floatsOf(weight), rows, hidden, dropout,
                  floatsOf(result.residual), halvesOf(result.update), floatsOf(result.weight), floatsOf(result.bias),
                  floatsOf(result.updates)});
    return result;
}

NormGradients TrainedHalf::backEnd(torch::autograd::AutogradContext &context, const at::Tensor &gradient,
                                   const at::Tensor &of, std::size_t first,
                                   torch::autograd::variable_list &result) const
{
    NormGradients out = backNorm(context.get_saved_variables().front(), gradient.contiguous());
    if (context.needs_input_grad(first)) {
        result[1 + first] = ofWeight(out.update, of);
    }
    result[2 + first] = out.updates;
    result[3 + first] = out.weight;
    result[4 + first] = out.bias;
    return out;
}

bool runsTrained(const LayerWeights &layer, const at::Tensor &rows, const PassOptions &options)
{
    return layer.trained && at::GradMode::is_enabled() && options.products == at::kBFloat16 && rows.is_cpu() &&
           rows.scalar_type() == at::kFloat && rows.dim() == 2 && rows.numel() > 0;
}

} // namespace adaplens

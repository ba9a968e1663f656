// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/linear_p.h"

#include "core/kernels/plainproduct.h"

#include <torch/csrc/autograd/custom_function.h>

namespace adaplens {

namespace {

/// op(a) op(b), matrices of float32.
at::Tensor product(const at::Tensor &a, bool transposeA, const at::Tensor &b, bool transposeB)
{
    const at::Tensor left = a.contiguous(), right = b.contiguous();
    const std::int64_t rows = a.size(transposeA ? 1 : 0), inner = a.size(transposeA ? 0 : 1),
                       columns = b.size(transposeB ? 0 : 1);
    at::Tensor result = at::empty({rows, columns}, a.options().requires_grad(false));
    plainProduct(left.data_ptr<float>(), transposeA, right.data_ptr<float>(), transposeB, rows, columns, inner,
                 result.data_ptr<float>());
    return result;
}

/// The product and its gradients: dx = g W, dW = g^T x, db = sum of g's rows; only those that are asked for.
class Product : public torch::autograd::Function<Product> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext *context, const at::Tensor &x, const at::Tensor &weight,
                              const at::Tensor &bias)
    {
        context->save_for_backward(
            {weight.requires_grad() ? x : at::Tensor(), x.requires_grad() ? weight : at::Tensor()});
        context->saved_data["bias"] = bias.requires_grad();
        return product(x, false, weight, true).add_(bias);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const auto saved = context->get_saved_variables();
        const at::Tensor &gradient = gradients.front(), &x = saved[0], &weight = saved[1];
        return {weight.defined() ? product(gradient, false, weight, false) : at::Tensor(),
                x.defined() ? product(gradient, true, x, false) : at::Tensor(),
                context->saved_data["bias"].toBool() ? gradient.sum(0) : at::Tensor()};
    }
};

} // namespace

at::Tensor linear(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias)
{
    const bool ours = hasPlainProduct() && x.scalar_type() == at::kFloat && weight.scalar_type() == at::kFloat &&
                      x.is_cpu() && x.dim() == 2 && x.numel() > 0;
    return ours ? Product::apply(x, weight, bias) : at::linear(x, weight, bias);
}

} // namespace adaplens

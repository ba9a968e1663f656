// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/linear_p.h"
#include "core/kernels/plainproduct.h"

#include <doctest/doctest.h>
#include <torch/csrc/autograd/autograd.h>

#include <vector>

using namespace adaplens;

namespace {

struct Inputs {
    at::Tensor x, weight, bias;
    [[nodiscard]] std::vector<at::Tensor> trained() const
    {
        std::vector<at::Tensor> result;
        for (const at::Tensor &tensor : {x, weight, bias}) {
            if (tensor.requires_grad()) {
                result.push_back(tensor);
            }
        }
        return result;
    }
};

double difference(const at::Tensor &a, const at::Tensor &b)
{
    REQUIRE(a.sizes().vec() == b.sizes().vec());
    return (a - b).abs().max().item<double>();
}

} // namespace

TEST_CASE("a linear layer and its gradients are LibTorch's")
{
    at::manual_seed(3);
    struct Shape {
        std::int64_t rows, in, out;
    };
    for (const Shape shape : {Shape{1, 4, 3}, Shape{5, 32, 1}, Shape{17, 48, 96}, Shape{70, 64, 64}}) {
        for (int asked = 1; asked < 8; ++asked) {
            CAPTURE(shape.rows);
            CAPTURE(asked);
            const Inputs in{at::randn({shape.rows, shape.in}).requires_grad_((asked & 1) != 0),
                            at::randn({shape.out, shape.in}).requires_grad_((asked & 2) != 0),
                            at::randn({shape.out}).requires_grad_((asked & 4) != 0)};
            const at::Tensor scale = at::randn({shape.rows, shape.out});
            const at::Tensor y = linear(in.x, in.weight, in.bias), expected = at::linear(in.x, in.weight, in.bias);
            CHECK(difference(y, expected) < 1e-4);
            CHECK(y.requires_grad() == true);
            const auto found = torch::autograd::grad({(y * y * scale).sum()}, in.trained());
            const auto wanted = torch::autograd::grad({(expected * expected * scale).sum()}, in.trained());
            for (std::size_t i = 0; i < found.size(); ++i) {
                CHECK(difference(found[i], wanted[i]) < 1e-4 * (1 + wanted[i].abs().max().item<double>()));
            }
        }
    }
}

TEST_CASE("what lies in memory in another way, other types and no rows at all go through a linear layer too")
{
    at::manual_seed(4);
    const at::Tensor x = at::randn({6, 9}).t(), weight = at::randn({6, 3}).t(), bias = at::randn({3});
    CHECK(difference(linear(x, weight, bias), at::linear(x, weight, bias)) < 1e-5);
    const at::Tensor exact = linear(x.to(at::kDouble), weight.to(at::kDouble), bias.to(at::kDouble));
    CHECK((exact.scalar_type() == at::kDouble));
    CHECK(linear(at::empty({0, 6}), weight, bias).numel() == 0);
}

TEST_CASE("each operand of a product may lie the other way round")
{
    if (!hasPlainProduct()) {
        MESSAGE("skipped: this build has no oneDNN");
        return;
    }
    at::manual_seed(5);
    const at::Tensor a = at::randn({7, 5}), b = at::randn({5, 11}), expected = at::mm(a, b);
    for (const bool transposeA : {false, true}) {
        for (const bool transposeB : {false, true}) {
            const at::Tensor left = transposeA ? a.t().contiguous() : a, right = transposeB ? b.t().contiguous() : b;
            at::Tensor c = at::empty({7, 11});
            plainProduct(left.data_ptr<float>(), transposeA, right.data_ptr<float>(), transposeB, 7, 11, 5,
                         c.data_ptr<float>());
            CHECK(difference(c, expected) < 1e-5);
        }
    }
}

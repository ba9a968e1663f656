// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/kernels/precision.h"
#include "core/kernels/product_p.h"

#include <doctest/doctest.h>

#ifdef ADAPLENS_ONEDNN

#include <random>
#include <vector>

using namespace adaplens;
using namespace adaplens::onednn;

namespace {

constexpr std::int64_t rows = 4, in = 96, out = 48;

std::vector<float> randomValues(std::int64_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float &value : values) {
        value = normal(random);
    }
    return values;
}

/// Weights in a layout that we choose, not oneDNN.
PackedWeights inLayout(const std::vector<float> &weight, dnnl::memory::format_tag tag)
{
    const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    dnnl::stream stream(engine);
    using Description = dnnl::memory::desc;
    dnnl::memory from(Description({in, out}, dnnl::memory::data_type::f32, dnnl::memory::format_tag::ba), engine,
                      const_cast<float *>(weight.data()));
    dnnl::memory to(Description({in, out}, dnnl::memory::data_type::f32, tag), engine);
    dnnl::reorder(from, to).execute(stream, from, to);
    stream.wait();
    return PackedWeights(to);
}

} // namespace

TEST_CASE("a product's code is that for the layout of its weights, whichever ran before")
{
    const auto weight = randomValues(in * out, 1), bias = randomValues(out, 2), x = randomValues(rows * in, 3);
    const PackedWeights packedOnes = packed(weight.data(), in, out, Precision::Float32);
    const PackedWeights byInput = inLayout(weight, dnnl::memory::format_tag::ab),
                        byOutput = inLayout(weight, dnnl::memory::format_tag::ba);
    CHECK(byInput.layout != byOutput.layout);
    CHECK(byInput.layout == inLayout(weight, dnnl::memory::format_tag::ab).layout);
    for (const PackedWeights *weights : {&packedOnes, &byInput, &byOutput, &packedOnes}) {
        std::vector<float> y(rows * out);
        multiply({rows, in, out, Precision::Float32, Activation::None, threads()}, x.data(), *weights, bias.data(),
                 y.data());
        for (std::int64_t r = 0; r < rows; ++r) {
            for (std::int64_t o = 0; o < out; ++o) {
                double sum = bias[static_cast<std::size_t>(o)];
                for (std::int64_t i = 0; i < in; ++i) {
                    sum += static_cast<double>(x[static_cast<std::size_t>(r * in + i)]) *
                           weight[static_cast<std::size_t>(o * in + i)];
                }
                CHECK(y[static_cast<std::size_t>(r * out + o)] == doctest::Approx(sum).epsilon(1e-4));
            }
        }
    }
}

TEST_CASE("what oneDNN refuses is an Error")
{
    const auto weight = randomValues(in * out, 1), x = randomValues(rows * in, 3);
    const PackedWeights weights = packed(weight.data(), in, out, Precision::Float32);
    std::vector<float> y(rows * out);
    const Shape wrong{rows, in + 1, out, Precision::Float32, Activation::None, threads()}; // not the weights' sizes
    CHECK_THROWS_WITH_AS(multiply(wrong, x.data(), weights, nullptr, y.data()), doctest::Contains("inside oneDNN"),
                         Error);
}

#else

TEST_CASE("a build without oneDNN has no such product")
{
    CHECK(adaplens::usable(adaplens::Precision::Int8) == adaplens::Precision::Float32);
}

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
// Times the parts of a pass one by one. Run from the build folder: bin/bench_parts --benchmark_filter=Product
#include "core/bench/bench_p.h"
#include "core/kernels/attention.h"
#include "core/kernels/packedlinear.h"
#include "core/kernels/roundedproduct.h"
#include "core/kernels/rows.h"
#include "core/kernels/trainedattention.h"
#include "core/model/classifier_p.h"
#include "core/model/shipped.h"
#include "core/machine/runtime.h"
#include "core/reduction/rule_p.h"

#include <ATen/ATen.h>
#include <benchmark/benchmark.h>
#include <c10/core/InferenceMode.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace adaplens;

namespace {

std::vector<float> values(std::int64_t count)
{
    std::vector<float> result(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = static_cast<float>(i * 7919 % 1000) / 1000 - 0.5F;
    }
    return result;
}

void operations(benchmark::State &state, std::int64_t each)
{
    state.counters["FLOPs"] = benchmark::Counter(static_cast<double>(each) * static_cast<double>(state.iterations()),
                                                 benchmark::Counter::kIsRate);
}

/// Arguments: rows, in, out, 1 = GELU behind it.
template <Precision precision>
void packedProduct(benchmark::State &state)
{
    const std::int64_t rows = state.range(0), in = state.range(1), out = state.range(2);
    const auto weight = values(in * out), bias = values(out);
    const auto packed = PackedLinear::make(weight, bias, precision);
    if (!packed) {
        state.SkipWithError("this build has no packed products");
        return;
    }
    const auto x = values(PackedLinear::roundUp(rows) * in);
    std::vector<float> y(static_cast<std::size_t>(PackedLinear::roundUp(rows) * out));
    const Activation activation = state.range(3) != 0 ? Activation::Gelu : Activation::None;
    for (auto _ : state) {
        packed->run(x.data(), rows, y.data(), activation);
    }
    operations(state, 2 * rows * in * out);
}

/// The same by LibTorch.
void libtorchProduct(benchmark::State &state)
{
    const c10::InferenceMode guard;
    const at::Tensor x = at::randn({state.range(0), state.range(1)});
    const at::Tensor weight = at::randn({state.range(2), state.range(1)}), bias = at::randn({state.range(2)});
    for (auto _ : state) {
        const at::Tensor y = at::linear(x, weight, bias);
        benchmark::DoNotOptimize(state.range(3) != 0 ? at::gelu(y) : y);
    }
    operations(state, 2 * state.range(0) * state.range(1) * state.range(2));
}

/// Arguments: sequences, pieces of each, heads, hidden.
template <Precision precision>
void attention(benchmark::State &state)
{
    const std::int64_t sequences = state.range(0), n = state.range(1), heads = state.range(2), hidden = state.range(3);
    const auto projected = values(sequences * n * 3 * hidden);
    std::vector<float> context(static_cast<std::size_t>(sequences * n * hidden));
    std::vector<std::int64_t> offsets{0};
    for (std::int64_t b = 0; b < sequences; ++b) {
        offsets.push_back(offsets.back() + n);
    }
    for (auto _ : state) {
        raggedAttention(projected.data(), offsets, heads, hidden, context.data(), precision);
    }
    operations(state, 4 * sequences * n * n * hidden);
}

/// Arguments: rows (divisible by 32), hidden, layers. What a step of training cannot do without: the products of all
/// linear layers, forward and both ways back, in bfloat16. Items are tokens.
void trainedProducts(benchmark::State &state)
{
    if (!hasRoundedProduct()) {
        state.SkipWithError("no products of bfloat16");
        return;
    }
    const std::int64_t rows = state.range(0), hidden = state.range(1), layers = state.range(2);
    const std::vector<std::uint16_t> x(static_cast<std::size_t>(rows * 4 * hidden)),
        weights(static_cast<std::size_t>(layers * 12 * hidden * hidden));
    std::vector<std::uint16_t> y(x.size());
    std::vector<float> gradients(weights.size());
    for (auto _ : state) {
        for (std::int64_t layer = 0; layer < layers; ++layer) {
            std::int64_t place = layer * 12 * hidden * hidden;
            for (const auto &[in, out] : {std::pair(hidden, 3 * hidden), std::pair(hidden, hidden),
                                          std::pair(hidden, 4 * hidden), std::pair(4 * hidden, hidden)}) {
                const std::uint16_t *weight = weights.data() + place;
                roundedProduct({rows, out, in, false, true}, x.data(), weight, nullptr, y.data());
                roundedProduct({rows, in, out}, x.data(), weight, nullptr, y.data());
                roundedProduct({out, in, rows, true, false, true}, x.data(), x.data(), nullptr,
                               gradients.data() + place);
                place += in * out;
            }
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * rows);
    operations(state, 72 * rows * hidden * hidden * layers);
}

/// Arguments: sequences, pieces of each, heads, hidden. Attention of training, forward and back.
void trainedAttention(benchmark::State &state)
{
    const std::int64_t sequences = state.range(0), n = state.range(1), heads = state.range(2), hidden = state.range(3);
    std::vector<std::uint16_t> projected(static_cast<std::size_t>(sequences * n * 3 * hidden)), back(projected.size()),
        context(static_cast<std::size_t>(sequences * n * hidden));
    std::vector<float> sums(static_cast<std::size_t>(sequences * n * heads));
    std::vector<std::int64_t> offsets{0};
    for (std::int64_t b = 0; b < sequences; ++b) {
        offsets.push_back(offsets.back() + n);
    }
    const TrainedAttention task{offsets, heads, hidden, projected.data(), nullptr, {7, 0.1}, sums.data()};
    for (auto _ : state) {
        attentionForward(task, context.data());
        attentionBackward(task, context.data(), back.data(), nullptr);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * sequences * n);
}

/// Arguments: rows, hidden.
void normalise(benchmark::State &state)
{
    const std::int64_t rows = state.range(0), hidden = state.range(1);
    const auto x = values(rows * hidden), residual = values(rows * hidden), weight = values(hidden),
               bias = values(hidden);
    std::vector<float> y(x.size());
    for (auto _ : state) {
        addNormalise(x.data(), residual.data(), weight, bias, 1e-12, rows, y.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * rows * hidden * 12);
}

Classifier &model()
{
    static const auto opened = Classifier::open(defaultModel());
    return *opened;
}

/// Arguments: sequences, pieces of each. What the embedded model's first contribution predictor decides.
void decide(benchmark::State &state)
{
    const c10::InferenceMode guard;
    const Checkpoint &checkpoint = ClassifierAccess::model(model());
    const auto reducer = makeReducer(checkpoint.weights, checkpoint.info);
    const Layout layout =
        Layout::ofLengths(std::vector<std::int64_t>(static_cast<std::size_t>(state.range(0)), state.range(1)));
    const at::Tensor rows = at::randn({layout.rows(), static_cast<std::int64_t>(checkpoint.info.hidden)});
    const std::vector<std::uint32_t> pieces(static_cast<std::size_t>(layout.rows()));
    const BatchInput texts{layout, {}, {}, {}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(reducer->beforeAttention(0, rows, {layout, pieces, texts}));
    }
}

/// Argument: words.
void tokenise(benchmark::State &state)
{
    std::string text;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        text += i % 2 == 0 ? "an unforgettable " : "picture, ";
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(model().encode(text, std::nullopt));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

/// Argument: pieces. One text through the embedded model's plain twin.
void plainPass(benchmark::State &state)
{
    const PlainPaths paths = PlainPaths::ofModel(model(), true);
    for (auto _ : state) {
        paths.run(0, static_cast<std::size_t>(state.range(0)), {});
    }
}

/// Arguments: texts, pieces of each. The embedded model with its drops.
void reducedPass(benchmark::State &state)
{
    std::string text;
    for (std::int64_t i = 2; i < state.range(1); ++i) {
        text += i % 5 == 0 ? "dull " : "film ";
    }
    const std::vector<Encoding> batch(static_cast<std::size_t>(state.range(0)), model().encode(text, std::nullopt));
    for (auto _ : state) {
        benchmark::DoNotOptimize(model().runBatch(batch, Pass::Reduced));
    }
}

void attentions(benchmark::internal::Benchmark *b)
{
    b->ArgsProduct({{1, 32}, {2, 32, 128, 512}, {12}, {384}})->Args({1, 128, 12, 768})->Args({1, 512, 12, 768});
}

void products(benchmark::internal::Benchmark *b)
{
    for (const std::int64_t rows : {2, 8, 16, 32, 64, 128, 256, 512}) {
        for (const std::int64_t hidden : {384, 768}) {
            b->Args({rows, hidden, 4 * hidden, 1})->Args({rows, 4 * hidden, hidden, 0});
        }
    }
}

BENCHMARK(packedProduct<Precision::Float32>)->Apply(products)->UseRealTime();
BENCHMARK(packedProduct<Precision::BFloat16>)->Apply(products)->UseRealTime();
BENCHMARK(packedProduct<Precision::Int8>)->Apply(products)->UseRealTime();
BENCHMARK(libtorchProduct)->Apply(products)->UseRealTime();
BENCHMARK(attention<Precision::Float32>)->Apply(attentions)->UseRealTime();
BENCHMARK(attention<Precision::BFloat16>)->Apply(attentions)->UseRealTime();
BENCHMARK(normalise)->ArgsProduct({{2, 32, 512}, {384, 768}})->UseRealTime();
BENCHMARK(trainedProducts)->ArgsProduct({{448, 1024}, {384}, {6}})->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(trainedAttention)->Args({32, 14, 12, 384})->Args({32, 32, 12, 384})->Args({4, 256, 12, 384})->UseRealTime();
BENCHMARK(decide)->ArgsProduct({{1, 32}, {2, 25, 512}})->UseRealTime();
BENCHMARK(tokenise)->Arg(10)->Arg(400);
BENCHMARK(plainPass)->RangeMultiplier(2)->Range(2, 512)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(reducedPass)->Args({1, 25})->Args({1, 512})->Args({32, 25})->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    // ADAPLENS_THREADS=2 bin/bench_parts ...; otherwise all cores.
    const char *threads = std::getenv("ADAPLENS_THREADS");
    setThreads(threads != nullptr ? std::atoi(threads) : 0);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return EXIT_FAILURE;
    }
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}

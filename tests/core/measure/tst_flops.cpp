// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/flops.h"
#include "core/measure/timing.h"
#include "core/reduction/adapler_p.h"
#include "core/reduction/floors.h"
#include "core/reduction/power_p.h"
#include "core/reduction/trbert_p.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace adaplens;

namespace {

ModelInfo shape(std::size_t layers, std::size_t hidden, std::size_t intermediate, std::size_t labels, std::size_t cp)
{
    ModelInfo info;
    info.layers = layers;
    info.hidden = hidden;
    info.intermediate = intermediate;
    info.labels.resize(labels);
    if (cp > 0) {
        setRule(info, adaplerRule({.cpHidden = cp}));
    }
    return info;
}

} // namespace

TEST_CASE("plain cost by hand")
{
    // H = 4, I = 8: (8 * 16 + 4 * 4 * 8) n + 4 * 4 n^2 = 256 n + 16 n^2 a layer; 2 * 16 + 2 * 4 * 3 = 56 at the end.
    CHECK(flopsPlain(shape(1, 4, 8, 3, 0), 1) == 256 + 16 + 56);
    CHECK(flopsPlain(shape(2, 4, 8, 3, 0), 10) == 2 * (2560 + 1600) + 56);
    CHECK(flopsPlain(shape(2, 4, 8, 3, 32), 10) == 2 * (2560 + 1600) + 56); // the plain model has no predictor
}

TEST_CASE("plain cost of BERT-base on 128 tokens is the 22 GFLOPs that people quote")
{
    CHECK(flopsPlain(shape(12, 768, 3072, 2, 0), 128) / 1e9 == doctest::Approx(22.35).epsilon(0.001));
}

TEST_CASE("reduced cost charges predictors at what they see and layers at what is left")
{
    const std::vector<std::uint32_t> alive = {10, 6, 1};
    // Predictor at c = 32: (2 * 4 * 32 + 64) = 320 a token, the 64 H + 64 of the published size.
    const double predictors = 320.0 * (10 + 6);
    const double layers = 256 * 6 + 16 * 36 + 256 * 1 + 16 * 1;
    CHECK(flopsReduced(shape(2, 4, 8, 3, 32), alive) == predictors + layers + 56);
}

TEST_CASE("with nothing dropped the difference is the predictors, and none without them")
{
    const std::vector<std::uint32_t> alive = {10, 10, 10};
    CHECK(flopsReduced(shape(2, 4, 8, 3, 32), alive) - flopsPlain(shape(2, 4, 8, 3, 32), 10) == 2 * 10 * 320);
    CHECK(flopsReduced(shape(2, 4, 8, 3, 0), alive) == flopsPlain(shape(2, 4, 8, 3, 0), 10));
}

// H = 4, I = 8: attention 128 n + 16 n^2, feed-forward part 128 n, pooler and classifier 56.
TEST_CASE("PoWER-BERT's attention sees what its feed-forward part does not")
{
    ModelInfo model = shape(2, 4, 8, 3, 0);
    setRule(model, powerRule({.retention = {6, 1}}));
    const std::vector<std::uint32_t> alive = {10, 6, 1};
    CHECK(flopsReduced(model, alive) == (1280 + 1600) + 128 * 6 + (128 * 6 + 16 * 36) + 128 * 1 + 56);
    // Padded to 20 its budget is filled with padding where a text does not fill it.
    const std::vector<std::uint32_t> little = {3, 3, 1};
    CHECK(flopsPadded(model, little, 20) == (2560 + 6400) + 128 * 6 + (128 * 6 + 16 * 36) + 128 * 1 + 56);
    CHECK(flopsPadded(model, little, 4) == (512 + 256) + 128 * 4 + (512 + 256) + 128 * 1 + 56);
}

TEST_CASE("TR-BERT's selectors run on what enters their layers")
{
    ModelInfo model = shape(4, 4, 8, 3, 0);
    setRule(model, trbertRule({})); // before layers 1 and 2, 2 * 4 * 32 + 64 = 320 a token
    const std::vector<std::uint32_t> alive = {10, 10, 6, 3, 3};
    const auto layer = [](double n) { return 256 * n + 16 * n * n; };
    const double rest = layer(6) + layer(3) + layer(3) + 56;
    CHECK(flopsReduced(model, alive) == layer(10) + 320 * (10 + 6) + rest);
    CHECK(flopsPadded(model, alive, 20) == layer(20) + 320 * (20 + 6) + rest); // padding goes at the first selector
}

TEST_CASE("AdapLeR drops padding at once, a plain model never")
{
    const std::vector<std::uint32_t> alive = {10, 6, 1};
    CHECK(flopsPadded(shape(2, 4, 8, 3, 32), alive, 20) ==
          320.0 * (20 + 6) + 256 * 6 + 16 * 36 + 256 * 1 + 16 * 1 + 56);
}

TEST_CASE("sequences that are all padded cost what the longest does, before each drops its padding")
{
    const ModelInfo model = shape(2, 4, 8, 3, 32), plain = shape(2, 4, 8, 3, 0);
    const std::vector<std::uint32_t> first = {10, 6, 1}, second = {20, 9, 4}, both = {10, 6, 1, 20, 9, 4};
    const PaddedFlops padded = flopsAllPadded(model, model, both);
    CHECK(padded.longest == 20);
    CHECK(padded.plain == 2 * flopsPlain(model, 20));
    CHECK(padded.reduced == flopsPadded(model, first, 20) + flopsReduced(model, second));
    CHECK(padded.speedup() == padded.plain / padded.reduced);
    CHECK(flopsAllPadded(model, model, both, 30).reduced ==
          flopsPadded(model, first, 30) + flopsPadded(model, second, 30));
    CHECK(flopsAllPadded(plain, plain, both).speedup() == 1); // a plain model computes its padding
    CHECK(flopsAllPadded(model, model, {}).speedup() == 1);
}

TEST_CASE("floors cost what their layers run on, and nothing for choosing")
{
    const std::vector<std::uint32_t> alive = {10, 6, 1};
    const ModelInfo plain = shape(2, 4, 8, 3, 0);
    for (const char *floor : {"random", "first", "last"}) {
        CHECK(flopsReduced(withFloor(plain, floor), alive) == 256 * 6 + 16 * 36 + 256 * 1 + 16 * 1 + 56);
    }
    CHECK(flopsReduced(withFloor(plain, "attention-topk"), alive) ==
          (1280 + 1600) + 128 * 6 + (128 * 6 + 16 * 36) + 128 * 1 + 56);
}

TEST_CASE("median of odd, even and no values")
{
    CHECK(median({3, 1, 2}) == 2);
    CHECK(median({4, 1, 2, 3}) == 2.5);
    CHECK(median({7}) == 7);
    CHECK(median({}) == 0);
}

TEST_CASE("a stopwatch measures what a clock does")
{
    const auto start = std::chrono::steady_clock::now();
    const Stopwatch watch;
    const auto begun = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(5)) {
    }
    const double measured = watch.milliseconds();
    CHECK(measured >= 5);
    CHECK(measured <= std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Training fades tokens, inference takes them out: as lambda grows the two must become the same pass.
#include "core/reduction/adapler_p.h"
#include "core/model/checkpoint_p.h"
#include "core/reduction/reducedpass_p.h"
#include "core/train/softremoval_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace adaplens;

namespace {

constexpr double lambda = 1e9;
constexpr double tolerance = 1e-5;
constexpr std::size_t texts = 40;

/// Shapes, thresholds and theta modes that differ from model to model.
test::TinyModel shapeOf(std::uint64_t seed)
{
    constexpr std::size_t layers[] = {1, 2, 3, 4};
    constexpr std::size_t hidden[] = {16, 24, 32};
    constexpr float etas[] = {0.1F, 0.3F, 0.6F, 0.8F, 1.0F};
    test::TinyModel model;
    model.layers = layers[seed % 4];
    model.hidden = hidden[seed % 3];
    model.heads = seed % 2 == 0 ? 2 : 4;
    model.intermediate = 2 * model.hidden;
    model.labels = {"a", "b", "c"};
    model.twin = false;
    model.thetaForward = seed % 2 == 1;
    model.eta = etas[seed % 5];
    model.seed = seed;
    return model;
}

std::vector<Encoding> randomTexts(std::uint64_t seed, std::size_t vocabulary)
{
    std::mt19937 engine(static_cast<std::mt19937::result_type>(seed));
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(engine() % limit); };
    std::vector<Encoding> encodings;
    for (std::size_t t = 0; t < texts; ++t) {
        const std::size_t length = 2 + below(39);
        const std::size_t first = below(2) == 0 ? length : 2 + below(length - 1); // from here on: second text
        std::vector<std::int32_t> ids{2};
        std::vector<int> segments{0};
        for (std::size_t i = 1; i < length; ++i) {
            const bool last = i + 1 == length || i + 1 == first;
            ids.push_back(last ? 3 : static_cast<std::int32_t>(5 + below(vocabulary - 5)));
            segments.push_back(i < first ? 0 : 1);
        }
        encodings.push_back(golden::encodingOf(ids, segments));
    }
    return encodings;
}

/// Tokens of sequence b that are still there after layer l of a soft pass.
std::vector<std::uint32_t> softSurvivors(const SoftPass &pass, std::size_t layer, std::int64_t b, std::int64_t length)
{
    const SoftLayer &l = pass.layers[layer];
    const at::Tensor m = (l.entering * l.penalty.exp())[b];
    std::vector<std::uint32_t> found;
    for (std::int64_t i = 0; i < length; ++i) {
        if (m[i].item<float>() > 0.5F) {
            found.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return found;
}

/// First layer where rounding could turn a decision; the number of layers if there is none.
std::size_t firstTie(const std::vector<LayerTrace> &layers)
{
    for (std::size_t l = 0; l < layers.size(); ++l) {
        for (std::size_t i = 1; i < layers[l].adjusted.size(); ++i) {
            if (std::abs(layers[l].adjusted[i] - layers[l].threshold) < nearTie) {
                return l;
            }
        }
    }
    return layers.size();
}

} // namespace

TEST_CASE("with lambda growing without bound, fading tokens equals removing them")
{
    const at::NoGradGuard guard;
    std::size_t cases = 0;
    std::size_t ties = 0;
    std::size_t tokens = 0;
    std::size_t survivors = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const test::TemporaryFolder folder;
        test::writeTinyModel(folder.path(), shapeOf(seed));
        const Checkpoint model = readCheckpoint(folder.path());
        const auto encodings = randomTexts(seed, model.info.vocabularySize);
        const BatchInput batch = BatchInput::of(golden::pointersTo(encodings));

        const auto removed =
            runReduced(model.weights, model.info, batch, *makeReducer(model.weights, model.info), true);
        REQUIRE(removed);
        SoftOptions options;
        options.lambda = lambda;
        options.thetaForward = adaplerSettings(model.info).thetaForward;
        const SoftPass faded = runSoft(model.weights, model.info, batch, options);

        for (std::size_t b = 0; b < encodings.size(); ++b) {
            CAPTURE(b);
            const auto row = static_cast<std::int64_t>(b);
            const std::vector<LayerTrace> &layers = removed->layers[b];
            REQUIRE(layers.size() == model.info.layers);
            const std::size_t tie = firstTie(layers);
            ++cases;
            ties += tie < layers.size() ? 1 : 0;
            tokens += encodings[b].pieces.size();
            survivors += removed->survivors[b].size();
            for (std::size_t l = 0; l < tie; ++l) {
                CAPTURE(l);
                const auto &after = l + 1 < layers.size() ? layers[l + 1].alive : removed->survivors[b];
                CHECK(after.front() == 0);
                CHECK(std::includes(layers[l].alive.begin(), layers[l].alive.end(), after.begin(), after.end()));
                CHECK(softSurvivors(faded, l, row, batch.layout.length(row)) == after);
            }
            if (tie == layers.size()) {
                CHECK(golden::relativeDistance(faded.logits[row], removed->logits[row]) <= tolerance);
            }
        }
    }
    MESSAGE(cases << " cases, " << ties << " stopped at a tie, " << survivors << " of " << tokens << " tokens survive");
    CHECK(ties * 100 <= cases);
    // The test would say little if nearly everything stayed or went.
    CHECK(survivors * 10 >= tokens);
    CHECK(survivors * 10 <= tokens * 6);
}

TEST_CASE("gradients stay finite however long a run is")
{
    const test::TemporaryFolder folder;
    test::writeTinyModel(folder.path(), {.twin = false, .eta = 0.6F});
    Checkpoint model = readCheckpoint(folder.path());
    model.weights.rule.at("adapler.eta").requires_grad_(true);
    const auto encodings = randomTexts(3, model.info.vocabularySize);
    const BatchInput batch = BatchInput::of(golden::pointersTo(encodings));
    for (const std::size_t epoch : {0U, 5U, 20U, 99U}) {
        CAPTURE(epoch);
        SoftOptions options;
        options.lambda = lambdaAt(epoch, 100);
        const at::Tensor loss = lengthLoss(runSoft(model.weights, model.info, batch, options));
        CHECK(torch::autograd::grad({loss}, {model.weights.rule.at("adapler.eta")})
                  .front()
                  .isfinite()
                  .all()
                  .item<bool>());
    }
    CHECK(lambdaAt(1, 3) == 2500);
    CHECK(lambdaAt(4, 5) == 1e5);
    CHECK(lambdaAt(1, 10) == 30);
}

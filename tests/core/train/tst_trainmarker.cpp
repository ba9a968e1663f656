// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/flops.h"
#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "core/random.h"
#include "core/train/train.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <ATen/ATen.h>

#include <fstream>
#include <iterator>

using namespace adaplens;

namespace {

/// A generated task with a known answer: twelve to twenty filler words, and one marker word that alone decides the
/// class.
void writeMarkerTask(const std::filesystem::path &file, std::size_t count)
{
    Random random(5);
    std::ofstream out(file);
    out << "text\tlabel\n";
    for (std::size_t i = 0; i < count; ++i) {
        const bool positive = random.below(2) == 1;
        const std::size_t words = 12 + random.below(9);
        const std::size_t marker = random.below(words);
        for (std::size_t w = 0; w < words; ++w) {
            out << (w > 0 ? " " : "");
            if (w == marker) {
                out << (positive ? "bright" : "dull");
            } else {
                out << "w" << random.below(40);
            }
        }
        out << '\t' << (positive ? "good" : "bad") << '\n';
    }
}

/// A small random encoder, as a pre-trained one would lie on disk.
void writeBackbone(const std::filesystem::path &folder)
{
    at::manual_seed(3);
    std::vector<std::string> pieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bright", "dull"};
    for (int i = 0; i < 40; ++i) {
        pieces.push_back("w" + std::to_string(i));
    }
    Checkpoint model;
    model.vocabulary = std::make_shared<Vocabulary>(Vocabulary::fromPieces(pieces, "the test's vocabulary"));
    ModelInfo &info = model.info;
    info.labels = {"bad", "good"};
    info.layers = 2;
    info.hidden = 64;
    info.heads = 4;
    info.intermediate = 128;
    info.cpHidden = 32;
    info.maxLength = 32;
    info.vocabularySize = pieces.size();
    forEachTensor(model.weights, info, false,
                  [](const std::string &name, const std::vector<std::int64_t> &shape, at::Tensor &tensor) {
                      const bool norm = name.find("LayerNorm.weight") != std::string::npos;
                      const bool bias = name.ends_with("bias");
                      tensor = norm ? at::ones(shape) : bias ? at::zeros(shape) : at::randn(shape) * 0.05;
                  });
    writeCheckpoint(folder, model, Storage::Float32);
}

TrainConfig markerConfig(const std::filesystem::path &folder, std::size_t examples)
{
    writeMarkerTask(folder / "task.tsv", examples);
    writeBackbone(folder / "backbone");
    TrainConfig config;
    config.out = folder / "run";
    config.backbone = folder / "backbone";
    config.labels = {"bad", "good"};
    config.data.resize(1);
    config.data.front().data.path = folder / "task.tsv";
    config.data.front().name = "markers";
    config.data.front().maxLength = 32;
    config.data.front().holdout = 200;
    config.data.front().phi = 1e-2;
    config.threads = 1; // operations this small lose time to threads
    config.fineTune.epochs = 4;
    config.fineTune.learningRate = 1e-3;
    config.fineTune.attentionDropout = 0.0;
    config.saliency.epochs = 1;
    config.adapler.epochs = 5;
    config.adapler.fromFineTuned = true;
    config.adapler.learningRate = 3e-4;
    config.adapler.predictorLearningRate = 3e-3;
    config.adapler.etaLearningRate = 5e-3;
    config.adapler.gamma = 0.05;
    return config;
}

const std::vector<TrainStep> allSteps{TrainStep::FineTune, TrainStep::Saliency, TrainStep::AdapLeR};

std::string contents(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("a model learns to drop all but the word that decides")
{
    const test::TemporaryFolder folder;
    TrainConfig config = markerConfig(folder.path(), 2200);
    std::size_t calls = 0;
    const TrainReport report = train(config, allSteps, false, [&](const TrainProgress &at) {
        ++calls;
        CHECK(at.done <= at.total);
    });
    REQUIRE(report.finished);
    CHECK(calls > 100);
    const EpochResult &best = report.adapler.at(report.bestAdapLer - 1);
    MESSAGE("accuracy ", best.accuracies.front(), ", speed-up ", best.speedup);
    CHECK(best.accuracies.front() >= 0.98);
    // 60 % of the token places of both layers gone: the remaining operations are below 0.4 plus the predictors' share.
    const Checkpoint trained = readCheckpoint(config.out / "model");
    const auto n = std::size_t{18};
    const std::vector<std::uint32_t> kept{18, 7, 7};
    CHECK(best.speedup >= flopsPlain(trained.info, n) / flopsReduced(trained.info, kept));
    CHECK(trained.weights.adaptive());
    CHECK(std::filesystem::exists(config.out / "model" / "plain" / "model.safetensors"));
}

TEST_CASE("a run that is stopped and resumed ends as an undisturbed one")
{
    const test::TemporaryFolder folder;
    TrainConfig config = markerConfig(folder.path(), 600);
    config.data.front().holdout = 50;
    config.fineTune.epochs = 1;
    config.adapler.epochs = 2;
    REQUIRE(train(config, allSteps, false, {}).finished);
    const std::string model = contents(config.out / "model" / "model.safetensors");
    const std::string log = contents(config.out / "log.jsonl");
    REQUIRE(!model.empty());

    config.out = folder.path() / "interrupted";
    bool resume = false;
    TrainReport report;
    for (const std::int64_t stopAt : {5, 9, 20, -1}) { // within each step and across their borders
        std::stop_source stop;
        std::int64_t seen = 0;
        report = train(
            config, allSteps, resume,
            [&](const TrainProgress &) {
                if (++seen == stopAt) {
                    stop.request_stop();
                }
            },
            stop.get_token());
        CHECK(report.finished == (stopAt < 0));
        resume = true;
    }
    CHECK(contents(config.out / "model" / "model.safetensors") == model);
    CHECK(contents(config.out / "log.jsonl") == log);

    config.adapler.gamma *= 2;
    CHECK_THROWS_AS((void)train(config, allSteps, true, {}), Error);
}

TEST_CASE("a stage goes on from a model with thresholds given, and learns sentences from the twin")
{
    const test::TemporaryFolder folder;
    TrainConfig config = markerConfig(folder.path(), 2200);
    config.adapler.epochs = 2;
    REQUIRE(train(config, allSteps, false, {}).finished);

    config.adapler.continueFrom = config.out / "adapler" / "epoch-2";
    CHECK_THROWS_WITH_AS((void)train(config, {TrainStep::AdapLeR}, false, {}),
                         doctest::Contains("lies among the results"), Error);
    std::filesystem::rename(config.adapler.continueFrom, folder.path() / "first");
    config.adapler.continueFrom = folder.path() / "first";
    config.adapler.initialEta = {0.5, 0.75};
    config.adapler.etaLearningRate = 0;
    config.data.front().sentences.limit = 300;
    const TrainReport report = train(config, {TrainStep::AdapLeR}, false, {});
    REQUIRE(report.finished);
    const Checkpoint trained = readCheckpoint(config.out / "model");
    CHECK(at::equal(trained.weights.eta, at::tensor({0.5F, 0.75F})));
    // The examples held out, and the sentences of those: the latter count as agreement with the twin, not in the score.
    REQUIRE(report.adapler.front().accuracies.size() == 2);
    CHECK(report.adapler.front().score == report.adapler.front().accuracies.front());
    CHECK(report.adapler.front().accuracies.back() > 0.9);

    Checkpoint other = readCheckpoint(folder.path() / "first");
    other.info.heads = 2; // the same tensors, another model
    writeCheckpoint(folder.path() / "other", other, Storage::Float32);
    config.adapler.continueFrom = folder.path() / "other";
    CHECK_THROWS_WITH_AS((void)train(config, {TrainStep::AdapLeR}, false, {}),
                         doctest::Contains("differs from the backbone"), Error);
    config.adapler.continueFrom = folder.path() / "first";

    config.adapler.initialEta = {0.5};
    CHECK_THROWS_WITH_AS((void)train(config, {TrainStep::AdapLeR}, false, {}),
                         doctest::Contains("Eta has 1 values, but the model has 2 layers"), Error);
}

TEST_CASE("a loss that is not a number stops the run and names the step")
{
    const test::TemporaryFolder folder;
    TrainConfig config = markerConfig(folder.path(), 300);
    config.data.front().holdout = 20;
    config.classWeights = {1e38, 1e38};
    config.fineTune.learningRate = 1;
    config.clip = 0;
    try {
        (void)train(config, allSteps, false, {});
        FAIL("no error");
    } catch (const Error &e) {
        const std::string text = e.what();
        CHECK(text.find("fine-tune") != std::string::npos);
        CHECK(text.find("not a number") != std::string::npos);
    }
}

TEST_CASE("a step that is asked for again is done again")
{
    const test::TemporaryFolder folder;
    TrainConfig config = markerConfig(folder.path(), 300);
    config.data.front().holdout = 20;
    config.fineTune.epochs = 2;
    REQUIRE(train(config, {TrainStep::FineTune, TrainStep::Saliency}, false, {}).finished);
    const std::string one = contents(config.out / "saliency.safetensors");
    config.saliency.epochs = 2;
    REQUIRE(train(config, {TrainStep::Saliency}, false, {}).finished);
    CHECK(contents(config.out / "saliency.safetensors") != one);
}

TEST_CASE("texts that the backbone cannot read are refused before anything is computed")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = markerConfig(folder.path(), 300);
    Checkpoint backbone = readCheckpoint(config.backbone);
    backbone.info.maxLength = 16; // the texts have up to 22 pieces
    backbone.weights.positionEmbeddings = backbone.weights.positionEmbeddings.narrow(0, 0, 16).contiguous();
    writeCheckpoint(config.backbone, backbone, Storage::Float32);
    CHECK_THROWS_WITH_AS((void)train(config, allSteps, false, {}),
                         doctest::Contains("“max_length” of “markers” is more than the backbone reads, 16 pieces"),
                         Error);
    CHECK_FALSE(std::filesystem::exists(config.out / "fine-tune"));
}

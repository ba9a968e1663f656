// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/evaluation/decisions_p.h"
#include "core/evaluation/evaluate.h"
#include "core/io/resources.h"
#include "core/measure/flops.h"
#include "tests/support/examplelists.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>

using namespace adaplens;
using test::ListReader;
using test::randomExamples;

namespace {

struct Model {
    explicit Model(const test::TinyModel &shape = {})
    {
        test::writeTinyModel(folder.path(), shape);
        classifier = Classifier::open(folder.path());
    }
    test::TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

Evaluation figures(Classifier &classifier, const std::vector<Example> &examples, const EvaluateOptions &options = {})
{
    ListReader reader(examples);
    auto result = evaluate(classifier, reader, options);
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("the figures are those of the texts one by one")
{
    Model model;
    const auto examples = randomExamples(60, 30);
    const Evaluation result = figures(*model.classifier, examples);

    std::size_t right = 0, rightPlain = 0, changed = 0;
    double plain = 0, reduced = 0, pieces = 0;
    std::vector<double> kept(3);
    for (const auto &example : examples) {
        const auto trace = model.classifier->run(example.text, std::nullopt, RunOptions{});
        REQUIRE(trace);
        const std::size_t gold = mapLabel(example.label, trace->labels);
        right += trace->reduced.label == gold ? 1 : 0;
        rightPlain += trace->plain.label == gold ? 1 : 0;
        changed += trace->reduced.label != trace->plain.label ? 1 : 0;
        plain += trace->cost.flopsPlain;
        reduced += trace->cost.flopsReduced;
        pieces += static_cast<double>(trace->encoding.pieces.size()) / 60;
        for (std::size_t l = 0; l < 3; ++l)
            kept[l] += static_cast<double>(trace->layers[l].keptCount()) / 60;
    }
    CHECK(result.n == 60);
    CHECK(result.sequences == 60);
    CHECK(result.correct == right);
    CHECK(result.correctPlain == rightPlain);
    CHECK(result.changed == changed);
    CHECK(result.flopsPlain == plain);
    CHECK(result.flopsReduced == reduced);
    CHECK(result.pieces == doctest::Approx(pieces));
    for (std::size_t l = 0; l < 3; ++l)
        CHECK(result.keptPerLayer[l] == doctest::Approx(kept[l]));
    CHECK(result.keptPerLayer[2] < result.pieces);
    CHECK(result.difference.mean == doctest::Approx(result.accuracy() - result.accuracyPlain()));
    CHECK(result.difference.low <= result.difference.mean);
    CHECK(result.difference.high >= result.difference.mean);
    CHECK(result.msPlain > 0);
    CHECK(result.msReduced > 0);
    CHECK(std::ranges::count_if(result.answers, [](const Answer &a) { return a.model == a.gold; }) ==
          static_cast<std::ptrdiff_t>(right));
    CHECK(std::ranges::count_if(result.answers, [](const Answer &a) { return a.plain != a.model; }) ==
          static_cast<std::ptrdiff_t>(changed));
    CHECK(result.times.size() == 2); // batches of 32
    CHECK(result.times[0].plain + result.times[1].plain == doctest::Approx(result.msPlain));
    CHECK(result.times[0].model + result.times[1].model == doctest::Approx(result.msReduced));
    CHECK(result.conditions.threads > 0);
    CHECK(result.truncated == 0);
    CHECK(result.skipped == SkipCounts{{"rows without a label", 1}});
    CHECK(result.plainModel == "twin");
}

TEST_CASE("the batch size changes no figure")
{
    Model model;
    const auto examples = randomExamples(150, 40);
    for (const Protocol protocol : {Protocol::Head512, Protocol::WindowsMean}) {
        EvaluateOptions options;
        options.protocol = protocol;
        options.maxLength = 20;
        options.batch = 1;
        const Evaluation one = figures(*model.classifier, examples, options);
        for (const std::size_t batch : {std::size_t{4}, std::size_t{64}}) {
            options.batch = batch;
            const Evaluation many = figures(*model.classifier, examples, options);
            CHECK(many.correct == one.correct);
            CHECK(many.correctPlain == one.correctPlain);
            CHECK(many.correctUnreduced == one.correctUnreduced);
            CHECK(many.confusion == one.confusion);
            CHECK(many.flopsReduced == one.flopsReduced);
            CHECK(many.keptPerLayer == one.keptPerLayer);
            CHECK(many.difference.low == one.difference.low);
            CHECK(many.difference.high == one.difference.high);
            CHECK(many.truncated == one.truncated);
            CHECK(many.sequences == one.sequences);
        }
    }
}

TEST_CASE("long texts are cut and counted, or read in windows whose probabilities are averaged")
{
    Model model;
    const auto examples = randomExamples(40, 50);
    EvaluateOptions options;
    options.maxLength = 20;
    const Evaluation head = figures(*model.classifier, examples, options);
    const auto longOnes = std::ranges::count_if(
        examples, [&](const Example &e) { return model.classifier->encode(e.text, std::nullopt, 20).cutPieces > 0; });
    CHECK(head.truncated == static_cast<std::size_t>(longOnes));
    CHECK(head.truncated > 5);
    CHECK(head.sequences == 40);

    options.protocol = Protocol::WindowsMean;
    const Evaluation windows = figures(*model.classifier, examples, options);
    std::size_t right = 0, sequences = 0;
    double reduced = 0;
    for (const auto &example : examples) {
        std::vector<double> sum(2);
        for (auto &encoding : model.classifier->tokenizer().encodeWindows(example.text, std::nullopt, 20)) {
            const auto trace = model.classifier->run(example.text, std::nullopt, std::move(encoding), RunOptions{});
            REQUIRE(trace);
            ++sequences;
            reduced += trace->cost.flopsReduced;
            for (std::size_t k = 0; k < 2; ++k)
                sum[k] += static_cast<double>(trace->reduced.probabilities[k]);
        }
        right += (sum[1] > sum[0] ? 1U : 0U) == mapLabel(example.label, {"negative", "positive"}) ? 1 : 0;
    }
    CHECK(windows.n == 40);
    CHECK(windows.truncated == 0);
    CHECK(windows.sequences == sequences);
    CHECK(windows.sequences > 50);
    CHECK(windows.correct == right);
    CHECK(windows.flopsReduced == reduced);
}

TEST_CASE("a long second text that is cut is counted, in windows too")
{
    Model model({.pairs = true});
    auto examples = randomExamples(3, 10);
    examples[0].pair = "good film";
    examples[1].pair = "a good film and a bad plot and a long story but fun and not dull at all was the movie";
    EvaluateOptions options;
    options.maxLength = 20;
    for (const Protocol protocol : {Protocol::Head512, Protocol::WindowsMean}) {
        options.protocol = protocol;
        CHECK(figures(*model.classifier, examples, options).truncated == 1);
    }
}

TEST_CASE("the weights with nothing dropped run where they are asked for")
{
    const auto examples = randomExamples(90, 30);
    std::optional<Model> model;
    Evaluation all;
    for (std::uint64_t seed = 1; seed <= 40 && all.correctUnreduced == all.correctPlain; ++seed) {
        model.emplace(test::TinyModel{.seed = seed}); // its twin, with other weights, may answer alike
        all = figures(*model->classifier, examples);
    }
    REQUIRE(all.correctUnreduced != all.correctPlain);
    const Evaluation without = figures(*model->classifier, examples, {.unreduced = false});
    CHECK(without.correctUnreduced == without.correctPlain);
    CHECK((without.answers == all.answers));
}

TEST_CASE("answers and decisions are compared with those of another classifier, text by text")
{
    for (const bool adaptive : {true, false}) {
        Model model({.adaptive = adaptive}), other({.adaptive = adaptive, .seed = 2});
        const auto examples = randomExamples(40, 20);
        EvaluateOptions options;
        options.float32 = other.classifier.get();
        options.batch = 7;
        const Evaluation result = figures(*model.classifier, examples, options);
        REQUIRE(result.float32);
        std::size_t answers = 0, plainAnswers = 0;
        DecisionCount decisions;
        for (const Example &example : examples) {
            const auto a = model.classifier->run(example.text, std::nullopt, RunOptions{});
            const auto b = other.classifier->run(example.text, std::nullopt, RunOptions{});
            answers += a->reduced.label != b->reduced.label ? 1 : 0;
            plainAnswers += a->plain.label != b->plain.label ? 1 : 0;
            if (adaptive)
                countDecisions(a->layers, b->layers, decisions);
        }
        CHECK((!adaptive || answers + plainAnswers + decisions.differing > 0)); // they are two models
        CHECK(result.float32->answersDiffering == answers);
        CHECK(result.float32->plainAnswersDiffering == plainAnswers);
        CHECK(result.float32->decisions == decisions.faced);
        CHECK(result.float32->decisionsDiffering == decisions.differing);
        CHECK(result.float32->msPlain > 0);
        CHECK(result.float32->msReduced > 0);
    }
}

TEST_CASE("floors run at the model's budget, whatever the batch, and the random one by its seed")
{
    for (const std::string rule : {"adapler", "power", "trbert"}) {
        CAPTURE(rule);
        Model model({.reduction = rule});
        const auto examples = randomExamples(40, 20);
        EvaluateOptions options;
        options.floors = floorNames();
        options.floorSeed = 9;
        options.batch = 7;
        const Evaluation result = figures(*model.classifier, examples, options);
        REQUIRE(result.floors.size() == 4);
        for (const FloorEvaluation &floor : result.floors) {
            CAPTURE(floor.rule);
            std::size_t correct = 0;
            double flops = 0;
            const ModelInfo info = withFloor(model.classifier->info(), floor.rule);
            for (const Example &example : examples) {
                const Encoding encoding = model.classifier->encode(example.text, std::nullopt);
                const auto own = model.classifier->runBatch(std::span(&encoding, 1), Pass::Reduced);
                const std::vector<std::vector<std::uint32_t>> alive{own->front().alive};
                const auto outcome = model.classifier->runFloor(std::span(&encoding, 1), {floor.rule, alive, 9});
                const auto &logits = outcome->front().logits;
                const std::size_t predicted = logits[1] > logits[0] ? 1 : 0;
                correct += predicted == (example.label == "neg" ? 0U : 1U) ? 1 : 0;
                flops += flopsReduced(info, outcome->front().alive);
            }
            CHECK(floor.correct == correct);
            CHECK(floor.flops == doctest::Approx(flops));
            CHECK(floor.ms > 0);
            CHECK(floor.difference.mean ==
                  doctest::Approx((static_cast<double>(result.correct) - static_cast<double>(correct)) / 40));
        }
    }
    Model plain({.adaptive = false});
    EvaluateOptions options;
    options.floors = {"first"};
    CHECK_THROWS_WITH_AS((void)figures(*plain.classifier, randomExamples(3, 4), options),
                         doctest::Contains("drops no tokens, so there is no budget"), Error);
}

TEST_CASE("every text padded to the longest counts more, and the speed-up with it")
{
    Model model;
    const Evaluation result = figures(*model.classifier, randomExamples(40, 20), {});
    CHECK(result.padded.longest > result.pieces);
    CHECK(result.speedupPadded() > result.speedup());
    CHECK(result.padded.plain == doctest::Approx(40 * flopsPlain(model.classifier->info(), result.padded.longest)));
}

TEST_CASE("progress ends at the total, and only so many examples wait at a time")
{
    Model model;
    const auto examples = randomExamples(200, 6);
    ListReader reader(examples);
    EvaluateOptions options;
    options.batch = 2;
    options.total = 200;
    std::vector<EvaluationProgress> seen;
    std::size_t ahead = 0;
    options.progress = [&](const EvaluationProgress &progress) {
        seen.push_back(progress);
        ahead = std::max(ahead, reader.given - progress.done);
    };
    REQUIRE(evaluate(*model.classifier, reader, options));
    REQUIRE(seen.size() == 100);
    CHECK(std::ranges::is_sorted(seen, {}, &EvaluationProgress::done));
    CHECK(seen.back().done == 200);
    CHECK(seen.back().total == 200);
    REQUIRE(seen.front().secondsLeft);
    CHECK(*seen.front().secondsLeft > 0);
    CHECK(*seen.back().secondsLeft == 0);
    CHECK(ahead < 64);
}

TEST_CASE("an evaluation can be stopped at any time")
{
    Model model;
    const auto examples = randomExamples(50, 6);
    ListReader reader(examples);
    std::stop_source stop;
    EvaluateOptions options;
    options.batch = 5;
    std::size_t calls = 0;
    options.progress = [&](const EvaluationProgress &) {
        if (++calls == 2)
            stop.request_stop();
    };
    CHECK(!evaluate(*model.classifier, reader, options, stop.get_token()));
    CHECK(calls == 2);
    CHECK(!evaluate(*model.classifier, reader, {}, stop.get_token()));
}

TEST_CASE("a plain model drops nothing and is not run twice")
{
    Model model({.adaptive = false});
    const Evaluation result = figures(*model.classifier, randomExamples(30, 20));
    CHECK(result.speedup() == 1);
    CHECK(result.speedupWall() == 1);
    CHECK(result.correct == result.correctPlain);
    CHECK(result.correct == result.correctUnreduced);
    CHECK(result.keptPerLayer == std::vector<double>(3, result.pieces));
    CHECK(result.difference.low == 0);
    CHECK(result.difference.high == 0);
}

TEST_CASE("without a twin the plain pass is that of the same weights")
{
    Model model({.twin = false});
    const Evaluation result = figures(*model.classifier, randomExamples(30, 20));
    CHECK(result.plainModel == "same weights");
    CHECK(result.correctPlain == result.correctUnreduced);
    CHECK(result.speedup() > 1);
}

TEST_CASE("data that do not fit the model are refused")
{
    Model model;
    auto examples = randomExamples(5, 5);
    examples[3].label = "sports";
    ListReader reader(examples);
    CHECK_THROWS_WITH_AS((void)evaluate(*model.classifier, reader, {}),
                         doctest::Contains("Example 3: The label 'sports' is none of the model's classes"), Error);
    const std::vector<Example> none;
    ListReader empty(none);
    CHECK_THROWS_WITH_AS((void)evaluate(*model.classifier, empty, {}), doctest::Contains("nothing to evaluate"), Error);
}

TEST_CASE("the model that comes with the program gives its figures on the texts that come with it")
{
    const auto classifier = Classifier::open(resourceFolder() / "models" / "reviews");
    DataSource source;
    source.path = resourceFolder() / "examples" / "rationales.jsonl";
    const auto reader = openReader(source);
    const auto result = evaluate(*classifier, *reader, {});
    REQUIRE(result);
    CHECK(result->n == 104);
    // Another arithmetic may decide a tie the other way: one text.
    CHECK(std::abs(static_cast<int>(result->correct) - 81) <= 1);
    CHECK(std::abs(static_cast<int>(result->correctPlain) - 78) <= 1);
    CHECK(std::abs(static_cast<int>(result->correctUnreduced) - 77) <= 1);
    CHECK(result->speedup() == doctest::Approx(2.676).epsilon(0.002));
    const std::vector<double> kept{58.55, 49.10, 22.80, 11.13, 6.77, 5.91};
    REQUIRE(result->keptPerLayer.size() == kept.size());
    for (std::size_t l = 0; l < kept.size(); ++l)
        CHECK(std::abs(result->keptPerLayer[l] - kept[l]) <= 0.06);
}

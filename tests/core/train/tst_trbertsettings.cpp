// SPDX-License-Identifier: GPL-3.0-or-later
// What settings do to TR-BERT's training, and what each of its steps changes.
#include "core/error.h"
#include "core/reduction/trbert_p.h"
#include "tests/core/golden.h"
#include "tests/core/train/selectortask.h"
#include "tests/support/temporaryfolder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

const char *const policyStep = "trbert-policy";

/// Fine-tuned and with saliency, for runs of the later steps.
class Bench {
public:
    Bench() : config(selectorConfig(m_folder.path(), 340, 20)) // 10 batches an epoch
    {
        set(config, "fine-tune", R"({"epochs": 12, "learning_rate": 2e-3})");
        const TrainReport report = mustTrain(config, {"fine-tune", "saliency"});
        const StepReport &step = reportOf(report, "fine-tune");
        REQUIRE(step.epochs.at(step.chosen - 1).score > 0.9);
    }
    /// A run of steps that goes on from config.from, in a folder of its own.
    [[nodiscard]] std::filesystem::path run(TrainConfig own, const std::vector<std::string> &steps)
    {
        own.out = m_folder.path() / std::to_string(++m_runs);
        (void)mustTrain(own, steps);
        return own.out;
    }
    [[nodiscard]] std::filesystem::path policy(const std::string &settings)
    {
        TrainConfig own = later();
        set(own, policyStep, settings);
        return run(own, {policyStep});
    }
    /// For steps behind those that are there.
    [[nodiscard]] TrainConfig later() const
    {
        TrainConfig own = config;
        own.from = config.out;
        return own;
    }

private:
    test::TemporaryFolder m_folder;
    std::size_t m_runs = 0;

public:
    TrainConfig config;
};

Bench &bench()
{
    static Bench value;
    return value;
}

/// The model that a step chose.
std::filesystem::path chosen(const std::filesystem::path &run, const std::string &step)
{
    const auto report = nlohmann::json::parse(contents(run / step / "report.json"));
    return run / step / ("epoch-" + report["chosen"].dump());
}

/// The lines of a step's log that are about batches.
std::vector<nlohmann::json> batchesOf(const std::filesystem::path &run, const std::string &step)
{
    std::ifstream in(run / step / "log.jsonl");
    std::vector<nlohmann::json> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(nlohmann::json::parse(line));
        if (!lines.back().contains("loss")) {
            lines.pop_back();
        }
    }
    return lines;
}

/// The names of the tensors that differ.
std::vector<std::string> changed(const std::filesystem::path &before, const std::filesystem::path &after)
{
    Checkpoint a = readCheckpoint(before), b = readCheckpoint(after);
    std::map<std::string, at::Tensor> old = a.weights.rule;
    forEachEncoderTensor(a.weights, a.info,
                         [&](const TensorSpec &spec, at::Tensor &tensor) { old[spec.name] = tensor; });
    std::vector<std::string> names;
    forEachTensor(b.weights, b.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        if (!old.contains(spec.name) || !at::equal(old[spec.name], tensor)) {
            names.push_back(spec.name);
        }
    });
    return names;
}

bool ofSelector(const std::string &name)
{
    return name.starts_with("trbert.");
}

} // namespace

TEST_CASE("the policy alone leaves the fine-tuned model as it is; then all learns, each at its own rate")
{
    const auto tuned = chosen(bench().config.out, "fine-tune");
    const auto policy = bench().run(bench().later(), {policyStep});
    const std::vector<std::string> learned = changed(tuned, policy / policyStep / "epoch-2");
    CHECK(learned.size() == 8);
    CHECK(std::ranges::all_of(learned, ofSelector));
    CHECK(changed(policy / policyStep / "epoch-1", policy / policyStep / "epoch-2").size() == 8);

    const auto joint = [&](const std::string &settings) {
        TrainConfig own = bench().later();
        own.from = policy;
        set(own, "trbert", settings);
        return changed(chosen(policy, policyStep), bench().run(own, {"trbert"}) / "model");
    };
    const auto all = joint("{}");
    CHECK(all.size() > 60);
    CHECK(std::ranges::count_if(all, ofSelector) == 8);
    CHECK(std::ranges::find(all, "bert.encoder.layer.0.intermediate.dense.weight") != all.end());
    const auto selectors = joint(R"({"learning_rate": 0, "selector_learning_rate": 1e-3})");
    CHECK(selectors.size() == 8);
    CHECK(std::ranges::all_of(selectors, ofSelector));
    CHECK(joint(R"({"learning_rate": 0, "selector_learning_rate": 0})").empty());
    CHECK(joint(R"({"learning_rate": 1e-4, "selector_learning_rate": 0})").size() == all.size());
}

TEST_CASE("the reward is minus the loss and the price of what was kept, and the log says so")
{
    TrainConfig own = bench().later();
    set(own, policyStep, R"({"alpha": 0.3, "learning_rate": 0, "epochs": 1, "samples": 3})");
    set(own, "trbert", R"({"alpha": 2, "learning_rate": 0, "selector_learning_rate": 0, "samples": 2})");
    const auto run = bench().run(own, {policyStep, "trbert"});
    for (const auto &wanted : {std::pair{policyStep, 0.3}, {"trbert", 2.0}}) {
        const char *const step = wanted.first; // not structured bindings, which CAPTURE's lambda cannot always take
        const double alpha = wanted.second;
        CAPTURE(step);
        const auto lines = batchesOf(run, step);
        REQUIRE(lines.size() >= 10);
        for (const nlohmann::json &line : lines) {
            const auto shares = line["shares"].get<std::vector<double>>();
            REQUIRE(shares.size() == 2);
            CHECK(line["reward"].get<double>() ==
                  doctest::Approx(-line["loss"].get<double>() - alpha * (shares[0] + shares[1]) / 2).epsilon(1e-5));
            CHECK(line["kept"].get<double>() == doctest::Approx((1 + shares[0] + 2 * shares[1]) / 4).epsilon(0.05));
            CHECK(line["entropy"].get<double>() > 0.9); // nothing is learned, and drawn selectors say about a half
            CHECK(std::isfinite(line["policy"].get<double>()));
        }
    }
}

TEST_CASE("the first sample follows the ranking in the first share of the steps")
{
    const auto losses = [&](double rate) {
        return lossesOf(bench().policy(nlohmann::json{{"guide_rate", rate}, {"learning_rate", 0}}.dump()), policyStep);
    };
    // Nothing is learned, and every batch draws from its own seed: it depends on being guided alone.
    const auto always = losses(1), never = losses(0), first = losses(0.35);
    REQUIRE(first.size() == 20);
    for (std::size_t i = 0; i < first.size(); ++i) {
        CAPTURE(i);
        CHECK(always[i] != never[i]);
        CHECK(first[i] == (i < 7 ? always[i] : never[i]));
    }
    // What saliency ranks first is what decides: one sample of eight gets better by it.
    CHECK(std::accumulate(always.begin(), always.end(), 0.0) < std::accumulate(never.begin(), never.end(), 0.0));
}

TEST_CASE("labels teach the policy, the twin's probabilities both together")
{
    const auto losses = [&](const std::string &step, double weight) {
        TrainConfig own = bench().later();
        own.classWeights = {weight, weight, weight};
        set(own, policyStep, R"({"learning_rate": 0, "epochs": 1})");
        set(own, "trbert", R"({"learning_rate": 0})");
        return lossesOf(bench().run(own, {policyStep, "trbert"}), step);
    };
    const auto policy = losses(policyStep, 1), doubled = losses(policyStep, 2);
    REQUIRE(policy.size() == 10);
    for (std::size_t i = 0; i < policy.size(); ++i) {
        CHECK(doubled[i] == doctest::Approx(2 * policy[i]).epsilon(1e-5));
    }
    CHECK(losses("trbert", 2) == losses("trbert", 1));
}

TEST_CASE("more samples are more passes of a batch, and a seed gives the same ones again")
{
    const auto two = lossesOf(bench().policy(R"({"samples": 2})"), policyStep);
    CHECK(lossesOf(bench().policy(R"({"samples": 2})"), policyStep) == two);
    CHECK(lossesOf(bench().policy(R"({"samples": 4})"), policyStep) != two);
    // With many the mean loss of a batch depends on the draw the less.
    const auto spread = [&](std::size_t samples) {
        const std::string settings =
            nlohmann::json{{"samples", samples}, {"learning_rate", 0}, {"guide_rate", 0}}.dump();
        const auto run = batchesOf(bench().policy(settings), policyStep);
        double sum = 0, squares = 0;
        for (const nlohmann::json &line : run) {
            const double share = line["shares"][0].get<double>();
            sum += share;
            squares += share * share;
        }
        const auto n = static_cast<double>(run.size());
        return std::sqrt(squares / n - (sum / n) * (sum / n));
    };
    CHECK(spread(64) < 0.5 * spread(2));
}

TEST_CASE("products in bfloat16 give nearly the losses of those in float32")
{
    TrainConfig own = bench().later();
    set(own, policyStep, R"({"learning_rate": 0, "epochs": 1})");
    set(own, "trbert", R"({"learning_rate": 0})");
    const auto exact = bench().run(own, {policyStep, "trbert"});
    own.bfloat16 = true;
    const auto rounded = bench().run(own, {policyStep, "trbert"});
    const auto expected = lossesOf(exact, policyStep), found = lossesOf(rounded, policyStep);
    REQUIRE(found.size() == expected.size());
    CHECK(found != expected);
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i] == doctest::Approx(expected[i]).epsilon(0.05));
    }
    // Here the kernels draw their dropout otherwise, and so other tokens are kept: on the average it is the same.
    const auto sum = [](const std::vector<double> &losses) {
        return std::accumulate(losses.begin(), losses.end(), 0.0);
    };
    CHECK(lossesOf(rounded, "trbert") != lossesOf(exact, "trbert"));
    CHECK(sum(lossesOf(rounded, "trbert")) == doctest::Approx(sum(lossesOf(exact, "trbert"))).epsilon(0.1));
}

TEST_CASE("sentences that the twin labelled take part")
{
    TrainConfig own = bench().later();
    own.data.front().sentences.limit = 100;
    const auto run = bench().run(own, {"saliency", policyStep, "trbert"});
    for (const char *step : {policyStep, "trbert"}) {
        CAPTURE(step);
        const auto lines = batchesOf(run, step);
        CHECK(std::ranges::count_if(lines, [](const auto &line) { return line["set"] == "markers-sentences"; }) > 0);
    }
}

TEST_CASE("what cannot be learned is refused before anything is written")
{
    const test::TemporaryFolder folder;
    TrainConfig config = selectorConfig(folder.path(), 60, 20);
    const auto refused = [&](const char *step, const char *settings, const char *text) {
        TrainConfig wrong = config;
        set(wrong, step, settings);
        CHECK_THROWS_WITH_AS((void)mustTrain(wrong, withNeeds("trbert")), doctest::Contains(text), Error);
    };
    refused(policyStep, R"({"samples": 1})", "“samples”: 1 was found, from 2 to 1000");
    refused(policyStep, R"({"guide_rate": 1.5})", "“guide_rate”: 1.5");
    refused("trbert", R"({"samples": 1})", "“samples”: 1");
    refused("trbert", R"({"alpha": -1})", "“alpha”: -1");
    writeBackbone(config.backbone, 1);
    for (const char *step : {policyStep, "trbert"}) {
        CHECK_THROWS_WITH_AS((void)mustTrain(config, withNeeds(step)),
                             doctest::Contains("backbone has only one; choose another"), Error);
    }
    CHECK_FALSE(std::filesystem::exists(config.out));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the loop does around a method, which here only writes down what it is asked.
#include "core/reduction/adapler_p.h"
#include "core/reduction/rule_p.h"
#include "core/train/loop_p.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <algorithm>
#include <set>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

/// Pulls one number down by 1 a unit of learning rate, and notes the batches and the random numbers.
class Notes : public TrainMethod {
public:
    explicit Notes(const Checkpoint &model) : m_model(model), m_optimiser({{"x", at::zeros({1}), 0.1, 0, {}, {}}}, 1e-8)
    {
        setRule(m_model.info, noRule());
        m_model.weights.rule.clear();
    }
    std::vector<AdamW *> optimisers() override { return {&m_optimiser}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }
    BatchResult backward(const Batch &batch, std::size_t epoch) override
    {
        batches.resize(epoch + 1);
        batches[epoch].push_back(batch.samples);
        dropout.push_back(at::rand({1}).item<double>());
        values.push_back(m_optimiser.values()[0].item<double>());
        return {1.0, {}, {{"own", 7}}, {{at::ones({1})}}};
    }
    void afterStep() override { ++steps; }

    std::vector<std::vector<std::vector<std::size_t>>> batches; ///< [epoch][batch][sample]
    std::vector<double> dropout, values;
    std::size_t steps = 0;

private:
    Checkpoint m_model;
    AdamW m_optimiser;
};

struct Bench {
    Bench()
    {
        config = configOf(folder.path(), 200, 20);
        run.config = &config;
        run.start = readBackbone(config.backbone, config.labels, config.seed, "adapler");
        run.sets = loadSamples(config, Tokenizer(run.start.vocabulary, run.start.tokenizer));
    }
    Notes train(const std::string &step)
    {
        Notes notes(run.start);
        const auto report = trainEpochs(run, step, 2, notes);
        REQUIRE(report);
        CHECK(report->epochs.size() == 2);
        return notes;
    }

    test::TemporaryFolder folder;
    TrainConfig config;
    Run run;
};

} // namespace

TEST_CASE("every epoch has every example once, in another order, and all depends on seed and step alone")
{
    Bench bench;
    const Notes notes = bench.train("one");
    REQUIRE(notes.batches.size() == 2);
    for (const auto &epoch : notes.batches) {
        std::multiset<std::size_t> samples;
        for (const auto &batch : epoch) {
            samples.insert(batch.begin(), batch.end());
        }
        CHECK(samples.size() == 180);
        CHECK(std::set<std::size_t>(samples.begin(), samples.end()).size() == 180);
    }
    CHECK(notes.batches[0] != notes.batches[1]);
    CHECK(std::set<double>(notes.dropout.begin(), notes.dropout.end()).size() == notes.dropout.size());

    std::filesystem::remove_all(bench.config.out);
    const Notes again = bench.train("one");
    CHECK(again.batches == notes.batches);
    CHECK(again.dropout == notes.dropout);
    CHECK(bench.train("two").batches != notes.batches);
    bench.config.seed = 8;
    std::filesystem::remove_all(bench.config.out);
    CHECK(bench.train("one").batches != notes.batches);
}

TEST_CASE("each batch is a step of the optimisers and a call of the method, and a line of the log")
{
    Bench bench;
    const Notes notes = bench.train("one");
    CHECK(notes.steps == 12);
    REQUIRE(notes.values.size() == 12);
    CHECK(notes.values[1] == notes.values[0]); // the first step of the warm-up has the rate 0
    for (std::size_t i = 2; i < notes.values.size(); ++i) {
        CHECK(notes.values[i] < notes.values[i - 1]);
    }
    std::vector<nlohmann::json> lines;
    std::ifstream in(bench.config.out / "one" / "log.jsonl");
    for (std::string line; std::getline(in, line);) {
        lines.push_back(nlohmann::json::parse(line));
    }
    REQUIRE(lines.size() == 1 + 12 + 2);
    CHECK(lines[0]["sets"][0]["train"] == 180);
    CHECK(lines[0]["sets"][0]["validation"] == 20);
    CHECK(lines[1]["loss"] == 1);
    CHECK(lines[1]["own"] == 7);
    CHECK(lines[1]["norm"] == 1);
    CHECK(lines[7]["event"] == "epoch");
    CHECK(lines[8]["epoch"] == 2);
    CHECK(lines[8]["batch"] == 1);
}

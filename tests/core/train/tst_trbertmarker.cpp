// SPDX-License-Identifier: GPL-3.0-or-later
// TR-BERT's training from end to end on a task with a known answer.
#include "core/model/classifier.h"
#include "core/train/run_p.h"
#include "tests/core/train/selectortask.h"
#include "tests/support/temporaryfolder.h"

using namespace adaplens;
using namespace adaplens::marker;

namespace {

/// What a model keeps at its first selector of texts that it was not trained on.
struct Selection {
    std::size_t texts = 0, right = 0, markers = 0, markersKept = 0;
    std::size_t others = 0, othersKept = 0; ///< pieces but [CLS] and the marker
};

Selection selectionOf(const std::filesystem::path &model, const std::filesystem::path &texts)
{
    const auto classifier = Classifier::open(model);
    Selection found;
    std::ifstream in(texts);
    std::string line;
    std::getline(in, line); // the columns' names
    while (std::getline(in, line)) {
        const std::string text = line.substr(0, line.find('\t')), label = line.substr(line.find('\t') + 1);
        const auto trace = classifier->run(text, std::nullopt, RunOptions{});
        REQUIRE(trace);
        ++found.texts;
        found.right += classifier->info().labels[trace->reduced.label] == label ? 1 : 0;
        const LayerTrace &layer = trace->layers[1];
        for (std::size_t i = 1; i < layer.alive.size(); ++i) {
            const std::string &piece = trace->encoding.pieces[layer.alive[i]].text;
            if (piece == "bright" || piece == "dull") {
                ++found.markers;
                found.markersKept += layer.kept[i];
            } else {
                ++found.others;
                found.othersKept += layer.kept[i];
            }
        }
    }
    return found;
}

void checkLearns(bool bfloat16)
{
    CAPTURE(bfloat16);
    const test::TemporaryFolder folder;
    TrainConfig config = selectorConfig(folder.path(), 2200);
    config.bfloat16 = bfloat16;
    const TrainReport report = mustTrain(config, withNeeds("trbert"));
    const StepReport &policy = reportOf(report, "trbert-policy"), &joint = reportOf(report, "trbert");
    REQUIRE(bestScore(reportOf(report, "fine-tune").epochs) >= 0.98);
    CHECK(policy.withinTolerance);
    CHECK(joint.withinTolerance);
    CHECK(joint.epochs.at(joint.chosen - 1).accuracies.front() >= 0.98);
    CHECK(joint.epochs.at(joint.chosen - 1).speedup > 2);

    writeSelectorTask(folder.path() / "unseen.tsv", 150, 6);
    const auto models = {std::pair{config.out / "trbert-policy" / ("epoch-" + std::to_string(policy.chosen)), "policy"},
                         {config.out / "model", "joint"}};
    for (const auto &model : models) {
        const char *const name = model.second;
        CAPTURE(name);
        const Selection found = selectionOf(model.first, folder.path() / "unseen.tsv");
        REQUIRE(found.texts == 150);
        CHECK(found.right >= 147);
        REQUIRE(found.markers == 100);
        CHECK(found.markersKept >= 98);
        CHECK(found.othersKept <= 0.4 * static_cast<double>(found.others));
    }
}

} // namespace

TEST_CASE("selectors learn to keep the word that decides, and to drop the rest")
{
    checkLearns(false);
}

TEST_CASE("so they do in bfloat16")
{
    checkLearns(true);
}

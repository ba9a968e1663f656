// SPDX-License-Identifier: GPL-3.0-or-later
// The trainer itself, both optimisers with it, against an independent implementation; values made by
// tests/data/adapler_reference.py.
#include "core/reduction/adapler_p.h"
#include "core/model/checkpoint_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/methods/saliency_p.h"
#include "core/train/run_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

#include <map>

using namespace adaplens;

TEST_CASE("AdapLeR's optimiser steps lead where the reference's do")
{
    const nlohmann::json values = golden::readJson(golden::folder("adapler_reference") / "golden.json");
    const nlohmann::json &steps = values["steps"];

    // Ten epochs of one batch each: lambda is 10 * 3^epoch, and the rates rise over the first three steps.
    const test::TemporaryFolder out;
    TrainConfig config;
    config.out = out.path();
    config.steps["adapler"] = nlohmann::json{
        {"epochs", 10},
        {"learning_rate", steps["lr"]},
        {"predictor_learning_rate", steps["lr_cp"]},
        {"eta_learning_rate", steps["lr_eta"]},
        {"gamma", steps["gamma"]}}.dump();
    config.weightDecay = steps["weight_decay"].get<double>();
    config.warmup = 0.3;

    SampleSet set;
    set.name = "reference";
    set.phi = steps["phi"].get<double>();
    SaliencySet targets(1);
    for (std::size_t i = 0; i < values["examples"].size(); ++i) {
        const auto &example = values["examples"][i];
        set.train.push_back({example["ids"].get<std::vector<std::int32_t>>(),
                             example["segments"].get<std::vector<std::uint8_t>>(),
                             example["label"].get<std::size_t>()});
        targets[0].push_back(values["saliency"]["target"][i].get<std::vector<float>>());
    }
    set.batch = set.train.size();
    set.validation = set.train;
    Run run;
    run.config = &config;
    run.sets.push_back(set);
    run.start = readCheckpoint(golden::folder("adapler_reference"));
    run.start.info.hiddenDropout = 0;
    run.finished[fineTuneStep] = {};
    run.finished[saliencyStep] = {run.folderOf(saliencyStep), {}};
    writeTargets(run.folderOf(saliencyStep), targets);
    REQUIRE(stepNamed("adapler").run(run));

    // Not structured bindings: doctest's CAPTURE is a lambda, which may not capture those in every compiler.
    for (const auto &item : steps["after"].items()) {
        const std::string &step = item.key();
        CAPTURE(step);
        Checkpoint found = readCheckpoint(epochFolder(run.folderOf("adapler"), std::stoul(step)));
        std::map<std::string, at::Tensor> tensors;
        forEachTensor(found.weights, found.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            const std::string &name = spec.name;
            tensors.emplace(name, tensor);
        });
        for (const auto &tensor : item.value().items()) {
            const std::string &name = tensor.key();
            CAPTURE(name);
            // Float32 rounding; a wrong formula is off by a share of a step, which is 1e-3 to 0.25 here.
            CHECK(golden::relativeDistance(tensors.at(name), golden::flat(tensor.value())) <= 2e-5);
        }
    }
}

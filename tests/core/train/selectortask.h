// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/train/markertask.h"

#include <sstream>

namespace adaplens::marker {

/// The marker task with a third class, of the texts that have no marker: of two, either marker could be told from the
/// other's being there.
inline void writeSelectorTask(const std::filesystem::path &file, std::size_t count, std::uint64_t seed = 5)
{
    writeTask(file, count, seed);
    std::istringstream lines(contents(file));
    std::ofstream out(file);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
        if (number > 0 && number % 3 == 0) {
            const bool positive = line.ends_with("good");
            const std::string marker = positive ? "bright" : "dull";
            line.replace(line.find(marker), marker.size(), "w0");
            line.replace(line.find('\t'), std::string::npos, "\tneither");
        }
        out << line << '\n';
    }
}

/// That task for TR-BERT: four layers, of which the first mixes no tokens, so that a selector behind it has to keep the
/// markers. Its value and output projections are 0, and no gradient leads away from both being 0.
inline TrainConfig selectorConfig(const std::filesystem::path &folder, std::size_t examples, double holdout = 200)
{
    TrainConfig config = configOf(folder, examples, holdout);
    writeSelectorTask(folder / "task.tsv", examples);
    config.labels = {"bad", "good", "neither"};
    writeBackbone(config.backbone, 4);
    Checkpoint backbone = readCheckpoint(config.backbone);
    LayerWeights &first = backbone.weights.layers.front();
    first.value.weight.zero_();
    first.attentionOutput.weight.zero_();
    writeCheckpoint(config.backbone, backbone, Storage::Float32);
    set(config, "trbert-policy", R"({"epochs": 2, "learning_rate": 3e-3})");
    set(config, "trbert", R"({"epochs": 1, "learning_rate": 3e-4, "selector_learning_rate": 1e-3})");
    return config;
}

} // namespace adaplens::marker

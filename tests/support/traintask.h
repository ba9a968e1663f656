// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random.h"
#include "core/train/train.h"
#include "tests/support/tinymodel.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace adaplens::test {

/// Labelled texts in words of the tiny vocabulary, of which "good" and "bad" decide.
inline void writeTrainTask(const std::filesystem::path &file, std::size_t count)
{
    static const std::vector<std::string> words{"the", "film", "is",   "it",    "story",
                                                "was", "with", "plot", "actor", "of"};
    Random random(3);
    std::ofstream out(file);
    out << "text\tlabel\n";
    for (std::size_t i = 0; i < count; ++i) {
        const bool positive = random.below(2) == 1;
        const std::size_t length = 5 + random.below(8), at = random.below(length);
        for (std::size_t w = 0; w < length; ++w) {
            out << (w > 0 ? " " : "") << (w == at ? (positive ? "good" : "bad") : words[random.below(words.size())]);
        }
        out << '\t' << (positive ? "positive" : "negative") << '\n';
    }
}

/// `reviews.tsv` and the folder `backbone` in `folder`; a run of them into `run` that takes a second.
inline TrainConfig trainTask(const std::filesystem::path &folder, std::size_t count = 160)
{
    writeTrainTask(folder / "reviews.tsv", count);
    TinyModel backbone;
    backbone.adaptive = false;
    writeTinyModel(folder / "backbone", backbone);
    TrainConfig config;
    config.out = folder / "run";
    config.backbone = folder / "backbone";
    config.labels = {"negative", "positive"};
    config.data.resize(1);
    config.data.front().data.path = folder / "reviews.tsv";
    config.data.front().data.split = "train";
    config.data.front().batch = 8;
    config.data.front().holdout = 0.25;
    config.steps["fine-tune"] = R"({"epochs": 2})";
    config.steps["adapler"] = R"({"epochs": 2})";
    return config;
}

inline std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace adaplens::test

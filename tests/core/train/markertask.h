// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint_p.h"
#include "core/random.h"
#include "core/train/train.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// A generated task with a known answer, for tests that train.
namespace adaplens::marker {

/// Texts of twelve to twenty filler words and one marker word, which alone decides the class.
inline void writeTask(const std::filesystem::path &file, std::size_t count, std::uint64_t seed = 5)
{
    Random random(seed);
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
inline void writeBackbone(const std::filesystem::path &folder, std::size_t layers = 2)
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
    info.layers = layers;
    info.hidden = 64;
    info.heads = 4;
    info.intermediate = 128;
    info.maxLength = 32;
    info.vocabularySize = pieces.size();
    forEachEncoderTensor(model.weights, info, [](const TensorSpec &spec, at::Tensor &tensor) {
        const bool norm = spec.name.find("LayerNorm.weight") != std::string::npos;
        const bool bias = spec.name.ends_with("bias");
        tensor = norm ? at::ones(spec.shape) : bias ? at::zeros(spec.shape) : at::randn(spec.shape) * 0.05;
    });
    writeCheckpoint(folder, model, Storage::Float32);
}

inline const std::vector<std::string> allSteps{"fine-tune", "saliency", "adapler"};

/// Replaces values in a step's section: set(config, "adapler", R"({"epochs": 2})").
inline void set(TrainConfig &config, const std::string &step, const std::string &values)
{
    std::string &section = config.steps[step];
    auto json = nlohmann::json::parse(section.empty() ? "{}" : section);
    json.update(nlohmann::json::parse(values));
    section = json.dump();
}

/// Settings with which a model learns the task in seconds, with that many examples written to a folder.
inline TrainConfig configOf(const std::filesystem::path &folder, std::size_t examples, double holdout = 200)
{
    writeTask(folder / "task.tsv", examples);
    writeBackbone(folder / "backbone");
    TrainConfig config;
    config.out = folder / "run";
    config.backbone = folder / "backbone";
    config.labels = {"bad", "good"};
    config.data.resize(1);
    config.data.front().data.path = folder / "task.tsv";
    config.data.front().name = "markers";
    config.data.front().maxLength = 32;
    config.data.front().holdout = holdout;
    config.data.front().phi = 1e-2;
    config.threads = 1; // operations this small lose time to threads
    set(config, "fine-tune", R"({"epochs": 4, "learning_rate": 1e-3, "attention_dropout": 0})");
    set(config, "saliency", R"({"epochs": 1})");
    set(config, "adapler", R"({"epochs": 5, "from_fine_tuned": true, "learning_rate": 3e-4,
                               "predictor_learning_rate": 3e-3, "eta_learning_rate": 5e-3, "gamma": 0.05})");
    return config;
}

/// The same, with one short epoch a step: for tests of all but what is learned.
inline TrainConfig shortConfig(const std::filesystem::path &folder)
{
    TrainConfig config = configOf(folder, 120, 20);
    set(config, "fine-tune", R"({"epochs": 1})");
    set(config, "adapler", R"({"epochs": 1})");
    return config;
}

/// Runs steps that must end; what they report.
inline TrainReport mustTrain(const TrainConfig &config, const std::vector<std::string> &steps = allSteps,
                             Existing existing = Existing::Refuse)
{
    TrainReport report = train(config, steps, existing, {});
    REQUIRE(report.finished);
    return report;
}

inline const StepReport &reportOf(const TrainReport &report, std::string_view step)
{
    for (const StepReport &found : report.steps) {
        if (found.step == step) {
            return found;
        }
    }
    throw std::out_of_range(std::string(step));
}

inline std::string contents(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The losses in a step's log, batch by batch.
inline std::vector<double> lossesOf(const std::filesystem::path &run, const std::string &step)
{
    std::ifstream in(run / step / "log.jsonl");
    std::vector<double> losses;
    for (std::string line; std::getline(in, line);) {
        const auto json = nlohmann::json::parse(line);
        if (json.contains("loss")) {
            losses.push_back(json["loss"].get<double>());
        }
    }
    return losses;
}

/// Every file below a folder with its content.
inline std::map<std::string, std::string> everything(const std::filesystem::path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        files[entry.path().string()] = entry.is_regular_file() ? contents(entry.path()) : "";
    }
    return files;
}

} // namespace adaplens::marker

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sampletexts.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace adaplens {

/// What a shipped model was measured to do on a data set.
struct ShippedMeasure {
    std::string data;      ///< e.g. "SST-2 dev"
    std::size_t texts = 0; ///< n
    double plain = 0;      ///< accuracy of the plain twin
    double reduced = 0;    ///< accuracy with tokens removed
    double speedup = 1;    ///< fewer operations, a ratio of sums
};

/// A model that came with the program: a folder below the models folder, with what `models.json` there says of it.
struct ShippedModel {
    std::string name; ///< the folder's, and what the command line calls it
    std::filesystem::path folder;
    std::string title, task, language; ///< for people; language of the texts that it reads
    std::size_t reads = 0;             ///< pieces of the longest texts that it was trained on; 0 = unknown
    bool pairs = false;                ///< it reads a text and a second one
    std::vector<std::string> labels;
    std::vector<ShippedMeasure> measured;
    std::uintmax_t bytes = 0;       ///< of its files, the twin's too, without what it shares with others
    std::filesystem::path shared;   ///< file of the word embeddings that it shares; empty where it has its own
    std::uintmax_t sharedBytes = 0; ///< of that file and of the vocabulary beside it
};

/// A shipped model and the sample texts that belong to it.
struct ModelExamples {
    ShippedModel model;
    std::vector<SampleText> texts;
};

/// The texts by the models that they belong to, in the order of `models`; those that belong to none, and models without
/// texts, are left out.
[[nodiscard]] std::vector<ModelExamples> examplesByModel(const std::vector<ShippedModel> &models,
                                                         const std::vector<SampleText> &texts);

/// Where they are: `models` in resourceFolder().
[[nodiscard]] std::filesystem::path shippedModelsFolder();

/// The models in `folder`, in the order of its models.json; those that it does not name come last, with what their own
/// config.json says. Words are those of `language` ("de") where the file has them. Throws Error naming models.json and
/// what is wrong in it.
[[nodiscard]] std::vector<ShippedModel> shippedModels(const std::string &language = "en",
                                                      const std::filesystem::path &folder = shippedModelsFolder());

/// The folder that the user means: one that exists, or that is written with a '/'; else the shipped model of that name;
/// empty = defaultModel(). Throws Error listing the names.
[[nodiscard]] std::filesystem::path modelFolder(const std::string &nameOrFolder,
                                                const std::filesystem::path &models = shippedModelsFolder());

/// What is opened where nobody says anything else: the model that ADAPLENS_MODEL names, as modelFolder() takes it, or the
/// first of the shipped ones. Throws Error if there is none.
[[nodiscard]] std::filesystem::path defaultModel(const std::filesystem::path &models = shippedModelsFolder());

} // namespace adaplens

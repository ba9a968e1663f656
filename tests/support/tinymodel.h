// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace adaplens::test {

/// The shape of a random model for tests. Its scores spread widely enough that tokens are dropped.
struct TinyModel {
    std::string name = "Tiny", architecture = "bert";
    Activation activation = Activation::Gelu;
    std::vector<std::string> labels = {"negative", "positive"};
    std::size_t layers = 3, hidden = 16, heads = 4, intermediate = 32, maxLength = 64;
    bool adaptive = true;               ///< drops tokens
    std::string reduction = "adapler";  ///< how; adaptive models only
    std::vector<std::size_t> keep = {}; ///< tokens that each layer keeps ("power" and floors); empty = ever fewer
    bool twin = true;                   ///< with a plain twin (other weights) in `plain/`; adaptive models only
    bool pairs = false;
    bool thetaForward = false;
    float eta = 0.8F;
    std::uint64_t seed = 1;
};

/// Writes the model as a folder in Hugging Face layout. Its vocabulary: [PAD] [UNK] [CLS] [SEP] [MASK], the letters a-z
/// alone and as `##` pieces, punctuation, and words of film reviews (the, a, film, good, bad, not, ...).
void writeTinyModel(const std::filesystem::path &folder, const TinyModel &model = {});

/// Gives a model that is not written the rule that TinyModel::reduction names.
void setTinyRule(ModelInfo &info, const std::string &reduction);

/// The pieces of that vocabulary, in order.
[[nodiscard]] std::vector<std::string> tinyVocabulary();

} // namespace adaplens::test

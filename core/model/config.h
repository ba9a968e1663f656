// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/text/tokenizer.h"

#include <filesystem>
#include <string>

namespace adaplens {

/// What a model folder's JSON files say: the model's shape and labels, and how its tokeniser is set.
struct Config {
    ModelInfo info;
    TokenizerOptions tokenizer;
    /// File of the word embeddings that several models have in common, relative to the folder; empty = its own ones.
    std::string wordEmbeddings;
};

/// What a plain twin names that has the word embeddings of the model it lies in.
inline constexpr const char *embeddingsAbove = "../model.safetensors";

/// Reads config.json and, where it is there, tokenizer_config.json. Throws Error where they describe something that is
/// not a BERT sequence classifier as AdapLens computes it; with `backbone` any BERT will do and labels may be missing.
[[nodiscard]] Config readConfig(const std::filesystem::path &folder, bool backbone);

/// The `Config::wordEmbeddings` of a folder, by itself; empty where its config.json cannot be read. Never throws.
[[nodiscard]] std::string namedWordEmbeddings(const std::filesystem::path &folder);

/// What the tokenizer_config.json of a folder says; defaults where it has none. Throws Error.
[[nodiscard]] TokenizerOptions readTokenizerOptions(const std::filesystem::path &folder);

/// Writes both files in Hugging Face's form, each atomically, with an "adaplens" section for what Hugging Face has no
/// place for. `storedType`: "float32" or "float16", for `torch_dtype`.
/// `specials` are those of the vocabulary.
void writeConfig(const std::filesystem::path &folder, const Config &config, const SpecialPieces &specials,
                 const std::string &storedType);

} // namespace adaplens

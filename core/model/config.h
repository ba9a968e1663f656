// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

#include <filesystem>
#include <string>

namespace adaplens {

/// What a model folder's config.json says: the model's shape and labels.
struct Config {
    ModelInfo info;
    /// File of the word embeddings that several models have in common, relative to the folder; empty = its own ones.
    std::string wordEmbeddings;
};

/// What a plain twin names that has the word embeddings of the model it lies in.
inline constexpr const char *embeddingsAbove = "../model.safetensors";

/// Reads it. Throws Error where it describes something that is not a sequence classifier as AdapLens computes it; with
/// `backbone` any encoder will do and labels may be missing.
[[nodiscard]] Config readConfig(const std::filesystem::path &folder, bool backbone);

/// The `Config::wordEmbeddings` of a folder, by itself; empty where its config.json cannot be read. Never throws.
[[nodiscard]] std::string namedWordEmbeddings(const std::filesystem::path &folder);

/// Writes it in Hugging Face's form, atomically, with an "adaplens" section for what Hugging Face has no place for.
/// `storedType`: "float32" or "float16", for `torch_dtype`.
void writeConfig(const std::filesystem::path &folder, const Config &config, const std::string &storedType);

} // namespace adaplens

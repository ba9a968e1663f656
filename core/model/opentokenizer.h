// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/text/tokenizer.h"

#include <filesystem>
#include <memory>

namespace adaplens {

/// What a model folder's tokeniser is made of.
struct TokenizerParts {
    std::shared_ptr<const Vocabulary> vocabulary;
    TokenizerOptions options;
};

/// Reads the tokenizer.json of the model in `folder` or, where it has none, its vocab.txt or its vocab.json and
/// merges.txt; else what lies beside the word embeddings that the config names. Switches and tokens of the smaller files
/// (see TokenizerConfig) count as they do for Hugging Face's classes. `tokenizer`, where not empty, is the folder to
/// look in instead. Throws Error if all are missing, the way of cutting is not known or the vocabulary has more pieces
/// than the config says.
[[nodiscard]] TokenizerParts readTokenizerParts(const std::filesystem::path &folder, const Config &config,
                                                const std::filesystem::path &tokenizer = {});

/// The tokeniser of a model folder; its weights are not read and may be missing. Throws Error.
[[nodiscard]] Tokenizer openTokenizer(const std::filesystem::path &folder, const std::filesystem::path &tokenizer = {});

} // namespace adaplens

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

/// Reads the vocab.txt of the model in `folder`, its options being those of `config`; where it has none its
/// tokenizer.json, which has both, or its vocab.json and merges.txt; else what lies beside the word embeddings that the
/// config names. `tokenizer`, where not empty, is the folder to look in instead. Throws Error if all are missing or the
/// vocabulary is of another size than the config says.
[[nodiscard]] TokenizerParts readTokenizerParts(const std::filesystem::path &folder, const Config &config,
                                                const std::filesystem::path &tokenizer = {});

/// The tokeniser of a model folder; its weights are not read and may be missing. Throws Error.
[[nodiscard]] Tokenizer openTokenizer(const std::filesystem::path &folder, const std::filesystem::path &tokenizer = {});

} // namespace adaplens

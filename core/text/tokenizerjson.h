// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/normaliser.h"
#include "core/text/vocabulary.h"

#include <filesystem>
#include <vector>

namespace adaplens {

inline constexpr const char *tokenizerJsonName = "tokenizer.json";

/// What a `tokenizer.json` says of a tokeniser.
struct TokenizerJson {
    Vocabulary vocabulary;
    TokenizerOptions options;
};

/// Reads the file that Hugging Face's `tokenizers` writes (at most 64 MiB): word pieces as BERT has them or byte pairs
/// as RoBERTa has them, with added tokens and whatever normalisers and pre-tokenisers TextPipeline knows. `added` are
/// more tokens; of one that the file has, too, their switches count. Throws Error naming the file and the part of it
/// that is of neither: another model, normaliser, pre-tokeniser or post-processor.
[[nodiscard]] TokenizerJson readTokenizerJson(const std::filesystem::path &file,
                                              const std::vector<AddedToken> &added = {});

/// Writes one that holds both, atomically. Throws Error.
void writeTokenizerJson(const std::filesystem::path &file, const Vocabulary &vocabulary,
                        const TokenizerOptions &options);

} // namespace adaplens

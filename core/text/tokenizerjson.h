// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/normaliser.h"
#include "core/text/vocabulary.h"

#include <filesystem>

namespace adaplens {

inline constexpr const char *tokenizerJsonName = "tokenizer.json";

/// What a `tokenizer.json` says of a BERT tokeniser.
struct TokenizerJson {
    Vocabulary vocabulary;
    TokenizerOptions options;
};

/// Reads the file that Hugging Face's `tokenizers` writes (at most 64 MiB). Throws Error naming the file and the part
/// of it that is not BERT's: another model than WordPiece, another normaliser, pre-tokeniser, post-processor or added
/// token.
[[nodiscard]] TokenizerJson readTokenizerJson(const std::filesystem::path &file);

} // namespace adaplens

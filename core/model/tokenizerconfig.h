// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/normaliser.h"
#include "core/text/vocabulary.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// What the small files of a tokeniser say, beside its vocabulary: tokenizer_config.json and, of older libraries,
/// special_tokens_map.json and added_tokens.json.
struct TokenizerConfig {
    std::filesystem::path folder;
    /// Hugging Face's class, without the "Fast" at its end; empty where no file names one.
    std::string className;
    /// The switches as they stand there or, where nothing is said, as that class has them.
    TokenizerOptions options;
    /// Tokens that are recognised whole, too, if the vocabulary has them: their numbers are not known.
    std::vector<AddedToken> specials;
    /// A special piece that has another text than AdapLens knows: "cls_token" and that text.
    struct Role {
        std::string key, text;
    };
    std::vector<Role> roles;

    /// Whether a class says how text is cut, and not a tokenizer.json by itself.
    [[nodiscard]] bool isOf(bool bytePairs) const;
};

/// Reads those files of a folder; where it has none, what BERT's tokeniser has. The class may also stand in its
/// config.json. Throws Error.
[[nodiscard]] TokenizerConfig readTokenizerConfig(const std::filesystem::path &folder);

/// Throws Error where the class is none whose way of cutting is known: for a folder without a tokenizer.json, which
/// says all.
void checkTokenizerClass(const TokenizerConfig &config);
/// Throws Error where the files name other special pieces than `vocabulary` has.
void checkSpecialPieces(const TokenizerConfig &config, const Vocabulary &vocabulary);

/// Writes a tokenizer_config.json in Hugging Face's form, atomically. `specials` are those of the vocabulary,
/// `maxLength` counts pieces, `segments` says whether the model tells the texts of a pair apart.
void writeTokenizerConfig(const std::filesystem::path &folder, const TokenizerOptions &options,
                          const SpecialPieces &specials, std::size_t maxLength, bool segments);

} // namespace adaplens

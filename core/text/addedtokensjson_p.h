// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/text/addedtokens.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace adaplens {

/// Numbers of pieces are below it.
inline constexpr std::uint64_t mostPieces = std::uint64_t{16} << 20U;
/// What messages call the tokens of a tokenizer.json and of a tokenizer_config.json.
inline constexpr const char *addedTokensKey = "added_tokens", *addedTokensDecoderKey = "added_tokens_decoder";

/// The pieces of "model.vocab" of a `tokenizer.json`, or of a whole `vocab.json`, in the order of their numbers. Throws
/// Error naming `name` and, where it is not empty, `key`.
[[nodiscard]] std::vector<std::string> piecesOf(const nlohmann::json &vocabulary, const std::string &name,
                                                const std::string &key);

/// One added token out of {"content": ..., "lstrip": ..., ...}. Throws Error.
[[nodiscard]] AddedToken addedTokenOf(const nlohmann::json &json, std::int32_t id, const std::string &name,
                                      const std::string &key);

/// Those of "added_tokens_decoder" in a tokenizer_config.json, an object of numbers and tokens; null gives none.
[[nodiscard]] std::vector<AddedToken> addedTokensOfDecoder(const OrderedJson &decoder, const std::string &name);
/// Writes them so.
[[nodiscard]] OrderedJson decoderOf(const std::vector<AddedToken> &tokens);
/// Writes them as the "added_tokens" of a tokenizer.json, a list in the order of their numbers.
[[nodiscard]] OrderedJson addedTokensJson(std::vector<AddedToken> tokens);

} // namespace adaplens

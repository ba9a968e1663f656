// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"
#include "core/text/normaliser.h"
#include "core/text/vocabulary.h"

#include <vector>

namespace adaplens {

/// The tokens that a tokeniser recognises whole: the special pieces that the vocabulary has, with the switches that the
/// options give them, and whatever else the options add.
[[nodiscard]] std::vector<AddedToken> recognisedTokens(const Vocabulary &vocabulary, const TokenizerOptions &options);

/// Those of the tokens that are looked for in normalised text, as they stand there.
[[nodiscard]] AddedTokens normalisedTokens(const std::vector<AddedToken> &tokens, const Normaliser &normaliser);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/recognisedtokens.h"

#include "core/io/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adaplens {

std::vector<AddedToken> recognisedTokens(const Vocabulary &vocabulary, const TokenizerOptions &options)
{
    std::vector<AddedToken> tokens = options.added;
    const SpecialPieces &specials = vocabulary.specials();
    for (const std::string_view piece : {specials.pad, specials.unknown, specials.cls, specials.sep, specials.mask}) {
        const auto id = vocabulary.find(piece);
        if (!id || std::ranges::find(tokens, piece, &AddedToken::content) != tokens.end())
            continue;
        // RoBERTa's mask takes the space before it, as the words that it stands for have one.
        tokens.push_back({.content = std::string(piece),
                          .id = *id,
                          .special = true,
                          .lstrip = vocabulary.bytePairs() && piece == specials.mask});
    }
    return tokens;
}

AddedTokens normalisedTokens(const std::vector<AddedToken> &tokens, const Normaliser &normaliser)
{
    std::vector<AddedToken> result;
    std::vector<NormalChar> characters;
    for (AddedToken token : tokens) {
        if (!token.normalized)
            continue;
        normaliser.normalise(token.content, characters);
        token.content.clear();
        for (const NormalChar &character : characters)
            appendCharacter(token.content, character.value);
        result.push_back(std::move(token));
    }
    return AddedTokens(std::move(result));
}

} // namespace adaplens

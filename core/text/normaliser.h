// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace adaplens {

/// The switches of Hugging Face's tokenisers, under its names in `tokenizer_config.json`: of BertTokenizer the first
/// three, of RobertaTokenizer the fourth.
struct TokenizerOptions {
    bool doLowerCase = true;
    std::optional<bool> stripAccents; ///< empty = follows doLowerCase
    bool tokenizeChineseChars = true;
    bool addPrefixSpace = false;        ///< the first word of a text is cut as if a space stood before it
    std::vector<AddedToken> added = {}; ///< besides the special pieces that the vocabulary has
};

/// A character of the normalised text, tied to the bytes of the chunk that it came from.
struct NormalChar {
    char32_t value = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool punctuation = false; ///< stands alone among the word pieces, as BERT's punctuation does
    bool ideograph = false;   ///< stands alone because it is Chinese
    [[nodiscard]] bool alone() const { return punctuation || ideograph; }
};

/// BERT's text cleaning: control characters out, accents off, lower case. Identical to Hugging Face's fast
/// BertNormalizer, whose tables are of fixed Unicode versions, whatever version of ICU is at hand.
class Normaliser {
public:
    explicit Normaliser(const TokenizerOptions &options);

    /// Normalises a text without white space (see isWhiteSpace()) of less than 4 GiB; replaces what `result` held.
    /// Characters that cleaning removes leave nothing behind; broken UTF-8 counts as U+FFFD, which is removed.
    void normalise(std::string_view chunk, std::vector<NormalChar> &result) const;

    /// Whether BERT splits at this character. Control characters are no white space but for tab and line ends.
    [[nodiscard]] static bool isWhiteSpace(char32_t character);

private:
    bool m_lowerCase;
    bool m_stripAccents;
    bool m_splitIdeographs;
};

} // namespace adaplens

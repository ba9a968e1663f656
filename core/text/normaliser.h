// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace adaplens {

/// What is done to the characters of a text before it is cut, one after the other: Hugging Face's normalisers.
enum class NormaliserStep : std::uint8_t {
    Clean,       ///< BERT's: control characters go, white space of any kind becomes a space
    Ideographs,  ///< BERT's: each Chinese character stands alone
    BertAccents, ///< BERT's: canonical decomposition, then nonspacing marks go
    LowerCase,
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
    StripAccents ///< marks of every kind go
};

/// Where text is split before it is cut, besides white space: Hugging Face's pre-tokenisers.
struct TextSplits {
    bool punctuation = false; ///< around each punctuation character (BertPreTokenizer)
    bool wordEnds = false;    ///< between letters, digits, marks, "_" and other signs (Whitespace)
    bool operator==(const TextSplits &) const = default;
};

/// What a `tokenizer.json` does to a text that no switch of TokenizerOptions says.
struct TextPipeline {
    std::vector<NormaliserStep> steps = {};
    std::optional<TextSplits> splits = {}; ///< empty: text is not split at white space
    bool bytePairRuns = true;              ///< byte pairs: split by GPT-2's pattern, too
    bool operator==(const TextPipeline &) const = default;
};

/// The switches of Hugging Face's tokenisers, under its names in `tokenizer_config.json`: of BertTokenizer the first
/// three, of RobertaTokenizer the fourth.
struct TokenizerOptions {
    bool doLowerCase = true;
    std::optional<bool> stripAccents; ///< empty = follows doLowerCase
    bool tokenizeChineseChars = true;
    bool addPrefixSpace = false;               ///< the first word of a text is cut as if a space stood before it
    std::vector<AddedToken> added = {};        ///< besides the special pieces that the vocabulary has
    std::optional<TextPipeline> pipeline = {}; ///< instead of what the switches of word pieces say
};

/// BERT's cleaning as these switches have it.
[[nodiscard]] std::vector<NormaliserStep> bertSteps(const TokenizerOptions &options);

/// What word pieces take as one run: neighbours of one kind, but for Alone and Gap.
enum class RunKind : std::uint8_t {
    Word,
    Signs, ///< neither letter nor digit, where a text is split at the ends of words
    Alone,
    Gap ///< white space that came of a character, in no run
};

/// A character of the normalised text, tied to the bytes of the chunk that it came from.
struct NormalChar {
    char32_t value = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool punctuation = false; ///< stands alone among the word pieces, as BERT's punctuation does
    bool ideograph = false;   ///< stands alone because it is Chinese
    RunKind run = RunKind::Word;
    [[nodiscard]] bool alone() const { return punctuation || ideograph; }
};

/// The cleaning of a text, BERT's (control characters out, accents off, lower case) if no other is asked for. Identical
/// to Hugging Face's normalisers, whose tables are of fixed Unicode versions, whatever version of ICU is at hand.
class Normaliser {
public:
    explicit Normaliser(const TokenizerOptions &options);

    /// Normalises a text of less than 4 GiB; replaces what `result` held. Characters that cleaning removes leave nothing behind; broken UTF-8 counts as U+FFFD, which is removed.
    void normalise(std::string_view chunk, std::vector<NormalChar> &result) const;

    /// Whether BERT splits at this character. Control characters are no white space but for tab and line ends.
    [[nodiscard]] static bool isWhiteSpace(char32_t character);

private:
    std::vector<NormaliserStep> m_steps;
    TextSplits m_splits;
};

} // namespace adaplens

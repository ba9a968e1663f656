// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include "core/io/utf8.h"
#include "core/text/addedtokens.h"
#include "core/text/vocabulary.h"

#include <unicode/uchar.h>

namespace adaplens {

namespace {

// A character with the marks on it.
struct Unit {
    std::size_t first = 0;
    std::size_t last = 0;
};

enum class Joint {
    None,
    Inner,  // holds what is on both sides together
    Closing // belongs to what is before it
};

bool extends(char32_t character)
{
    if (character < 0x300)
        return false;
    const int kind = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_GRAPHEME_CLUSTER_BREAK);
    return kind == U_GCB_EXTEND || kind == U_GCB_SPACING_MARK || kind == U_GCB_ZWJ;
}

std::vector<Unit> unitsOf(std::span<const NormalChar> characters)
{
    std::vector<Unit> units;
    units.reserve(characters.size());
    for (std::size_t i = 0; i < characters.size(); ++i) {
        // Marks stay with their base, and what one character became stays together.
        const bool stays = i > 0 && (extends(characters[i].value) || characters[i].begin == characters[i - 1].begin);
        if (stays)
            units.back().last = i + 1;
        else
            units.push_back({i, i + 1});
    }
    return units;
}

bool joinsLetters(char32_t c)
{
    constexpr std::u32string_view signs = U"'\u2018\u2019\uFF07-\u2010\u2011.\u00B7_&@\u05F3\u05F4";
    return signs.find(c) != std::u32string_view::npos;
}

bool joinsDigits(char32_t c)
{
    constexpr std::u32string_view signs = U",:/\u066B\u066C";
    return signs.find(c) != std::u32string_view::npos;
}

/// Finds which punctuation belongs to the word around it.
class Joints {
public:
    Joints(std::span<const NormalChar> characters, std::span<const Unit> units)
        : m_characters(characters), m_units(units)
    {
        m_joints.resize(units.size(), Joint::None);
        for (std::size_t i = 1; i < units.size(); ++i)
            m_joints[i] = find(i);
    }
    [[nodiscard]] Joint operator[](std::size_t unit) const { return m_joints[unit]; }

private:
    [[nodiscard]] const NormalChar &head(std::size_t unit) const { return m_characters[m_units[unit].first]; }
    [[nodiscard]] bool isLetter(std::size_t unit) const
    {
        return unit < m_units.size() && !head(unit).alone() && u_isalpha(static_cast<UChar32>(head(unit).value));
    }
    [[nodiscard]] bool isDigit(std::size_t unit) const
    {
        return unit < m_units.size() && !head(unit).alone() && u_isdigit(static_cast<UChar32>(head(unit).value));
    }

    // "U.S." and "Ph.D.": at least two groups of one or two letters, a dot between them.
    [[nodiscard]] bool closesAbbreviation(std::size_t dot) const
    {
        std::size_t groups = 0;
        std::size_t length = 0;
        for (std::size_t i = dot; i-- > 0;) {
            if (isLetter(i)) {
                if (++length > 2)
                    return false;
            } else if (head(i).value == U'.' && m_joints[i] == Joint::Inner) {
                ++groups;
                length = 0;
            } else {
                return groups > 0 && length > 0 && head(i).alone();
            }
        }
        return groups > 0 && length > 0;
    }

    [[nodiscard]] Joint find(std::size_t i) const
    {
        const char32_t sign = head(i).value;
        if (!head(i).punctuation || m_units[i].last - m_units[i].first != 1)
            return Joint::None;
        const bool after = isLetter(i + 1) || isDigit(i + 1);
        if (joinsLetters(sign) && after && (isLetter(i - 1) || isDigit(i - 1) || m_joints[i - 1] == Joint::Closing))
            return Joint::Inner;
        if (joinsDigits(sign) && isDigit(i - 1) && isDigit(i + 1))
            return Joint::Inner;
        return sign == U'.' && isLetter(i - 1) && !after && closesAbbreviation(i) ? Joint::Closing : Joint::None;
    }

    std::span<const NormalChar> m_characters;
    std::span<const Unit> m_units;
    std::vector<Joint> m_joints;
};

} // namespace

void splitWords(std::string_view chunk, std::span<const NormalChar> characters, std::vector<ChunkWord> &result)
{
    result.clear();
    if (characters.empty())
        return;
    const std::vector<Unit> units = unitsOf(characters);
    const Joints joints(characters, units);
    const auto together = [&](std::size_t i) { // unit i - 1 and unit i in one word
        const NormalChar &head = characters[units[i].first];
        const NormalChar &before = characters[units[i - 1].first];
        if (!characters[units[i].first - 1].alone() && !head.alone())
            return true;
        if (joints[i] != Joint::None || joints[i - 1] == Joint::Inner)
            return true;
        return head.punctuation && before.punctuation && head.value == before.value && joints[i - 1] == Joint::None;
    };
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (i > 0 && together(i))
            result.back().last = units[i].last;
        else
            result.push_back({units[i].first, units[i].last, {}});
    }

    for (std::size_t i = 0; i < result.size(); ++i) {
        ChunkWord &word = result[i];
        word.source = {characters[word.first].begin, characters[word.last - 1].end};
        const std::size_t limit = i + 1 < result.size() ? characters[result[i + 1].first].begin : chunk.size();
        for (std::size_t position = word.source.end; position < limit;) {
            if (!extends(nextCharacter(chunk, position)))
                break;
            word.source.end = position;
        }
    }
}

std::vector<ByteRange> wordsOf(std::string_view text)
{
    static const AddedTokens specials = [] {
        std::vector<AddedToken> tokens;
        for (const std::string_view piece :
             {bertSpecials.pad, bertSpecials.unknown, bertSpecials.cls, bertSpecials.sep, bertSpecials.mask})
            tokens.push_back({.content = std::string(piece), .special = true});
        return AddedTokens(std::move(tokens));
    }();
    const Normaliser normaliser{TokenizerOptions{}};
    std::vector<NormalChar> characters;
    std::vector<ChunkWord> words;
    std::vector<ByteRange> result;
    const auto addChunk = [&](std::size_t begin, std::size_t end) {
        const std::string_view chunk = text.substr(begin, end - begin);
        normaliser.normalise(chunk, characters);
        splitWords(chunk, characters, words);
        for (const ChunkWord &word : words)
            result.push_back({begin + word.source.begin, begin + word.source.end});
    };
    specials.walk(
        text, [&](std::size_t begin, std::size_t end) { walkChunks(text, begin, end, addChunk); },
        [&](const AddedTokens::Found &found) { result.push_back(found.source); });
    return result;
}

} // namespace adaplens

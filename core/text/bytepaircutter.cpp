// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytepaircutter.h"

#include "core/io/utf8.h"
#include "core/text/recognisedtokens.h"
#include "core/text/words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace adaplens {

namespace {

/// A character of a text and the bytes that it was read from; a space put in front has none.
struct Character {
    char32_t value = 0;
    ByteRange source;
};

enum class Class { Space, Letter, Number, Other };

Class classOf(char32_t character)
{
    const auto c = static_cast<UChar32>(character);
    if (u_isUWhiteSpace(c) != 0)
        return Class::Space;
    const std::uint32_t mask = U_GET_GC_MASK(c);
    return (mask & U_GC_L_MASK) != 0 ? Class::Letter : (mask & U_GC_N_MASK) != 0 ? Class::Number : Class::Other;
}

/// Characters of an ending of English that stands alone, from an apostrophe on; 0 if none.
std::size_t endingAt(const std::vector<Character> &characters, std::size_t place)
{
    constexpr std::array<std::u32string_view, 7> endings = {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"};
    const auto has = [&](std::u32string_view ending) {
        for (std::size_t i = 0; i < ending.size(); ++i) {
            if (place + i >= characters.size() || characters[place + i].value != ending[i])
                return false;
        }
        return true;
    };
    const auto *const found = std::ranges::find_if(endings, has);
    return found == endings.end() ? 0 : found->size();
}

/// Where the run that begins at `begin` ends. The pattern is GPT-2's (Radford et al. 2019): an ending of English, else
/// letters, numbers or other signs, each with one space in front, else white space but for its last character if something
/// follows it.
std::size_t endOfRun(const std::vector<Character> &characters, std::size_t begin)
{
    if (const std::size_t ending = endingAt(characters, begin); ending > 0)
        return begin + ending;
    const std::size_t count = characters.size();
    std::size_t place = begin + (characters[begin].value == U' ' ? 1 : 0);
    if (place < count) {
        if (const Class kind = classOf(characters[place].value); kind != Class::Space) {
            while (place < count && classOf(characters[place].value) == kind)
                ++place;
            return place;
        }
    }
    place = begin;
    while (place < count && classOf(characters[place].value) == Class::Space)
        ++place;
    return place < count && place > begin + 1 ? place - 1 : place;
}

/// A piece, or an added token, of a text.
struct Cut {
    std::int32_t id = 0;
    ByteRange source;
};

/// Cuts what lies between added tokens.
class SectionCutter {
public:
    SectionCutter(const BytePairs &bytePairs, std::string_view text, bool addPrefixSpace, std::vector<Cut> &cuts)
        : m_bytePairs(bytePairs), m_text(text), m_addPrefixSpace(addPrefixSpace), m_cuts(cuts)
    {
    }

    void cut(std::size_t begin, std::size_t end)
    {
        m_characters.clear();
        if (m_addPrefixSpace && m_text[begin] != ' ')
            m_characters.push_back({U' ', {begin, begin}});
        for (std::size_t position = begin; position < end;) {
            const std::size_t from = position;
            const char32_t value = nextCharacter(m_text.substr(0, end), position);
            m_characters.push_back({value, {from, position}});
        }
        for (std::size_t i = 0; i < m_characters.size();) {
            const std::size_t next = endOfRun(m_characters, i);
            cutRun(i, next);
            i = next;
        }
    }

private:
    /// The characters [begin, end).
    void cutRun(std::size_t begin, std::size_t end)
    {
        m_bytes.clear();
        m_owners.clear();
        for (std::size_t i = begin; i < end; ++i) {
            appendCharacter(m_bytes, m_characters[i].value);
            m_owners.resize(m_bytes.size(), i);
        }
        m_pieces.clear();
        m_bytePairs.cut(m_bytes, m_pieces);
        for (const BytePiece &piece : m_pieces) {
            std::size_t first = m_owners[piece.first];
            const std::size_t last = m_owners[piece.last - 1];
            while (first < last && m_characters[first].value == U' ')
                ++first;
            m_cuts.push_back({piece.id, {m_characters[first].source.begin, m_characters[last].source.end}});
        }
    }

    const BytePairs &m_bytePairs;
    std::string_view m_text;
    bool m_addPrefixSpace;
    std::vector<Cut> &m_cuts;
    std::vector<Character> m_characters;
    std::string m_bytes;
    std::vector<std::size_t> m_owners; ///< the character of each byte
    std::vector<BytePiece> m_pieces;
};

/// The pieces with their words: those that a piece holds together become one; a piece of no word belongs to the next one.
TextPieces withWords(const std::vector<Cut> &cuts, const std::vector<ByteRange> &words)
{
    TextPieces result;
    std::size_t waiting = 0; // pieces of no word
    std::size_t next = 0;    // the first word that no piece has reached
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const ByteRange source = cuts[i].source;
        std::size_t end = next;
        while (end < words.size() && words[end].begin < source.end)
            ++end;
        const bool goesOn = next > 0 && source.begin < result.words.back().end && source.end > source.begin;
        if (end > next) {
            if (goesOn)
                result.words.back().end = words[end - 1].end;
            else
                result.words.push_back({words[next].begin, words[end - 1].end});
            next = end;
        } else if (!goesOn) {
            ++waiting;
            continue;
        }
        for (; waiting > 0; --waiting)
            result.add(cuts[i - waiting].id, cuts[i - waiting].source);
        result.add(cuts[i].id, source);
    }
    if (waiting > 0 && result.words.empty())
        result.words.push_back({cuts.front().source.begin, cuts.back().source.end});
    for (; waiting > 0; --waiting)
        result.add(cuts[cuts.size() - waiting].id, cuts[cuts.size() - waiting].source);
    return result;
}

} // namespace

BytePairCutter::BytePairCutter(std::shared_ptr<const Vocabulary> vocabulary, const TokenizerOptions &options)
    : m_bytePairs(*vocabulary), m_added(recognisedTokens(*vocabulary, options)), m_addPrefixSpace(options.addPrefixSpace)
{
}

TextPieces BytePairCutter::cut(std::string_view text) const
{
    std::vector<Cut> cuts;
    SectionCutter sections(m_bytePairs, text, m_addPrefixSpace, cuts);
    m_added.walk(
        text, [&](std::size_t begin, std::size_t end) { sections.cut(begin, end); },
        [&](const AddedTokens::Found &found) { cuts.push_back({found.token->id, found.source}); });
    return withWords(cuts, wordsOf(text));
}

} // namespace adaplens

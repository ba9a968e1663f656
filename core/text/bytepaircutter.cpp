// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytepaircutter.h"

#include "core/io/utf8.h"
#include "core/text/bytepairruns.h"
#include "core/text/recognisedtokens.h"
#include "core/text/words.h"

#include <string>
#include <utility>

namespace adaplens {

namespace {

/// Cuts what lies between added tokens.
class SectionCutter {
public:
    SectionCutter(const BytePairs &bytePairs, std::string_view text, bool addPrefixSpace, std::vector<CutPiece> &cuts)
        : m_bytePairs(bytePairs), m_text(text), m_addPrefixSpace(addPrefixSpace), m_cuts(cuts)
    {
    }

    void cut(std::size_t begin, std::size_t end)
    {
        m_characters.clear();
        m_sources.clear();
        if (m_addPrefixSpace && m_text[begin] != ' ') {
            std::size_t behind = begin;
            (void)nextCharacter(m_text, behind);
            add(U' ', {begin, behind});
        }
        for (std::size_t position = begin; position < end;) {
            const std::size_t from = position;
            const char32_t value = nextCharacter(m_text.substr(0, end), position);
            add(value, {from, position});
        }
        for (std::size_t i = 0; i < m_characters.size();) {
            const std::size_t next = endOfRun(m_characters, i);
            cutRun(i, next);
            i = next;
        }
    }

private:
    void add(char32_t character, ByteRange source)
    {
        m_characters.push_back(character);
        m_sources.push_back(source);
    }

    /// The characters [begin, end).
    void cutRun(std::size_t begin, std::size_t end)
    {
        m_bytes.clear();
        m_owners.clear();
        for (std::size_t i = begin; i < end; ++i) {
            appendCharacter(m_bytes, m_characters[i]);
            m_owners.resize(m_bytes.size(), i);
        }
        m_pieces.clear();
        m_bytePairs.cut(m_bytes, m_pieces);
        for (const BytePiece &piece : m_pieces) {
            std::size_t first = m_owners[piece.first];
            const std::size_t last = m_owners[piece.last - 1];
            while (first < last && m_characters[first] == U' ')
                ++first;
            m_cuts.push_back({piece.id, {m_sources[first].begin, m_sources[last].end}});
        }
    }

    const BytePairs &m_bytePairs;
    std::string_view m_text;
    bool m_addPrefixSpace;
    std::vector<CutPiece> &m_cuts;
    std::u32string m_characters;
    std::vector<ByteRange> m_sources; ///< of the characters; a space put in front has those of the first one
    std::string m_bytes;
    std::vector<std::size_t> m_owners; ///< the character of each byte
    std::vector<BytePiece> m_pieces;
};

} // namespace

BytePairCutter::BytePairCutter(const std::shared_ptr<const Vocabulary> &vocabulary, const TokenizerOptions &options)
    : m_bytePairs(*vocabulary),
      m_first(AddedTokens::of(recognisedTokens(*vocabulary, options), false)),
      m_second(AddedTokens::of(recognisedTokens(*vocabulary, options), true)),
      m_addPrefixSpace(options.addPrefixSpace)
{
}

TextPieces BytePairCutter::cut(std::string_view text) const
{
    std::vector<CutPiece> pieces;
    SectionCutter sections(m_bytePairs, text, m_addPrefixSpace, pieces);
    const auto addSection = [&](std::size_t begin, std::size_t end) {
        m_second.walk(
            text.substr(begin, end - begin),
            [&](std::size_t first, std::size_t last) { sections.cut(begin + first, begin + last); },
            [&](const AddedTokens::Found &found) {
                pieces.push_back({found.token->id, {begin + found.source.begin, begin + found.source.end}});
            });
    };
    m_first.walk(text, addSection, [&](const AddedTokens::Found &found) {
        pieces.push_back({found.token->id, found.source});
    });
    TextPieces result;
    addWithWords(pieces, wordsOf(text), result);
    return result;
}

} // namespace adaplens

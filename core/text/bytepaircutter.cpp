// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytepaircutter.h"

#include "core/io/utf8.h"
#include "core/text/bytepairruns.h"
#include "core/text/normaltext_p.h"
#include "core/text/recognisedtokens.h"
#include "core/text/wordpieces.h"
#include "core/text/words.h"

#include <span>
#include <string>
#include <utility>

namespace adaplens {

namespace {

/// What a tokenizer.json asks for; by itself a byte-pair encoding takes the text as it is.
TokenizerOptions withPipeline(TokenizerOptions options)
{
    if (!options.pipeline)
        options.pipeline.emplace();
    return options;
}

/// Cuts what added tokens, those that are looked for in the text as it is, leave of it.
class SectionCutter {
public:
    SectionCutter(const BytePairs &bytePairs, const TokenizerOptions &options, const Normaliser &normaliser,
                  const AddedTokens &added, std::vector<CutPiece> &cuts)
        : m_bytePairs(bytePairs), m_options(options), m_normaliser(normaliser), m_added(added), m_cuts(cuts)
    {
    }

    /// A section that begins at this byte of the text.
    void cut(std::string_view section, std::size_t begin)
    {
        m_begin = begin;
        m_normaliser.normalise(section, m_normal);
        if (m_added.empty()) {
            split(0, m_normal.size());
            return;
        }
        const NormalText text(m_normal);
        m_added.walk(
            text.bytes(),
            [&](std::size_t first, std::size_t last) { split(text.characterAt(first), text.characterAt(last)); },
            [&](const AddedTokens::Found &found) {
                const std::size_t first = text.characterAt(found.source.begin);
                const std::size_t last = text.characterAt(found.source.end) - 1;
                m_cuts.push_back({found.token->id, {begin + m_normal[first].begin, begin + m_normal[last].end}});
            });
    }

private:
    /// The characters [begin, end) of the section, at white space and the like if that is asked for.
    void split(std::size_t begin, std::size_t end)
    {
        if (!m_options.pipeline->splits) {
            cutSplit(begin, end);
            return;
        }
        walkRuns(std::span(m_normal).subspan(begin, end - begin),
                 [&](std::size_t first, std::size_t last) { cutSplit(begin + first, begin + last); });
    }

    void cutSplit(std::size_t begin, std::size_t end)
    {
        if (begin == end)
            return;
        m_characters.clear();
        m_sources.clear();
        if (m_options.addPrefixSpace && m_normal[begin].value != U' ')
            add(U' ', m_normal[begin]);
        for (std::size_t i = begin; i < end; ++i)
            add(m_normal[i].value, m_normal[i]);
        for (std::size_t i = 0; i < m_characters.size();) {
            const std::size_t next = m_options.pipeline->bytePairRuns ? endOfRun(m_characters, i) : m_characters.size();
            cutRun(i, next);
            i = next;
        }
    }

    void add(char32_t character, const NormalChar &source)
    {
        m_characters.push_back(character);
        m_sources.push_back({m_begin + source.begin, m_begin + source.end});
    }

    /// The characters [begin, end) of the split.
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
    const TokenizerOptions &m_options;
    const Normaliser &m_normaliser;
    const AddedTokens &m_added;
    std::vector<CutPiece> &m_cuts;
    std::size_t m_begin = 0;
    std::vector<NormalChar> m_normal; ///< of the section
    std::u32string m_characters;      ///< of the split
    std::vector<ByteRange> m_sources; ///< of the characters; a space put in front has those of the first one
    std::string m_bytes;
    std::vector<std::size_t> m_owners; ///< the character of each byte
    std::vector<BytePiece> m_pieces;
};

} // namespace

BytePairCutter::BytePairCutter(const std::shared_ptr<const Vocabulary> &vocabulary, const TokenizerOptions &options)
    : m_bytePairs(*vocabulary),
      m_options(withPipeline(options)),
      m_normaliser(m_options),
      m_added(AddedTokens::of(recognisedTokens(*vocabulary, options), false)),
      m_normalised(normalisedTokens(options.added, m_normaliser))
{
}

TextPieces BytePairCutter::cut(std::string_view text) const
{
    std::vector<CutPiece> pieces;
    SectionCutter sections(m_bytePairs, m_options, m_normaliser, m_normalised, pieces);
    m_added.walk(
        text, [&](std::size_t begin, std::size_t end) { sections.cut(text.substr(begin, end - begin), begin); },
        [&](const AddedTokens::Found &found) {
            pieces.push_back({found.token->id, found.source});
        });
    TextPieces result;
    addWithWords(pieces, wordsOf(text), result);
    return result;
}

} // namespace adaplens

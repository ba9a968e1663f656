// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpiececutter.h"

#include "core/io/utf8.h"
#include "core/text/normaltext_p.h"
#include "core/text/recognisedtokens.h"
#include "core/text/wordpieces.h"
#include "core/text/words.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

bool holdsWhiteSpace(std::string_view text)
{
    bool found = false;
    for (std::size_t position = 0; position < text.size();)
        found = Normaliser::isWhiteSpace(nextCharacter(text, position)) || found;
    return found;
}

/// Cuts what added tokens leave of a text as it is.
class SectionCutter {
public:
    SectionCutter(std::string_view text, const Vocabulary &vocabulary, const Normaliser &normaliser,
                  const AddedTokens &added, bool withinWords, bool acrossChunks, TextPieces &result)
        : m_text(text),
          m_wordPieces(vocabulary),
          m_normaliser(normaliser),
          m_added(added),
          m_withinWords(withinWords),
          m_acrossChunks(acrossChunks),
          m_result(result)
    {
    }

    void cut(std::size_t begin, std::size_t end)
    {
        if (m_withinWords && m_added.empty())
            walkChunks(m_text, begin, end, [&](std::size_t first, std::size_t last) { cutWords(first, last); });
        else if (m_acrossChunks)
            cutAround(begin, end);
        else
            walkChunks(m_text, begin, end, [&](std::size_t first, std::size_t last) { cutAround(first, last); });
    }

private:
    [[nodiscard]] ByteRange sourceOf(std::size_t begin, std::size_t first, std::size_t last) const
    {
        return {begin + m_characters[first].begin, begin + m_characters[last - 1].end};
    }

    /// Normalises text without white space, and finds its words.
    void readChunk(std::size_t begin, std::size_t end)
    {
        const std::string_view chunk = m_text.substr(begin, end - begin);
        m_normaliser.normalise(chunk, m_characters);
        splitWords(chunk, m_characters, m_words);
    }

    /// The whole of a chunk, where no piece reaches over the end of a word.
    void cutWords(std::size_t begin, std::size_t end)
    {
        readChunk(begin, end);
        m_wordPieces.cut(m_characters, m_pieces);
        auto word = m_words.begin();
        for (const ChunkPiece &piece : m_pieces) {
            if (word != m_words.end() && piece.first >= word->first) {
                m_result.words.push_back({begin + word->source.begin, begin + word->source.end});
                ++word;
            }
            m_result.add(piece.id, sourceOf(begin, piece.first, piece.last));
        }
    }

    /// What added tokens leave of the normalised text, and these.
    void cutAround(std::size_t begin, std::size_t end)
    {
        std::vector<ByteRange> words;
        walkChunks(m_text, begin, end, [&](std::size_t first, std::size_t last) {
            readChunk(first, last);
            for (const ChunkWord &word : m_words)
                words.push_back({first + word.source.begin, first + word.source.end});
        });
        if (m_acrossChunks)
            m_normaliser.normalise(m_text.substr(begin, end - begin), m_characters);
        const NormalText text(m_characters);
        std::vector<CutPiece> pieces;
        m_added.walk(
            text.bytes(),
            [&](std::size_t first, std::size_t last) {
                const std::size_t from = text.characterAt(first);
                m_wordPieces.cut(std::span(m_characters).subspan(from, text.characterAt(last) - from), m_pieces);
                for (const ChunkPiece &piece : m_pieces)
                    pieces.push_back({piece.id, sourceOf(begin, from + piece.first, from + piece.last)});
            },
            [&](const AddedTokens::Found &found) {
                pieces.push_back({found.token->id, sourceOf(begin, text.characterAt(found.source.begin),
                                                            text.characterAt(found.source.end))});
            });
        addWithWords(pieces, words, m_result);
    }

    std::string_view m_text;
    WordPieces m_wordPieces;
    const Normaliser &m_normaliser;
    const AddedTokens &m_added;
    bool m_withinWords;  ///< no piece reaches over the end of a word: BERT's splits
    bool m_acrossChunks; ///< an added token may hold white space
    TextPieces &m_result;
    std::vector<NormalChar> m_characters;
    std::vector<ChunkPiece> m_pieces;
    std::vector<ChunkWord> m_words;
};

} // namespace

WordPieceCutter::WordPieceCutter(std::shared_ptr<const Vocabulary> vocabulary, const TokenizerOptions &options)
    : m_vocabulary(std::move(vocabulary)),
      m_normaliser(options),
      m_added(AddedTokens::of(recognisedTokens(*m_vocabulary, options), false)),
      m_normalised(normalisedTokens(options.added, m_normaliser)),
      m_withinWords(!options.pipeline),
      m_acrossChunks(std::ranges::any_of(
          options.added, [](const AddedToken &token) { return token.normalized && holdsWhiteSpace(token.content); }))
{
}

TextPieces WordPieceCutter::cut(std::string_view text) const
{
    TextPieces result;
    SectionCutter sections(text, *m_vocabulary, m_normaliser, m_normalised, m_withinWords, m_acrossChunks, result);
    m_added.walk(
        text, [&](std::size_t begin, std::size_t end) { sections.cut(begin, end); },
        [&](const AddedTokens::Found &found) {
            result.words.push_back(found.source);
            result.add(found.token->id, found.source);
        });
    return result;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpiececutter.h"

#include "core/text/normaltext_p.h"
#include "core/text/recognisedtokens.h"
#include "core/text/wordpieces.h"
#include "core/text/words.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

/// Cuts chunks, text without white space.
class ChunkCutter {
public:
    ChunkCutter(std::string_view text, const Vocabulary &vocabulary, const Normaliser &normaliser,
                const AddedTokens &added, bool withinWords, TextPieces &result)
        : m_text(text),
          m_wordPieces(vocabulary),
          m_normaliser(normaliser),
          m_added(added),
          m_withinWords(withinWords),
          m_result(result)
    {
    }

    void cut(std::size_t begin, std::size_t end)
    {
        const std::string_view chunk = m_text.substr(begin, end - begin);
        m_normaliser.normalise(chunk, m_characters);
        splitWords(chunk, m_characters, m_words);
        if (m_withinWords && m_added.empty())
            cutWords(begin);
        else
            cutAround(begin);
    }

private:
    [[nodiscard]] ByteRange sourceOf(std::size_t begin, std::size_t first, std::size_t last) const
    {
        return {begin + m_characters[first].begin, begin + m_characters[last - 1].end};
    }

    /// The whole chunk, where no piece reaches over the end of a word.
    void cutWords(std::size_t begin)
    {
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

    /// What added tokens leave of the chunk, and these.
    void cutAround(std::size_t begin)
    {
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
        std::vector<ByteRange> words;
        for (const ChunkWord &word : m_words)
            words.push_back({begin + word.source.begin, begin + word.source.end});
        addWithWords(pieces, words, m_result);
    }

    std::string_view m_text;
    WordPieces m_wordPieces;
    const Normaliser &m_normaliser;
    const AddedTokens &m_added;
    bool m_withinWords; ///< no piece reaches over the end of a word: BERT's splits
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
      m_withinWords(!options.pipeline)
{
}

TextPieces WordPieceCutter::cut(std::string_view text) const
{
    TextPieces result;
    ChunkCutter chunks(text, *m_vocabulary, m_normaliser, m_normalised, m_withinWords, result);
    m_added.walk(
        text,
        [&](std::size_t begin, std::size_t end) {
            walkChunks(text, begin, end, [&](std::size_t first, std::size_t last) { chunks.cut(first, last); });
        },
        [&](const AddedTokens::Found &found) {
            result.words.push_back(found.source);
            result.add(found.token->id, found.source);
        });
    return result;
}

} // namespace adaplens

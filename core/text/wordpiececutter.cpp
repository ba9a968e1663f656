// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpiececutter.h"

#include "core/text/wordpieces.h"
#include "core/text/recognisedtokens.h"
#include "core/text/words.h"

#include <utility>
#include <vector>

namespace adaplens {

WordPieceCutter::WordPieceCutter(std::shared_ptr<const Vocabulary> vocabulary, const TokenizerOptions &options)
    : m_vocabulary(std::move(vocabulary)), m_normaliser(options), m_added(recognisedTokens(*m_vocabulary, options))
{
}

TextPieces WordPieceCutter::cut(std::string_view text) const
{
    TextPieces result;
    WordPieces wordPieces(*m_vocabulary);
    // What the chunks share.
    std::vector<NormalChar> characters;
    std::vector<ChunkPiece> pieces;
    std::vector<ChunkWord> words;
    const auto addChunk = [&](std::size_t begin, std::size_t end) {
        const std::string_view chunk = text.substr(begin, end - begin);
        m_normaliser.normalise(chunk, characters);
        wordPieces.cut(characters, pieces);
        splitWords(chunk, characters, words);
        auto word = words.begin();
        for (const ChunkPiece &piece : pieces) {
            if (word != words.end() && piece.first >= word->first) {
                result.words.push_back({begin + word->source.begin, begin + word->source.end});
                ++word;
            }
            result.add(piece.id, {begin + characters[piece.first].begin, begin + characters[piece.last - 1].end});
        }
    };
    m_added.walk(
        text, [&](std::size_t begin, std::size_t end) { walkChunks(text, begin, end, addChunk); },
        [&](const AddedTokens::Found &found) {
            result.words.push_back(found.source);
            result.add(found.token->id, found.source);
        });
    return result;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include "core/error.h"
#include "core/io/utf8.h"
#include "core/text/wordpieces.h"
#include "core/text/words.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace adaplens {

/// All pieces and words of one text. The words of the pieces never decrease.
struct Tokenizer::Tokens {
    std::vector<std::int32_t> ids;
    std::vector<std::uint32_t> wordOf;
    std::vector<ByteRange> sources;
    std::vector<ByteRange> words;

    void add(std::int32_t id, ByteRange source)
    {
        ids.push_back(id);
        wordOf.push_back(static_cast<std::uint32_t>(words.size() - 1));
        sources.push_back(source);
    }

    /// [pieces] 1 where a break before the piece would cut the words of a span; spans over `room` pieces do not count.
    [[nodiscard]] std::vector<std::uint8_t> noBreakBefore(std::span<const ByteRange> unbroken, std::size_t room) const
    {
        std::vector<std::uint8_t> result(ids.size(), 0);
        for (const ByteRange &span : unbroken) {
            const auto first = std::ranges::partition_point(words, [&](ByteRange w) { return w.end <= span.begin; });
            const auto last = std::partition_point(first, words.end(), [&](ByteRange w) { return w.begin < span.end; });
            const auto begin = std::ranges::lower_bound(wordOf, static_cast<std::uint32_t>(first - words.begin()));
            const auto end = std::ranges::lower_bound(wordOf, static_cast<std::uint32_t>(last - words.begin()));
            if (end > begin + 1 && static_cast<std::size_t>(end - begin) <= room)
                std::fill(result.begin() + (begin - wordOf.begin()) + 1, result.begin() + (end - wordOf.begin()), 1);
        }
        return result;
    }
};

namespace {

// Buffers that one text's chunks share.
struct Scratch {
    std::vector<NormalChar> characters;
    std::vector<ChunkPiece> pieces;
    std::vector<ChunkWord> words;
};

} // namespace

Tokenizer::Tokenizer(std::shared_ptr<const Vocabulary> vocabulary, TokenizerOptions options)
    : m_vocabulary(std::move(vocabulary)), m_normaliser(options)
{
    for (const std::string_view special : specialTokens) {
        if (const auto id = m_vocabulary->find(special)) {
            m_specials.push_back(special);
            m_specialIds.push_back(*id);
        }
    }
}

Tokenizer::Tokens Tokenizer::tokens(std::string_view text) const
{
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        throw Error("The text is longer than 4 GB; split it.");
    Tokens tokens;
    WordPieces wordPieces(*m_vocabulary);
    Scratch scratch;
    const auto addChunk = [&](std::size_t begin, std::size_t end) {
        const std::string_view chunk = text.substr(begin, end - begin);
        m_normaliser.normalise(chunk, scratch.characters);
        wordPieces.cut(scratch.characters, scratch.pieces);
        splitWords(chunk, scratch.characters, scratch.words);
        auto word = scratch.words.begin();
        for (const ChunkPiece &piece : scratch.pieces) {
            if (word != scratch.words.end() && piece.first >= word->first) {
                tokens.words.push_back({begin + word->source.begin, begin + word->source.end});
                ++word;
            }
            tokens.add(piece.id,
                       {begin + scratch.characters[piece.first].begin, begin + scratch.characters[piece.last - 1].end});
        }
    };
    walkText(text, m_specials, addChunk, [&](std::size_t begin, std::size_t end, std::size_t special) {
        tokens.words.push_back({begin, end});
        tokens.add(m_specialIds[special], {begin, end});
    });
    return tokens;
}

Encoding Tokenizer::assemble(const Tokens &text, PieceRange range, const Tokens *pair, std::size_t pairLength) const
{
    Encoding encoding;
    encoding.pieces.reserve(range.end - range.begin + pairLength + 3);
    const auto addSpecial = [&](std::int32_t id, int segment) {
        encoding.pieces.push_back({m_vocabulary->piece(id), id, {}, -1, segment, true, false});
    };
    const auto addText = [&](const Tokens &tokens, PieceRange part, int segment) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            if (i == part.begin || tokens.wordOf[i] != tokens.wordOf[i - 1])
                encoding.words.push_back({tokens.words[tokens.wordOf[i]], segment});
            encoding.pieces.push_back({m_vocabulary->piece(tokens.ids[i]), tokens.ids[i], tokens.sources[i],
                                       static_cast<int>(encoding.words.size()) - 1, segment, false,
                                       tokens.ids[i] == m_vocabulary->unknownId()});
        }
    };
    addSpecial(m_vocabulary->clsId(), 0);
    addText(text, range, 0);
    addSpecial(m_vocabulary->sepId(), 0);
    if (range.end > range.begin)
        encoding.covered = {text.sources[range.begin].begin, text.sources[range.end - 1].end};
    if (pair != nullptr) {
        addText(*pair, {0, pairLength}, 1);
        addSpecial(m_vocabulary->sepId(), 1);
        encoding.cutPieces = pair->ids.size() - pairLength;
        encoding.cutWords = encoding.cutPieces > 0 ? pair->words.size() - pair->wordOf[pairLength] : 0;
    }
    return encoding;
}

Encoding Tokenizer::encode(std::string_view text, std::optional<std::string_view> pair, std::size_t maxLength) const
{
    const std::size_t specials = pair ? 3 : 2;
    if (maxLength < specials)
        throw Error("A maximum length of %1 pieces has no room for [CLS] and [SEP]; it must be at least %2.", maxLength,
                    specials);
    const Tokens first = tokens(text);
    const Tokens second = pair ? tokens(*pair) : Tokens{};
    const PairLengths lengths = truncateLongestFirst(first.ids.size(), second.ids.size(), maxLength - specials);
    Encoding encoding = assemble(first, {0, lengths.first}, pair ? &second : nullptr, lengths.second);
    if (lengths.first < first.ids.size()) {
        encoding.cutPieces += first.ids.size() - lengths.first;
        encoding.cutWords += first.words.size() - first.wordOf[lengths.first];
    }
    return encoding;
}

std::vector<Encoding> Tokenizer::encodeWindows(std::string_view text, std::optional<std::string_view> pair,
                                               std::size_t maxLength, std::span<const ByteRange> unbroken) const
{
    const std::size_t specials = pair ? 3 : 2;
    if (maxLength <= specials)
        throw Error("A window of %1 pieces has no room for the text; it must have at least %2.", maxLength,
                    specials + 1);
    const std::size_t room = maxLength - specials;
    const Tokens first = tokens(text);
    const Tokens second = pair ? tokens(*pair) : Tokens{};
    const std::size_t left = room - std::min(room, first.ids.size());
    const std::size_t pairLength = std::min(second.ids.size(), std::max(room / 2, left));
    const auto noBreakBefore =
        unbroken.empty() ? std::vector<std::uint8_t>{} : first.noBreakBefore(unbroken, room - pairLength);
    std::vector<Encoding> windows;
    for (const PieceRange range : cutWindows(first.wordOf, room - pairLength, noBreakBefore))
        windows.push_back(assemble(first, range, pair ? &second : nullptr, pairLength));
    return windows;
}

} // namespace adaplens

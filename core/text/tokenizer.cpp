// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include "core/error.h"
#include "core/text/bytepaircutter.h"
#include "core/text/wordpiececutter.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace adaplens {

namespace {

std::shared_ptr<const TextCutter> cutterFor(const std::shared_ptr<const Vocabulary> &vocabulary,
                                            const TokenizerOptions &options)
{
    if (vocabulary->bytePairs())
        return std::make_shared<const BytePairCutter>(vocabulary, options);
    return std::make_shared<const WordPieceCutter>(vocabulary, options);
}

} // namespace

Tokenizer::Tokenizer(std::shared_ptr<const Vocabulary> vocabulary, const TokenizerOptions &options)
    : m_vocabulary(std::move(vocabulary)), m_cutter(cutterFor(m_vocabulary, options))
{
}

TextPieces Tokenizer::cut(std::string_view text) const
{
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        throw Error("The text is longer than 4 GB; split it.");
    return m_cutter->cut(text);
}

std::size_t Tokenizer::specialPieces(bool pair) const
{
    return !pair ? 2 : m_vocabulary->specials().twoSeparators ? 4 : 3;
}

Encoding Tokenizer::assemble(const TextPieces &text, PieceRange range, const TextPieces *pair,
                             std::size_t pairLength) const
{
    Encoding encoding;
    encoding.pieces.reserve(range.end - range.begin + pairLength + specialPieces(pair != nullptr));
    const auto addSpecial = [&](std::int32_t id, int segment) {
        encoding.pieces.push_back({m_vocabulary->shown(id), id, {}, -1, segment, true, false});
    };
    const auto addText = [&](const TextPieces &tokens, PieceRange part, int segment) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            if (i == part.begin || tokens.wordOf[i] != tokens.wordOf[i - 1])
                encoding.words.push_back({tokens.words[tokens.wordOf[i]], segment});
            encoding.pieces.push_back({m_vocabulary->shown(tokens.ids[i]), tokens.ids[i], tokens.sources[i],
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
        if (m_vocabulary->specials().twoSeparators)
            addSpecial(m_vocabulary->sepId(), 1);
        addText(*pair, {0, pairLength}, 1);
        addSpecial(m_vocabulary->sepId(), 1);
        encoding.cutPieces = pair->ids.size() - pairLength;
        encoding.cutWords = encoding.cutPieces > 0 ? pair->words.size() - pair->wordOf[pairLength] : 0;
    }
    return encoding;
}

Encoding Tokenizer::encode(std::string_view text, std::optional<std::string_view> pair, std::size_t maxLength) const
{
    const std::size_t specials = specialPieces(pair.has_value());
    if (maxLength < specials)
        throw Error("A maximum length of %1 pieces has no room for [CLS] and [SEP]; it must be at least %2.", maxLength,
                    specials);
    const TextPieces first = cut(text);
    const TextPieces second = pair ? cut(*pair) : TextPieces{};
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
    const std::size_t specials = specialPieces(pair.has_value());
    if (maxLength <= specials)
        throw Error("A window of %1 pieces has no room for the text; it must have at least %2.", maxLength,
                    specials + 1);
    const std::size_t room = maxLength - specials;
    const TextPieces first = cut(text);
    const TextPieces second = pair ? cut(*pair) : TextPieces{};
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

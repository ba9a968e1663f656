// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"
#include "core/text/normaliser.h"
#include "core/text/textpieces.h"
#include "core/text/vocabulary.h"
#include "core/text/windows.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace adaplens {

/// The tokenisation of BERT and, with a vocabulary of byte pairs, of RoBERTa: identical in ids to Hugging Face's, with
/// byte offsets into the original text. Special pieces written in the text ("[SEP]") are those pieces, as there, with a
/// word of their own. Broken UTF-8 is read as U+FFFD, one for each bad byte sequence. Safe to use from several threads
/// at once.
class Tokenizer {
public:
    Tokenizer(std::shared_ptr<const Vocabulary> vocabulary, const TokenizerOptions &options);

    /// Encodes one text or a pair, at most `maxLength` pieces with the special ones (longest-first truncation).
    /// What was cut is counted in the result. Throws Error if `maxLength` has no room for the special pieces.
    [[nodiscard]] Encoding encode(std::string_view text, std::optional<std::string_view> pair,
                                  std::size_t maxLength) const;

    /// Cuts a long text into consecutive windows of at most `maxLength` pieces, breaking between words where it can.
    /// Nothing is left out; offsets refer to the whole text. A short text gives one window. A pair repeats in each
    /// window (at most half of it, more only where the text leaves room; what is cut of it is counted). A window ends
    /// early rather than within the words that one of the `unbroken` bytes of the text touch, where these fit into a
    /// window. Throws Error if the window has no room for any piece of the text.
    [[nodiscard]] std::vector<Encoding> encodeWindows(std::string_view text, std::optional<std::string_view> pair,
                                                      std::size_t maxLength,
                                                      std::span<const ByteRange> unbroken = {}) const;

    [[nodiscard]] const Vocabulary &vocabulary() const { return *m_vocabulary; }

private:
    [[nodiscard]] TextPieces cut(std::string_view text) const;
    /// Special pieces around one text or a pair.
    [[nodiscard]] std::size_t specialPieces(bool pair) const;
    [[nodiscard]] Encoding assemble(const TextPieces &text, PieceRange range, const TextPieces *pair,
                                    std::size_t pairLength) const;

    std::shared_ptr<const Vocabulary> m_vocabulary;
    std::shared_ptr<const TextCutter> m_cutter;
};

} // namespace adaplens

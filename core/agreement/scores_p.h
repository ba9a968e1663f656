// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/data/example.h"
#include "core/agreement/instance_p.h"

#include <span>
#include <vector>

namespace adaplens {

/// [methods][layers or 1] of one window; empty where not asked for.
using WindowFaithfulness = std::vector<std::vector<Faithfulness>>;

/// A window as an instance (mode windows-pieces): its content pieces, without any scores yet.
[[nodiscard]] Instance pieceInstance(const Encoding &window, const Example &example);
/// Adds the scores of that window.
void addScores(Instance &instance, const Encoding &window, const Attribution &attribution,
               const WindowFaithfulness &faithfulness);

/// A text of one or more documents (mode documents-words): its white-space words, to which the pieces of one window
/// after the other are added. A word's score is the sum over its pieces of s * n / S, S being the sum of the scores s
/// of the window's n content pieces: 1 a piece is the uniform level, so that windows compare, and a word is selected at
/// that level iff its score reaches the number of its pieces.
class WordInstance {
public:
    explicit WordInstance(const Example &example);

    /// All words of the text: labels and spans, then the scores, selected words once finish() has been called.
    [[nodiscard]] const Instance &text() const { return m_text; }
    void add(const Encoding &window, const Attribution &attribution);
    void finish();

    /// The same, an instance for each document of the text.
    [[nodiscard]] std::vector<Instance> documents() const;
    /// The pieces of the windows that belong to the words chosen, 1 a word.
    [[nodiscard]] ChosenPieces piecesOf(std::span<const std::uint8_t> words) const;

private:
    [[nodiscard]] std::size_t wordAt(std::size_t byte) const;

    std::vector<ByteRange> m_words;
    std::vector<ByteRange> m_documents;                     ///< in words
    std::vector<std::size_t> m_pieces;                      ///< of each word
    std::vector<std::vector<std::size_t>> m_wordsOfWindows; ///< [windows][pieces]; none of them = not a word's
    Instance m_text;
};

} // namespace adaplens

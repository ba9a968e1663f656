// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"
#include "core/text/normaliser.h"
#include "core/text/textpieces.h"
#include "core/text/vocabulary.h"

#include <memory>

namespace adaplens {

/// BERT's way: cleaned text, split at white space and, unless a tokenizer.json says otherwise, punctuation, in word
/// pieces.
class WordPieceCutter : public TextCutter {
public:
    WordPieceCutter(std::shared_ptr<const Vocabulary> vocabulary, const TokenizerOptions &options);
    [[nodiscard]] TextPieces cut(std::string_view text) const override;

private:
    std::shared_ptr<const Vocabulary> m_vocabulary;
    Normaliser m_normaliser;
    AddedTokens m_added;
    AddedTokens m_normalised; ///< looked for in the normalised text; their contents are normalised
    bool m_withinWords;
    bool m_acrossChunks; ///< one of those holds white space
};

} // namespace adaplens

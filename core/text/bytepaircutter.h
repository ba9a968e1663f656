// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"
#include "core/text/bytepairs.h"
#include "core/text/normaliser.h"
#include "core/text/textpieces.h"
#include "core/text/vocabulary.h"

#include <memory>

namespace adaplens {

/// RoBERTa's way: bytes of the text, as it is unless a tokenizer.json says otherwise, split by GPT-2's pattern, in byte
/// pairs. Words are those that wordsOf()
/// finds, those that one piece holds together being one; white space and other bytes between words belong to the next
/// one.
class BytePairCutter : public TextCutter {
public:
    BytePairCutter(const std::shared_ptr<const Vocabulary> &vocabulary, const TokenizerOptions &options);
    [[nodiscard]] TextPieces cut(std::string_view text) const override;

private:
    BytePairs m_bytePairs;
    TokenizerOptions m_options; ///< with a pipeline
    Normaliser m_normaliser;
    AddedTokens m_added;
    AddedTokens m_normalised; ///< looked for in the normalised text of what those leave
};

} // namespace adaplens

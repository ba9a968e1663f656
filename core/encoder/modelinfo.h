// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/activation.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace adaplens {

class ReductionRule;

/// What `config.json` says of a model: shape, labels, how it drops tokens and, where AdapLens wrote it, what it was
/// trained for.
struct ModelInfo {
    std::filesystem::path folder;
    std::string architecture = "bert";         ///< as config.json names it, "model_type"
    std::string name;                          ///< display name; the folder's name where the config has none
    std::string trainedOn;                     ///< one line; empty if unknown
    std::string language;                      ///< e.g. "English"; empty if unknown
    std::vector<std::string> labels;           ///< id2label, in order
    bool pairs = false;                        ///< trained on pairs of texts
    std::shared_ptr<const ReductionRule> rule; ///< what decides which tokens stay; null = all stay
    bool adaptive = false;                     ///< the rule can drop tokens
    bool hasTwin = false; ///< folder/plain holds the plain fine-tuned twin; that of a student is larger
    bool lowerCase = true;
    std::size_t layers = 0, hidden = 0, heads = 0, intermediate = 0;
    std::size_t embedding = 0; ///< size of the embeddings, from which they are brought to `hidden`; 0 = it is the same
    std::size_t maxLength = 512; ///< pieces, special ones included
    std::size_t vocabularySize = 0;
    std::size_t typeVocabularySize = 2; ///< kinds of text that are told apart; 1 = both texts of a pair are of one
    Activation activation = Activation::Gelu; ///< of the feed-forward parts
    double layerNormEpsilon = 1e-12;
    double hiddenDropout = 0.1, attentionDropout = 0.1;

    [[nodiscard]] std::size_t embeddingSize() const { return embedding == 0 ? hidden : embedding; }
    /// Whether a piece of that text of a pair, counted from 0, can be read.
    [[nodiscard]] bool readsSegment(std::size_t segment) const
    {
        return typeVocabularySize == 1 || segment < typeVocabularySize;
    }
};

} // namespace adaplens

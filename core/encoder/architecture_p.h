// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace adaplens {

/// Between the two products of a classification head.
enum class HeadActivation { Tanh, Relu, Gelu };

/// A family of encoders: what Hugging Face calls its parts in config.json and in files of tensors. Names of tensors
/// stand for a weight and a bias, embeddings for themselves.
struct Architecture {
    std::string_view modelType;       ///< "model_type" of config.json
    std::string_view title;           ///< what its authors call it
    std::string_view classifierClass; ///< one of "architectures", of its sequence classifiers
    std::string_view prefix;          ///< of the encoder's tensors; a bare encoder's file lacks it
    std::string_view wordEmbeddings, positionEmbeddings, embeddingNorm; ///< behind the prefix
    std::string_view typeEmbeddings = {}; ///< the same; empty where texts of a pair are not told apart
    /// The same, from embeddings of another size; empty where they have none.
    std::string_view embeddingProjection = {};
    std::string_view layer; ///< behind the prefix, before the layer's number; what follows stands behind the number
    std::string_view query, key, value, attentionOutput, attentionNorm, intermediate, output, outputNorm;
    std::string_view pooler, classifier; ///< whole names: the head, which a pre-trained encoder may lack
    HeadActivation headActivation = HeadActivation::Tanh;
    bool headDropsFirst = false; ///< in training dropout comes before the head's first product, too
    bool oneType = false;        ///< both texts of a pair have type 0, whatever types there are
    /// Row of the position embeddings that a text's first piece has; where not 0, behind that of the padding piece's
    /// id.
    std::size_t firstPosition = 0;

    // Keys of config.json.
    const char *hiddenKey = "hidden_size", *layersKey = "num_hidden_layers", *headsKey = "num_attention_heads",
               *intermediateKey = "intermediate_size", *activationKey = "hidden_act",
               *hiddenDropoutKey = "hidden_dropout_prob", *attentionDropoutKey = "attention_probs_dropout_prob";
    const char *epsilonKey = "layer_norm_eps"; ///< null: always 1e-12
    const char *embeddingKey = nullptr;        ///< null: embeddings have the hidden size

    [[nodiscard]] std::string wordEmbeddingsName() const { return std::string(prefix) + std::string(wordEmbeddings); }
};

/// The architecture of that name; null where there is none.
[[nodiscard]] const Architecture *findArchitecture(std::string_view modelType);
/// The same, of a name that is known to be one.
[[nodiscard]] const Architecture &architectureOf(std::string_view modelType);
/// All names, for a message: "a", "b" or "c".
[[nodiscard]] std::string architectureList();

} // namespace adaplens

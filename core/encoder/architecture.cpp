// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/architecture_p.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace adaplens {

namespace {

constexpr std::array architectures = {
    // Source: Devlin et al. 2019.
    Architecture{.modelType = "bert",
                 .classifierClass = "BertForSequenceClassification",
                 .hiddenActivation = "gelu",
                 .prefix = "bert.",
                 .wordEmbeddings = "embeddings.word_embeddings.weight",
                 .positionEmbeddings = "embeddings.position_embeddings.weight",
                 .typeEmbeddings = "embeddings.token_type_embeddings.weight",
                 .embeddingNorm = "embeddings.LayerNorm",
                 .layer = "encoder.layer.",
                 .query = "attention.self.query",
                 .key = "attention.self.key",
                 .value = "attention.self.value",
                 .attentionOutput = "attention.output.dense",
                 .attentionNorm = "attention.output.LayerNorm",
                 .intermediate = "intermediate.dense",
                 .output = "output.dense",
                 .outputNorm = "output.LayerNorm",
                 .pooler = "bert.pooler.dense",
                 .classifier = "classifier"},
};

} // namespace

const Architecture *findArchitecture(std::string_view modelType)
{
    const auto *const found = std::ranges::find(architectures, modelType, &Architecture::modelType);
    return found == architectures.end() ? nullptr : found;
}

const Architecture &architectureOf(std::string_view modelType)
{
    const Architecture *found = findArchitecture(modelType);
    assert(found != nullptr);
    return *found;
}

std::string architectureList()
{
    std::string list;
    for (std::size_t i = 0; i < architectures.size(); ++i) {
        list += i == 0 ? "" : i + 1 < architectures.size() ? ", " : " or ";
        list += '"' + std::string(architectures[i].modelType) + '"';
    }
    return list;
}

} // namespace adaplens

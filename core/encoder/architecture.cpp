// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/architecture_p.h"
#include "core/encoder/architecturetitle.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace adaplens {

namespace {

// Source: Devlin et al. 2019.
constexpr Architecture bert = {.modelType = "bert",
                               .title = "BERT",
                               .classifierClass = "BertForSequenceClassification",
                               .prefix = "bert.",
                               .wordEmbeddings = "embeddings.word_embeddings.weight",
                               .positionEmbeddings = "embeddings.position_embeddings.weight",
                               .embeddingNorm = "embeddings.LayerNorm",
                               .typeEmbeddings = "embeddings.token_type_embeddings.weight",
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
                               .classifier = "classifier"};

// Source: Sanh et al. 2019.
constexpr Architecture distilbert = {.modelType = "distilbert",
                                     .title = "DistilBERT",
                                     .classifierClass = "DistilBertForSequenceClassification",
                                     .prefix = "distilbert.",
                                     .wordEmbeddings = "embeddings.word_embeddings.weight",
                                     .positionEmbeddings = "embeddings.position_embeddings.weight",
                                     .embeddingNorm = "embeddings.LayerNorm",
                                     .layer = "transformer.layer.",
                                     .query = "attention.q_lin",
                                     .key = "attention.k_lin",
                                     .value = "attention.v_lin",
                                     .attentionOutput = "attention.out_lin",
                                     .attentionNorm = "sa_layer_norm",
                                     .intermediate = "ffn.lin1",
                                     .output = "ffn.lin2",
                                     .outputNorm = "output_layer_norm",
                                     .pooler = "pre_classifier",
                                     .classifier = "classifier",
                                     .headActivation = HeadActivation::Relu,
                                     .hiddenKey = "dim",
                                     .layersKey = "n_layers",
                                     .headsKey = "n_heads",
                                     .intermediateKey = "hidden_dim",
                                     .activationKey = "activation",
                                     .hiddenDropoutKey = "dropout",
                                     .attentionDropoutKey = "attention_dropout",
                                     .epsilonKey = nullptr};

// Source: Clark et al. 2020; its discriminator, whose layers are BERT's.
constexpr Architecture electra = [] {
    Architecture row = bert;
    row.modelType = "electra";
    row.title = "ELECTRA";
    row.classifierClass = "ElectraForSequenceClassification";
    row.prefix = "electra.";
    row.embeddingProjection = "embeddings_project";
    row.pooler = "classifier.dense";
    row.classifier = "classifier.out_proj";
    row.headActivation = HeadActivation::Gelu;
    row.headDropsFirst = true;
    row.embeddingKey = "embedding_size";
    return row;
}();

// Source: Liu et al. 2019; its layers are BERT's. The rows of position embeddings up to that of padding are never used.
constexpr Architecture roberta = [] {
    Architecture row = bert;
    row.modelType = "roberta";
    row.title = "RoBERTa";
    row.classifierClass = "RobertaForSequenceClassification";
    row.prefix = "roberta.";
    row.pooler = "classifier.dense";
    row.classifier = "classifier.out_proj";
    row.headDropsFirst = true;
    row.oneType = true;
    row.firstPosition = 2;
    return row;
}();

// Source: Martin et al. 2020; RoBERTa by another name.
constexpr Architecture camembert = [] {
    Architecture row = roberta;
    row.modelType = "camembert";
    row.title = "CamemBERT";
    row.classifierClass = "CamembertForSequenceClassification";
    return row;
}();

constexpr std::array architectures = {bert, distilbert, electra, roberta, camembert};

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

std::string architectureTitle(const std::string &modelType)
{
    return std::string(architectureOf(modelType).title);
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

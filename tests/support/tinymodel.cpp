// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tinymodel.h"

#include "core/model/checkpoint_p.h"
#include "core/reduction/adapler_p.h"
#include "core/reduction/floor_p.h"
#include "core/reduction/power_p.h"
#include "core/reduction/trbert_p.h"

#include <ATen/CPUGeneratorImpl.h>

namespace adaplens::test {

namespace {

/// Normal numbers, larger than BERT's 0.02 so that a model this small tells tokens apart.
at::Tensor drawn(const TensorSpec &spec, float eta, at::Generator &generator)
{
    const std::string &name = spec.name;
    const std::vector<std::int64_t> &shape = spec.shape;
    if (name == "adapler.eta") {
        return at::full(shape, eta, at::kFloat);
    }
    if (name == "adapler.theta") {
        return at::empty(shape, at::kFloat).uniform_(0.5, 1.5, generator);
    }
    const at::Tensor noise = at::empty(shape, at::kFloat).normal_(0, 1, generator);
    if (spec.norm && name.ends_with(".weight")) {
        return 1 + 0.1 * noise;
    }
    return (spec.part == TensorSpec::Part::Rule ? 0.6 : 0.25) * noise;
}

RulePointer tinyRule(const TinyModel &model)
{
    if (model.reduction == "adapler") {
        return adaplerRule({.thetaForward = model.thetaForward});
    }
    if (model.reduction == "trbert") {
        return trbertRule({.selectorHidden = 8});
    }
    std::vector<std::size_t> keep = model.keep;
    for (std::size_t l = keep.size(); l < model.layers; ++l) {
        keep.push_back(12 / (l + 1));
    }
    if (model.reduction == "power") {
        return powerRule({.retention = keep});
    }
    for (const auto *method : {&randomFloor(), &attentionFloor(), &firstFloor(), &lastFloor()}) {
        if (method->names.name == model.reduction) {
            return floorRule(*method, {.keep = keep, .seed = 1});
        }
    }
    return ruleNamed(model.reduction);
}

Checkpoint randomCheckpoint(const TinyModel &model, bool adaptive, std::uint64_t seed)
{
    Checkpoint checkpoint;
    checkpoint.vocabulary =
        std::make_shared<const Vocabulary>(Vocabulary::fromPieces(tinyVocabulary(), "the tiny vocabulary"));
    ModelInfo &info = checkpoint.info;
    info.name = model.name;
    info.trainedOn = "random weights";
    info.language = "English";
    info.labels = model.labels;
    info.pairs = model.pairs;
    if (adaptive) {
        setRule(info, tinyRule(model));
    }
    info.architecture = model.architecture;
    info.activation = model.activation;
    info.typeVocabularySize = model.architecture == "roberta" ? 1 : info.typeVocabularySize;
    info.layers = model.layers;
    info.hidden = model.hidden;
    info.heads = model.heads;
    info.intermediate = model.intermediate;
    info.maxLength = model.maxLength;
    info.vocabularySize = checkpoint.vocabulary->size();
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    forEachTensor(checkpoint.weights, info,
                  [&](const TensorSpec &spec, at::Tensor &tensor) { tensor = drawn(spec, model.eta, generator); });
    return checkpoint;
}

} // namespace

std::vector<std::string> tinyVocabulary()
{
    std::vector<std::string> pieces = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    for (char c = 'a'; c <= 'z'; ++c) {
        pieces.emplace_back(1, c);
        pieces.push_back(std::string("##") + c);
    }
    for (const char *piece :
         {".",     ",",    "!",     "?",    "'",     "-",    "the",    "an",   "of",       "and",
          "is",    "it",   "this",  "film", "movie", "plot", "actor",  "good", "bad",      "great",
          "dull",  "not",  "never", "very", "truly", "fine", "boring", "un",   "##forget", "##table",
          "##ing", "##ed", "story", "was",  "with",  "no",   "fun",    "but",  "too",      "long"}) {
        pieces.emplace_back(piece);
    }
    return pieces;
}

void setTinyRule(ModelInfo &info, const std::string &reduction)
{
    setRule(info, tinyRule({.layers = info.layers, .reduction = reduction}));
}

void writeTinyModel(const std::filesystem::path &folder, const TinyModel &model)
{
    writeCheckpoint(folder, randomCheckpoint(model, model.adaptive, model.seed), Storage::Float32);
    if (model.adaptive && model.twin) {
        writeCheckpoint(folder / "plain", randomCheckpoint(model, false, model.seed + 1000), Storage::Float32);
    }
}

} // namespace adaplens::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_p.h"

#include "core/encoder/architecture_p.h"
#include "core/error.h"
#include "core/model/opentokenizer.h"
#include "core/model/tensorreader_p.h"
#include "core/model/wordembeddings_p.h"
#include "core/reduction/rule_p.h"
#include "core/stopped_p.h"

#include <ATen/CPUGeneratorImpl.h>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// Initial values of a part that a backbone lacks. Source of the head's: Hugging Face's initialisation.
at::Tensor drawn(const TensorSpec &spec, const ModelInfo &info, at::Generator &generator)
{
    constexpr double deviation = 0.02;
    if (spec.part == TensorSpec::Part::Rule) {
        return ruleOf(info).initial(spec, generator);
    }
    return spec.name.ends_with(".bias") ? at::zeros(spec.shape, at::kFloat)
                                        : at::empty(spec.shape, at::kFloat).normal_(0, deviation, generator);
}

/// Throws Error if the file holds tensors of a rule that the config does not name: nothing would be dropped.
void checkOwners(const fs::path &folder, const TensorReader &tensors, const ModelInfo &info)
{
    for (const auto &[name, tensor] : tensors.stored()) {
        const std::string owner = ruleOwning(name);
        if (!owner.empty() && owner != ruleOf(info).name()) {
            throw Error("%1 holds tensors of \"%2\" (%3 and others), but config.json has no \"%2\" section; take the "
                        "config.json that belongs to it.",
                        (folder / tensorFileName).string(), owner, name);
        }
    }
}

/// What a backbone becomes.
struct Backbone {
    const std::vector<std::string> &labels;
    std::uint64_t seed;
    const std::string &reduction;
};

Checkpoint readFolder(const fs::path &folder, const fs::path &tokenizerFolder, const Backbone *backbone,
                      const std::stop_token &stop = {})
{
    Config config = readConfig(folder, backbone != nullptr);
    Checkpoint checkpoint;
    checkpoint.info = config.info;
    ModelInfo &info = checkpoint.info;
    TensorReader tensors(folder, architectureOf(info.architecture), backbone != nullptr);
    checkOwners(folder, tensors, info);
    if (backbone != nullptr) {
        info.labels = backbone->labels;
        if (ruleOf(info).name() != backbone->reduction) {
            setRule(info, ruleNamed(backbone->reduction));
        }
    }
    const std::string wordEmbeddings = architectureOf(info.architecture).wordEmbeddingsName();
    TokenizerParts tokenizer = readTokenizerParts(folder, config, tokenizerFolder);
    checkpoint.vocabulary = std::move(tokenizer.vocabulary);
    checkpoint.tokenizer = tokenizer.options;
    info.lowerCase = tokenizer.options.doLowerCase;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(backbone != nullptr ? backbone->seed : 0);
    forEachTensor(checkpoint.weights, info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        stopIfAsked(stop);
        if (backbone != nullptr && spec.part != TensorSpec::Part::Encoder && !tensors.fits(spec.name, spec.shape)) {
            // Sizes that the file contradicts may ask for more memory than there is.
            tensor = tensors.sound() ? drawn(spec, info, generator) : at::Tensor();
        } else if (!config.wordEmbeddings.empty() && spec.name == wordEmbeddings) {
            tensor = readWordEmbeddings(folder, config);
        } else {
            tensor = tensors.read(spec.name, spec.shape);
        }
    });
    tensors.finish();
    // Tokenisers of byte pairs give both texts of a pair one type.
    checkpoint.weights.oneType = checkpoint.weights.oneType || checkpoint.vocabulary->specials().twoSeparators;
    if (const auto problem = ruleOf(info).problem(checkpoint.weights)) {
        throw Error("%1: %2.", (folder / tensorFileName).string(), *problem);
    }
    return checkpoint;
}

} // namespace

Checkpoint readCheckpoint(const fs::path &folder, const fs::path &tokenizer, const std::stop_token &stop)
{
    return readFolder(folder, tokenizer, nullptr, stop);
}

Checkpoint readBackbone(const fs::path &folder, const std::vector<std::string> &labels, std::uint64_t seed,
                        const std::string &reduction, const fs::path &tokenizer)
{
    const Backbone backbone{labels, seed, reduction};
    return readFolder(folder, tokenizer, &backbone);
}

void setEta(Checkpoint &model, const std::vector<double> &eta)
{
    if (RulePointer changed = ruleOf(model.info).withThresholds(model.weights, model.info, eta)) {
        setRule(model.info, std::move(changed));
    }
}

} // namespace adaplens

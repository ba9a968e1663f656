// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_p.h"

#include "core/error.h"
#include "core/io/fixednumber.h"
#include "core/model/opentokenizer.h"
#include "core/model/tensorreader_p.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// Initial values of a part that a backbone lacks: N(0, 0.02), for contribution predictors cut at two deviations;
/// biases 0, eta 0.25, theta 1. Sources: Hugging Face's initialisation; AdapLeR (Modarressi et al. 2022).
at::Tensor drawn(const std::string &name, const std::vector<std::int64_t> &shape, at::Generator &generator)
{
    constexpr double deviation = 0.02;
    if (name == "adapler.eta" || name == "adapler.theta") {
        return at::full(shape, name == "adapler.eta" ? 0.25 : 1.0, at::kFloat);
    }
    if (name.ends_with(".bias")) {
        return at::zeros(shape, at::kFloat);
    }
    if (!name.starts_with("adapler.")) {
        return at::empty(shape, at::kFloat).normal_(0, deviation, generator);
    }
    // The inverse of the distribution function, from uniform numbers between its values at -2 and 2 deviations.
    const double edge = std::erf(2 / std::sqrt(2.0));
    const at::Tensor uniform = at::empty(shape, at::kDouble).uniform_(-edge, edge, generator);
    return (at::erfinv(uniform) * (std::sqrt(2.0) * deviation)).to(at::kFloat);
}

bool mayBeDrawn(const std::string &name)
{
    return name.starts_with("bert.pooler.") || name.starts_with("classifier.") || name.starts_with("adapler.");
}

void checkEta(const fs::path &folder, const at::Tensor &eta)
{
    const at::Tensor wrong = at::logical_or(eta <= 0, eta > 1).nonzero();
    if (wrong.numel() > 0) {
        const auto layer = wrong[0].item<std::int64_t>();
        throw Error((folder / tensorFileName).string() + ": adapler.eta of layer " + std::to_string(layer) + " is " +
                    fixedNumber(eta[layer].item<double>(), 6) + ", expected more than 0 and at most 1.");
    }
}

Checkpoint readFolder(const fs::path &folder, const std::vector<std::string> *newLabels, std::uint64_t seed)
{
    const bool backbone = newLabels != nullptr;
    Config config = readConfig(folder, backbone);
    Checkpoint checkpoint;
    checkpoint.info = config.info;
    checkpoint.tokenizer = config.tokenizer;
    ModelInfo &info = checkpoint.info;
    if (backbone) {
        info.labels = *newLabels;
        info.cpHidden = info.adaptive ? info.cpHidden : 32;
        info.adaptive = true;
    }

    TensorReader tensors(folder, backbone);
    if (!info.adaptive && tensors.hasAny("adapler.")) {
        throw Error((folder / tensorFileName).string() +
                    " holds contribution predictors (adapler.*), but config.json has no "
                    "\"adapler\" section; add \"adapler\": {\"cp_hidden_size\": 32, \"theta_mode\": \"target\"}.");
    }
    const fs::path above = folder / "..";
    checkpoint.vocabulary = readVocabulary(folder, config);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    forEachTensor(checkpoint.weights, info, info.adaptive,
                  [&](const std::string &name, const std::vector<std::int64_t> &shape, at::Tensor &tensor) {
                      if (backbone && mayBeDrawn(name) && !tensors.fits(name, shape)) {
                          // Sizes that the file contradicts may ask for more memory than there is.
                          tensor = tensors.sound() ? drawn(name, shape, generator) : at::Tensor();
                      } else if (config.sharedWordEmbeddings && name == wordEmbeddingsName) {
                          TensorReader shared(above, false);
                          tensor = shared.read(name, shape);
                          shared.finish();
                      } else {
                          tensor = tensors.read(name, shape);
                      }
                  });
    tensors.finish();
    if (info.adaptive) {
        checkEta(folder, checkpoint.weights.eta);
    }
    return checkpoint;
}

} // namespace

Checkpoint readCheckpoint(const fs::path &folder)
{
    return readFolder(folder, nullptr, 0);
}

Checkpoint readBackbone(const fs::path &folder, const std::vector<std::string> &labels, std::uint64_t seed)
{
    return readFolder(folder, &labels, seed);
}

void setEta(Checkpoint &model, const std::vector<double> &eta)
{
    if (!model.weights.adaptive()) {
        throw Error("The model drops no tokens, so it has no thresholds to set; leave eta away.");
    }
    if (static_cast<std::int64_t>(eta.size()) != model.weights.eta.numel()) {
        throw Error("Eta has " + std::to_string(eta.size()) + " values, but the model has " +
                    std::to_string(model.weights.eta.numel()) + " layers; give one for each.");
    }
    if (std::any_of(eta.begin(), eta.end(), [](double value) { return !(value >= 0.01 && value <= 1); })) {
        throw Error("Each value of eta must lie between 0.01 and 1.");
    }
    model.weights.eta = at::tensor(eta).to(at::kFloat);
}

} // namespace adaplens

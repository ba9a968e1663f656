// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kerasimport.h"

#include "core/error.h"
#include "core/model/boundary_p.h"
#include "core/model/checkpoint_p.h"
#include "core/model/config.h"
#include "core/model/kerasreader_p.h"
#include "core/model/modelfolder_p.h"
#include "core/model/opentokenizer.h"
#include "core/reduction/adapler_p.h"

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// The published code makes thresholds for BERT-base, however many layers there are.
constexpr std::int64_t layersOfBase = 12;

/// Whether nobody has named them: Hugging Face's own names, or AdapLens's where a config has none.
bool areUnnamed(const std::vector<std::string> &labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] != "LABEL_" + std::to_string(i)) {
            return false;
        }
    }
    return true;
}

/// The config of a pre-trained BERT says nothing of the classes; the classifier does.
void countLabels(ModelInfo &info, const KerasReader &weights)
{
    constexpr std::int64_t most = 10000;
    const Hdf5File::Shape *bias = weights.shapeOf(KerasReader::keyOf("classifier.bias"));
    if (!areUnnamed(info.labels) || bias == nullptr || bias->size() != 1 || bias->front() < 2 || bias->front() > most) {
        return; // what does not fit is listed with the rest
    }
    info.labels.clear();
    for (std::int64_t i = 0; i < bias->front(); ++i) {
        info.labels.push_back("LABEL_" + std::to_string(i));
    }
}

/// Sets the rule and its thresholds. THETA_PR multiplies [CLS]'s share at inference; the published training leaves it
/// at 1, and gives THETA's effect to the predictors alone.
void readThresholds(Checkpoint &model, KerasReader &weights)
{
    const auto layers = static_cast<std::int64_t>(model.info.layers);
    const at::Tensor eta = weights.readFirst("ETA:0", layers, layersOfBase);
    const at::Tensor theta = weights.readFirst("THETA:0", layers - 1, layersOfBase - 1);
    const at::Tensor forward = weights.readFirst("THETA_PR:0", layers - 1, layersOfBase - 1);
    const bool isForward = forward.defined() && (forward != 1).any().item<bool>();
    setRule(model.info, adaplerRule({.thetaForward = isForward}));
    model.weights.rule["adapler.eta"] = eta;
    model.weights.rule["adapler.theta"] = isForward ? forward : theta;
}

Checkpoint readKeras(const fs::path &file, const fs::path &folder)
{
    const Config config = readConfig(folder, true);
    if (config.info.architecture != "bert") {
        throw Error("%1 describes a model of type %2; the published code of AdapLeR trains BERT alone.",
                    (folder / "config.json").string(), config.info.architecture);
    }
    Checkpoint model;
    model.info = config.info;
    const TokenizerParts tokenizer = readTokenizerParts(folder, config);
    model.vocabulary = tokenizer.vocabulary;
    model.tokenizer = tokenizer.options;
    model.info.lowerCase = tokenizer.options.doLowerCase;
    KerasReader weights(file);
    countLabels(model.info, weights);
    readThresholds(model, weights);
    forEachTensor(model.weights, model.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        if (!spec.exact) { // the thresholds are there already
            tensor = weights.read(spec.name, spec.shape);
        }
    });
    weights.finish(folder / "config.json");
    if (const auto problem = ruleOf(model.info).problem(model.weights)) {
        throw Error("%1: %2.", file.string(), *problem);
    }
    return model;
}

} // namespace

std::optional<ImportedModel> importKeras(const KerasImport &what, std::stop_token stop)
{
    return translatingErrors(message("Importing %1", what.weights.string()), [&]() -> std::optional<ImportedModel> {
        const fs::path target = targetOf(what.out);
        checkTarget(what.config, target, what.force);
        Checkpoint model = readKeras(what.weights, what.config); // before anything is made on the disk
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        model.info.name = target.filename().string();
        ModelFolderWriter writer(target);
        writeModelFiles(writer.path(), target, model, Storage::Float32);
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        writer.commit(ModelFolderWriter::Twin::Goes);
        return ImportedModel{.folder = target, .thetaForward = adaplerSettings(model.info).thetaForward};
    });
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/config.h"

#include "core/io/input.h"
#include "core/train/methods/registry_p.h"

#include <algorithm>

namespace adaplens {

constexpr std::size_t any = 1'000'000'000;

template <>
inline constexpr auto fromName<DataFormat> = dataFormatNamed;

static void bindJson(JsonBinder &json, SentenceSource &source)
{
    json.value("limit", source.limit, 0, any);
    json.value("max_length", source.maxLength, 4, 512);
    json.value("batch", source.batch, 1, 4096);
    json.value("phi", source.phi, 0, 1e3);
}

static void bindJson(JsonBinder &json, TrainSource &source)
{
    bindPath(json, "path", source.data.path);
    json.value("format", source.data.format);
    json.value("split", source.data.split);
    json.value("text_column", source.data.textColumn);
    json.value("pair_column", source.data.pairColumn);
    json.value("label_column", source.data.labelColumn);
    json.value("limit", source.data.limit, 0, any);
    json.value("name", source.name);
    json.value("max_length", source.maxLength, 4, 512);
    json.value("batch", source.batch, 1, 4096);
    json.value("holdout", source.holdout, 0, 1e9);
    json.value("phrases", source.phrases);
    json.value("phi", source.phi, 0, 1e3);
    json.value("sentences", source.sentences);
    if (!json.isWriting() && source.data.path.empty()) {
        json.fail("path", message("it is missing"));
    }
    if (!json.isWriting() && source.name.empty()) {
        source.name = source.data.path.stem().string();
    }
}

static void bindJson(JsonBinder &json, TrainConfig &config)
{
    bindPath(json, "out", config.out);
    bindPath(json, "from", config.from);
    bindPath(json, "backbone", config.backbone);
    bindPath(json, "tokenizer", config.tokenizer);
    json.value("labels", config.labels);
    json.value("name", config.name);
    json.value("trained_on", config.trainedOn);
    json.value("language", config.language);
    json.value("data", config.data);
    json.value("seed", config.seed);
    json.value("threads", config.threads, 0, 4096);
    json.value("bfloat16", config.bfloat16);
    json.value("device", config.device);
    json.value("freeze_word_embeddings", config.freezeWordEmbeddings);
    json.value("weight_decay", config.weightDecay, 0, 1);
    json.value("warmup", config.warmup, 0, 1);
    json.value("clip", config.clip, 0, 1e9);
    json.value("class_weights", config.classWeights);
    json.value("save_every_seconds", config.saveEverySeconds, 0, 1e9);
    for (const TrainStep &step : stepRegistry()) {
        const auto found = config.steps.find(step.info.name);
        std::string settings = found == config.steps.end() ? "{}" : found->second;
        json.section(sectionOf(step.info.name), [&](JsonBinder &inner) { settings = step.bind(inner, settings); });
        if (!json.isWriting()) {
            config.steps[step.info.name] = settings;
        }
    }
}

namespace {

void check(const TrainConfig &config, const std::string &name)
{
    if (config.labels.size() < 2) {
        throw Error("%1: “labels” must name at least two classes, in the order of their indices.", name);
    }
    if (!config.classWeights.empty() && config.classWeights.size() != config.labels.size()) {
        throw Error("%1: “class_weights” has %2 values for %3 labels.", name, config.classWeights.size(),
                    config.labels.size());
    }
    if (std::any_of(config.classWeights.begin(), config.classWeights.end(), [](double w) { return !(w >= 0); })) {
        throw Error("%1: each value of “class_weights” must be a number of at least 0.", name);
    }
    if (config.data.empty()) {
        throw Error("%1: “data” lists no data set.", name);
    }
    if (config.backbone.empty() || config.out.empty()) {
        throw Error("%1: “backbone” (the folder of a pre-trained encoder) and “out” (a folder for the results) are needed.",
                    name);
    }
}

/// Puts a value into a document read from a file, wherever its place is.
void replace(OrderedJson &document, const TrainSetting &setting)
{
    const auto value = OrderedJson::parse(setting.value);
    if (setting.place == "data") {
        if (document.contains("data")) {
            for (OrderedJson &source : document["data"]) {
                source[setting.key] = value;
            }
        }
    } else if (setting.place.empty()) {
        document[setting.key] = value;
    } else {
        document[sectionOf(setting.place)][setting.key] = value;
    }
}

} // namespace

TrainConfig parseTrainConfig(const std::string &json, const std::string &name, const std::filesystem::path &folder,
                             const std::vector<TrainSetting> &settings)
{
    OrderedJson document = parseJsonObject(json, name);
    try {
        for (const TrainSetting &setting : settings) {
            replace(document, setting);
        }
    } catch (const nlohmann::json::exception &) {
        throw Error("%1: “data” must be a list [ … ] of objects, each step's section an object { … }.", name);
    }
    TrainConfig config;
    JsonBinder binder(document, name, JsonForm::Settings, folder);
    bindJson(binder, config);
    binder.finish();
    check(config, name);
    return config;
}

TrainConfig readTrainConfig(const std::filesystem::path &file, const std::vector<TrainSetting> &settings)
{
    if (file.empty()) {
        return parseTrainConfig("{}", "The command line", {}, settings);
    }
    return parseTrainConfig(readWhole(file), file.string(), file.parent_path(), settings);
}

std::string toJson(const TrainConfig &config)
{
    return jsonText(toOrderedJson(config));
}

} // namespace adaplens

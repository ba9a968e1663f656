// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/config.h"

#include "core/train/methods/registry_p.h"

#include <fstream>
#include <limits>
#include <sstream>

namespace adaplens {

namespace {

using Json = Binder::Json;

constexpr std::size_t any = 1'000'000'000;

void bindSource(Binder &binder, TrainSource &source)
{
    binder.path("path", source.data.path);
    std::string format = nameOf(source.data.format);
    binder.value("format", format);
    try {
        source.data.format = dataFormatNamed(format);
    } catch (const Error &e) {
        throw Error(binder.place() + ", “format”: " + e.what());
    }
    binder.value("split", source.data.split);
    binder.value("text_column", source.data.textColumn);
    binder.value("pair_column", source.data.pairColumn);
    binder.value("label_column", source.data.labelColumn);
    binder.whole("limit", source.data.limit, std::size_t{0}, any);
    binder.value("name", source.name);
    binder.whole("max_length", source.maxLength, std::size_t{4}, std::size_t{512});
    binder.whole("batch", source.batch, std::size_t{1}, std::size_t{4096});
    binder.number("holdout", source.holdout, 0, 1e9);
    binder.value("phrases", source.phrases);
    binder.number("phi", source.phi, 0, 1e3);
    binder.section("sentences", [&](Binder &b) {
        b.whole("limit", source.sentences.limit, std::size_t{0}, any);
        b.whole("max_length", source.sentences.maxLength, std::size_t{4}, std::size_t{512});
        b.whole("batch", source.sentences.batch, std::size_t{1}, std::size_t{4096});
        b.number("phi", source.sentences.phi, 0, 1e3);
    });
    if (source.data.path.empty()) {
        throw Error(binder.place() + ": each entry of “data” needs a “path”.");
    }
    if (source.name.empty()) {
        source.name = source.data.path.stem().string();
    }
}

void bind(Binder &binder, TrainConfig &config, Json &sources, bool writing, const std::filesystem::path &folder)
{
    binder.path("out", config.out);
    binder.path("from", config.from);
    binder.path("backbone", config.backbone);
    binder.value("labels", config.labels);
    binder.value("name", config.name);
    binder.value("trained_on", config.trainedOn);
    binder.value("language", config.language);
    binder.value("data", sources);
    if (!sources.is_array()) {
        throw Error(binder.place() + ": “data” must be a list [ … ] of data sets.");
    }
    config.data.resize(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        Binder inner(sources[i], writing, binder.place() + ", “data” entry " + std::to_string(i + 1), folder);
        bindSource(inner, config.data[i]);
        inner.finish();
    }
    binder.whole("seed", config.seed, std::uint64_t{0}, std::uint64_t{std::numeric_limits<std::int64_t>::max()});
    binder.whole("threads", config.threads, 0, 4096);
    binder.value("bfloat16", config.bfloat16);
    binder.value("device", config.device);
    binder.value("freeze_word_embeddings", config.freezeWordEmbeddings);
    binder.number("weight_decay", config.weightDecay, 0, 1);
    binder.number("warmup", config.warmup, 0, 1);
    binder.number("clip", config.clip, 0, 1e9);
    binder.value("class_weights", config.classWeights);
    binder.number("save_every_seconds", config.saveEverySeconds, 0, 1e9);
    for (const TrainStep &step : stepRegistry()) {
        const std::string key = sectionOf(step.info.name);
        std::string &settings = config.steps[step.info.name];
        auto section = Json::parse(settings.empty() ? "{}" : settings);
        binder.value(key.c_str(), section);
        settings = step.settings(section.dump(), binder.place() + ", “" + key + "”", folder);
    }
}

void check(const TrainConfig &config, const std::string &name)
{
    if (config.labels.size() < 2) {
        throw Error(name + ": “labels” must name at least two classes, in the order of their indices.");
    }
    if (!config.classWeights.empty() && config.classWeights.size() != config.labels.size()) {
        throw Error(name + ": “class_weights” has " + std::to_string(config.classWeights.size()) + " values for " +
                    std::to_string(config.labels.size()) + " labels.");
    }
    if (config.data.empty()) {
        throw Error(name + ": “data” lists no data set.");
    }
    if (config.backbone.empty() || config.out.empty()) {
        throw Error(name + ": “backbone” (a pre-trained BERT folder) and “out” (a folder for the results) are needed.");
    }
}

/// Puts a value into a document read from a file, wherever its place is.
void replace(Json &document, const TrainSetting &setting)
{
    const auto value = Json::parse(setting.value);
    if (setting.place == "data") {
        if (document.contains("data")) {
            for (Json &source : document["data"]) {
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
    Json document;
    try {
        document = Json::parse(json, nullptr, true, true);
    } catch (const nlohmann::json::exception &e) {
        throw Error(name + " is not valid JSON: " + e.what());
    }
    if (!document.is_object()) {
        throw Error(name + " must hold one JSON object { … }.");
    }
    try {
        for (const TrainSetting &setting : settings) {
            replace(document, setting);
        }
    } catch (const nlohmann::json::exception &) {
        throw Error(name + ": “data” must be a list [ … ] of objects, each step's section an object { … }.");
    }
    Json sources = Json::array();
    TrainConfig config;
    Binder binder(document, false, name, folder);
    bind(binder, config, sources, false, folder);
    binder.finish();
    check(config, name);
    return config;
}

TrainConfig readTrainConfig(const std::filesystem::path &file, const std::vector<TrainSetting> &settings)
{
    if (file.empty()) {
        return parseTrainConfig("{}", "the command line", {}, settings);
    }
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) {
        throw Error("Cannot read the configuration " + file.string() + "; check the path and its permissions.");
    }
    return parseTrainConfig(text.str(), file.string(), file.parent_path(), settings);
}

std::string toJson(const TrainConfig &config)
{
    TrainConfig copy = config;
    auto document = Json::object();
    Json sources(copy.data.size(), Json::object());
    Binder binder(document, true, "configuration");
    bind(binder, copy, sources, true, {});
    document["data"] = sources;
    for (const auto &[step, settings] : copy.steps) {
        document[sectionOf(step)] = Json::parse(settings);
    }
    return document.dump(2);
}

} // namespace adaplens

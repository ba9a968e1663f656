// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/config.h"

#include "core/error.h"
#include "core/io/csv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace adaplens {

namespace {

using nlohmann::ordered_json;

/// Binds JSON keys to members in both directions, so that reading, writing and the list of known keys cannot differ.
class Binder {
public:
    Binder(ordered_json &json, bool writing, std::string place)
        : m_json(json), m_writing(writing), m_place(std::move(place))
    {
    }

    template <typename T>
    void value(const char *key, T &member)
    {
        m_known.emplace_back(key);
        if (m_writing) {
            m_json[key] = member;
        } else if (m_json.contains(key)) {
            try {
                member = m_json.at(key).template get<T>();
            } catch (const nlohmann::json::exception &) {
                throw Error(m_place + ": “" + key + "” has a value of the wrong type: " + m_json.at(key).dump() + ".");
            }
        }
    }

    void number(const char *key, double &member, double low, double high)
    {
        value(key, member);
        if (!(member >= low && member <= high)) {
            throw Error(m_place + ": “" + key + "” is " + csvNumber(member) + ", expected " + csvNumber(low) + " to " +
                        csvNumber(high) + ".");
        }
    }

    void count(const char *key, std::size_t &member, std::size_t low, std::size_t high)
    {
        auto asNumber = static_cast<double>(member);
        number(key, asNumber, static_cast<double>(low), static_cast<double>(high));
        member = static_cast<std::size_t>(asNumber);
        if (m_writing) {
            m_json[key] = member;
        }
    }

    void path(const char *key, std::filesystem::path &member, const std::filesystem::path &folder)
    {
        std::string text = member.string();
        value(key, text);
        member = text.empty() || m_writing ? std::filesystem::path(text) : folder / text;
    }

    template <typename Bind>
    void section(const char *key, Bind bindMembers)
    {
        m_known.emplace_back(key);
        if (m_writing) {
            m_json[key] = ordered_json::object();
        } else if (!m_json.contains(key)) {
            return;
        } else if (!m_json.at(key).is_object()) {
            throw Error(m_place + ": “" + key + "” must be an object { … }.");
        }
        Binder inner(m_json[key], m_writing, m_place + ", “" + key + "”");
        bindMembers(inner);
        inner.finish();
    }

    void finish() const
    {
        for (const auto &item : m_json.items()) {
            if (std::find(m_known.begin(), m_known.end(), item.key()) == m_known.end()) {
                std::string known;
                for (const std::string &name : m_known) {
                    known += (known.empty() ? "" : ", ") + name;
                }
                throw Error(m_place + ": “" + item.key() + "” is not a setting; known here: " + known + ".");
            }
        }
    }

    [[nodiscard]] const std::string &place() const { return m_place; }

private:
    ordered_json &m_json;
    bool m_writing;
    std::string m_place;
    std::vector<std::string> m_known;
};

const std::map<std::string, DataFormat> formats{{"guess", DataFormat::Guess},   {"tsv", DataFormat::Tsv},
                                                {"csv", DataFormat::Csv},       {"jsonl", DataFormat::Jsonl},
                                                {"eraser", DataFormat::Eraser}, {"hatexplain", DataFormat::HateXplain}};

void bindFormat(Binder &binder, DataFormat &format)
{
    std::string name;
    for (const auto &[key, value] : formats) {
        if (value == format) {
            name = key;
        }
    }
    binder.value("format", name);
    const auto found = formats.find(name);
    if (found == formats.end()) {
        throw Error(binder.place() + ": “format” is “" + name +
                    "”, expected guess, tsv, csv, jsonl, eraser or hatexplain.");
    }
    format = found->second;
}

void bindSource(Binder &binder, TrainSource &source, const std::filesystem::path &folder)
{
    binder.path("path", source.data.path, folder);
    bindFormat(binder, source.data.format);
    binder.value("split", source.data.split);
    binder.value("text_column", source.data.textColumn);
    binder.value("pair_column", source.data.pairColumn);
    binder.value("label_column", source.data.labelColumn);
    binder.count("limit", source.data.limit, 0, 1'000'000'000);
    binder.value("name", source.name);
    binder.count("max_length", source.maxLength, 4, 512);
    binder.count("batch", source.batch, 1, 4096);
    binder.number("holdout", source.holdout, 0, 1e9);
    binder.value("phrases", source.phrases);
    binder.number("phi", source.phi, 0, 1e3);
    binder.section("sentences", [&](Binder &b) {
        b.count("limit", source.sentences.limit, 0, 1'000'000'000);
        b.count("max_length", source.sentences.maxLength, 4, 512);
        b.count("batch", source.sentences.batch, 1, 4096);
        b.number("phi", source.sentences.phi, 0, 1e3);
    });
    if (source.data.path.empty()) {
        throw Error(binder.place() + ": each entry of “data” needs a “path”.");
    }
    if (source.name.empty()) {
        source.name = source.data.path.stem().string();
    }
}

void bind(Binder &binder, TrainConfig &config, const std::filesystem::path &folder, ordered_json &sources, bool writing)
{
    binder.path("out", config.out, folder);
    binder.path("backbone", config.backbone, folder);
    binder.value("labels", config.labels);
    binder.value("name", config.name);
    binder.value("trained_on", config.trainedOn);
    binder.value("language", config.language);
    binder.value("data", sources);
    config.data.resize(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        Binder inner(sources[i], writing, binder.place() + ", “data” entry " + std::to_string(i + 1));
        bindSource(inner, config.data[i], folder);
        inner.finish();
    }
    binder.value("seed", config.seed);
    binder.value("threads", config.threads);
    binder.value("bfloat16", config.bfloat16);
    binder.value("device", config.device);
    binder.value("freeze_word_embeddings", config.freezeWordEmbeddings);
    binder.number("weight_decay", config.weightDecay, 0, 1);
    binder.number("warmup", config.warmup, 0, 1);
    binder.number("clip", config.clip, 0, 1e9);
    binder.value("class_weights", config.classWeights);
    binder.number("save_every_seconds", config.saveEverySeconds, 0, 1e9);
    binder.section("fine_tune", [&](Binder &b) {
        b.count("epochs", config.fineTune.epochs, 1, 1000);
        b.number("learning_rate", config.fineTune.learningRate, 0, 1);
        b.number("attention_dropout", config.fineTune.attentionDropout, 0, 0.9);
        b.number("epsilon", config.fineTune.epsilon, 1e-15, 1e-2);
    });
    binder.section("saliency", [&](Binder &b) { b.count("epochs", config.saliency.epochs, 1, 1000); });
    binder.section("adapler", [&config, &folder](Binder &b) {
        AdapLerConfig &c = config.adapler;
        b.count("epochs", c.epochs, 1, 1000);
        b.value("from_fine_tuned", c.fromFineTuned);
        b.number("learning_rate", c.learningRate, 0, 1);
        b.number("predictor_learning_rate", c.predictorLearningRate, 0, 1);
        b.number("eta_learning_rate", c.etaLearningRate, 0, 1);
        b.number("gamma", c.gamma, 0, 1e6);
        b.number("tolerance", c.tolerance, 0, 1);
        b.path("continue_from", c.continueFrom, folder);
        b.number("lambda", c.lambda, 0, 1e9);
        b.value("initial_eta", c.initialEta);
        b.number("soft_labels", c.softLabels, 0, 1);
        if (std::any_of(c.initialEta.begin(), c.initialEta.end(), [](double eta) { return eta < 0.01 || eta > 1; })) {
            throw Error(b.place() + ": each value of “initial_eta” must lie between 0.01 and 1.");
        }
    });
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

} // namespace

TrainConfig parseTrainConfig(const std::string &json, const std::string &name, const std::filesystem::path &folder)
{
    ordered_json document;
    try {
        document = ordered_json::parse(json, nullptr, true, true);
    } catch (const nlohmann::json::exception &e) {
        throw Error(name + " is not valid JSON: " + e.what());
    }
    if (!document.is_object()) {
        throw Error(name + " must hold one JSON object { … }.");
    }
    ordered_json sources = ordered_json::array();
    if (document.contains("data")) {
        sources = document["data"];
    }
    if (!sources.is_array()) {
        throw Error(name + ": “data” must be a list [ … ] of data sets.");
    }
    TrainConfig config;
    Binder binder(document, false, name);
    bind(binder, config, folder, sources, false);
    binder.finish();
    check(config, name);
    return config;
}

TrainConfig readTrainConfig(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) {
        throw Error("Cannot read the configuration " + file.string() + "; check the path and its permissions.");
    }
    return parseTrainConfig(text.str(), file.string(), file.parent_path());
}

std::string toJson(const TrainConfig &config)
{
    TrainConfig copy = config;
    ordered_json document = ordered_json::object();
    ordered_json sources = ordered_json::array();
    for (std::size_t i = 0; i < copy.data.size(); ++i) {
        sources.push_back(ordered_json::object());
    }
    Binder binder(document, true, "configuration");
    bind(binder, copy, {}, sources, true);
    document["data"] = sources;
    return document.dump(2);
}

} // namespace adaplens

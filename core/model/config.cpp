// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config.h"

#include "core/encoder/architecture_p.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/jsonsection_p.h"
#include "core/model/modelfolder_p.h"
#include "core/reduction/rule_p.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

Message notAModel()
{
    return message("a model is a folder with config.json, vocab.txt and model.safetensors");
}

/// The architecture that the file names, BERT where it names none.
const Architecture &readArchitecture(const JsonSection &config, bool backbone)
{
    const Architecture *architecture = findArchitecture(config.text("model_type", "bert"));
    if (architecture == nullptr) {
        config.fail(message("\"%1\" is %2; AdapLens computes %3 only", "model_type", config.found("model_type"),
                            architectureList()));
    }
    if (config.has("architectures") && !backbone) {
        const nlohmann::json &names = config.at("architectures");
        const std::string expected(architecture->classifierClass);
        if (!names.is_array() || std::find(names.begin(), names.end(), expected) == names.end()) {
            config.fail(message(
                "it describes %1; AdapLens runs sequence classifiers (%2), so train one from this encoder first "
                "(adaplens-cli train)",
                config.found("architectures"), expected));
        }
    }
    const std::string activation(architecture->hiddenActivation);
    config.require("hidden_act", activation, activation);
    config.require("position_embedding_type", "absolute", "absolute");
    if (config.boolean("is_decoder", false)) {
        config.fail(message("it describes a decoder (is_decoder); AdapLens runs encoders only"));
    }
    return *architecture;
}

std::vector<std::string> readLabels(const JsonSection &config)
{
    constexpr std::size_t most = 10000;
    std::vector<std::string> labels;
    if (!config.has("id2label")) {
        const std::size_t count = config.size("num_labels", most, 2); // Hugging Face's default
        for (std::size_t i = 0; i < count; ++i) {
            labels.push_back("LABEL_" + std::to_string(i));
        }
        return labels;
    }
    const JsonSection names = config.section("id2label");
    const std::size_t count = config.at("id2label").size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string key = std::to_string(i);
        if (!names.has(key)) {
            config.fail(message("\"id2label\" has %1 entries but none for \"%2\"", count, key));
        }
        labels.push_back(names.at(key).is_string() ? names.text(key, "") : names.found(key));
    }
    return labels;
}

void checkTask(const JsonSection &config, const std::vector<std::string> &labels)
{
    const std::string type = config.text("problem_type", "");
    if (labels.size() < 2 || type == "regression") {
        config.fail(labels.size() < 2
                        ? message("the model has 1 output; AdapLens needs a classifier with at least two classes")
                        : message("the model is for %1; AdapLens needs a classifier with at least two classes", type));
    }
    if (type == "multi_label_classification") {
        config.fail(
            message("the model gives several labels at once (multi_label_classification); AdapLens needs one class "
                    "a text"));
    }
}

/// Whether a model without an "adaplens" section was trained on pairs: by its GLUE task or its classes.
bool guessPairs(const JsonSection &config, const std::vector<std::string> &labels)
{
    static constexpr std::array<std::string_view, 7> tasks = {"mnli", "mrpc", "qnli", "qqp", "rte", "snli", "wnli"};
    static constexpr std::array<std::string_view, 6> classes = {"entailment", "not_entailment", "contradiction",
                                                                "equivalent", "not_equivalent", "duplicate"};
    const auto known = [](const auto &list, std::string name) {
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    return (config.has("finetuning_task") && config.at("finetuning_task").is_string() &&
            known(tasks, config.text("finetuning_task", ""))) ||
           std::any_of(labels.begin(), labels.end(), [&](const std::string &label) { return known(classes, label); });
}

void readShape(const JsonSection &config, ModelInfo &info)
{
    constexpr std::size_t widest = 65536;
    info.hidden = config.size("hidden_size", widest);
    info.layers = config.size("num_hidden_layers", 256);
    info.heads = config.size("num_attention_heads", widest);
    info.intermediate = config.size("intermediate_size", 4 * widest);
    info.maxLength = config.size("max_position_embeddings", std::size_t{1} << 20);
    info.vocabularySize = config.size("vocab_size", std::size_t{16} << 20);
    info.typeVocabularySize = config.size("type_vocab_size", 1024, 2);
    info.layerNormEpsilon = config.fraction("layer_norm_eps", 1e-12);
    info.hiddenDropout = config.fraction("hidden_dropout_prob", 0.1);
    info.attentionDropout = config.fraction("attention_probs_dropout_prob", 0.1);
    if (info.hidden % info.heads != 0) {
        config.fail(message("hidden_size %1 cannot be divided among %2 attention heads", info.hidden, info.heads));
    }
    if (info.maxLength < 3) {
        config.fail(message("max_position_embeddings is %1, too few for [CLS], a word and [SEP]",
                            config.found("max_position_embeddings")));
    }
}

TokenizerOptions readTokenizer(const std::filesystem::path &file)
{
    TokenizerOptions options;
    if (!std::filesystem::exists(file)) {
        return options;
    }
    const JsonSection section = JsonSection::read(file, notAModel());
    options.doLowerCase = section.boolean("do_lower_case", true);
    options.tokenizeChineseChars = section.boolean("tokenize_chinese_chars", true);
    if (section.has("strip_accents")) {
        options.stripAccents = section.boolean("strip_accents", true);
    }
    return options;
}

std::string folderName(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::path full = std::filesystem::weakly_canonical(folder, error);
    full = error ? folder : full;
    return full.has_filename() ? full.filename().string() : full.parent_path().filename().string();
}

} // namespace

Config readConfig(const std::filesystem::path &folder, bool backbone)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw Error("%1 is not a folder; %2.", folder.string(), notAModel());
    }
    const JsonSection json = JsonSection::read(folder / "config.json", notAModel());
    const Architecture &architecture = readArchitecture(json, backbone);

    Config config;
    ModelInfo &info = config.info;
    info.folder = folder;
    info.architecture = architecture.modelType;
    readShape(json, info);
    setRule(info, readRule(json));
    info.labels = readLabels(json);
    if (!backbone) {
        checkTask(json, info.labels);
    }

    const JsonSection own = json.section("adaplens");
    info.name = own.text("name", folderName(folder));
    info.trainedOn = own.text("trained_on", "");
    info.language = own.text("language", "");
    info.pairs = own.boolean("pairs", guessPairs(json, info.labels));
    config.sharedWordEmbeddings = own.boolean("shared_word_embeddings", false);
    info.hasTwin = std::filesystem::is_regular_file(folder / twinFolderName / "config.json", error);

    config.tokenizer = readTokenizer(folder / "tokenizer_config.json");
    info.lowerCase = config.tokenizer.doLowerCase;
    return config;
}

void writeConfig(const std::filesystem::path &folder, const Config &config, const std::string &storedType)
{
    const ModelInfo &info = config.info;
    const Architecture &architecture = architectureOf(info.architecture);
    nlohmann::ordered_json json = {
        {"architectures", {architecture.classifierClass}},
        {"model_type", architecture.modelType},
        {"vocab_size", info.vocabularySize},
        {"hidden_size", info.hidden},
        {"num_hidden_layers", info.layers},
        {"num_attention_heads", info.heads},
        {"intermediate_size", info.intermediate},
        {"hidden_act", architecture.hiddenActivation},
        {"hidden_dropout_prob", info.hiddenDropout},
        {"attention_probs_dropout_prob", info.attentionDropout},
        {"layer_norm_eps", info.layerNormEpsilon},
        {"max_position_embeddings", info.maxLength},
        {"type_vocab_size", info.typeVocabularySize},
        {"position_embedding_type", "absolute"},
        {"problem_type", "single_label_classification"},
        {"torch_dtype", storedType},
    };
    nlohmann::ordered_json id2label = nlohmann::ordered_json::object();
    nlohmann::ordered_json label2id = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < info.labels.size(); ++i) {
        id2label[std::to_string(i)] = info.labels[i];
        label2id[info.labels[i]] = i;
    }
    json["id2label"] = id2label;
    json["label2id"] = label2id;
    const ReductionRule &rule = ruleOf(info);
    if (auto settings = rule.settings(); settings != nullptr) {
        json[rule.name()] = std::move(settings);
    }
    nlohmann::ordered_json own = {{"name", info.name},
                                  {"trained_on", info.trainedOn},
                                  {"language", info.language},
                                  {"pairs", info.pairs},
                                  {"reduction", rule.name()}};
    if (config.sharedWordEmbeddings) {
        own["shared_word_embeddings"] = true;
    }
    json["adaplens"] = own;
    constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace; // a label may hold broken UTF-8
    writeFile(folder / "config.json", json.dump(2, ' ', false, replace) + "\n");

    const TokenizerOptions &tokenizer = config.tokenizer;
    nlohmann::ordered_json cut = {
        {"tokenizer_class", "BertTokenizer"},
        {"do_lower_case", tokenizer.doLowerCase},
        {"strip_accents", nullptr},
        {"tokenize_chinese_chars", tokenizer.tokenizeChineseChars},
        {"model_max_length", info.maxLength},
        {"unk_token", "[UNK]"},
        {"sep_token", "[SEP]"},
        {"pad_token", "[PAD]"},
        {"cls_token", "[CLS]"},
        {"mask_token", "[MASK]"},
    };
    if (tokenizer.stripAccents) {
        cut["strip_accents"] = *tokenizer.stripAccents;
    }
    writeFile(folder / "tokenizer_config.json", cut.dump(2) + "\n");
}

} // namespace adaplens

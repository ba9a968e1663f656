// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config.h"

#include "core/encoder/architecture_p.h"
#include "core/io/atomicfile.h"
#include "core/io/jsonbinder_p.h"
#include "core/model/modelfolder_p.h"
#include "core/reduction/rule_p.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// Names in config.json; of those of one activation the first is written.
constexpr std::array activations = {std::pair("gelu", Activation::Gelu),
                                    std::pair("gelu_new", Activation::GeluTanh),
                                    std::pair("gelu_pytorch_tanh", Activation::GeluTanh),
                                    std::pair("relu", Activation::Relu),
                                    std::pair("gelu_python", Activation::Gelu),
                                    std::pair("gelu_fast", Activation::GeluTanh)};

void bindActivation(JsonBinder &json, const char *key, Activation &activation)
{
    std::string name =
        std::ranges::find(activations, activation, [](const auto &known) { return known.second; })->first;
    json.value(key, name);
    const auto *const found =
        std::ranges::find(activations, name, [](const auto &known) { return std::string_view(known.first); });
    if (found == activations.end()) {
        json.fail(key, message("%1 was found, %2 was expected", '"' + name + '"',
                               R"("gelu", "gelu_new", "gelu_pytorch_tanh" or "relu")"));
    }
    activation = found->second;
}

/// How many pieces the model reads: what its table of positions has behind the rows that are never used.
void bindPositions(JsonBinder &json, const Architecture &architecture, std::size_t &maxLength)
{
    std::size_t positions = maxLength + architecture.firstPosition;
    json.value("max_position_embeddings", positions, 1 + architecture.firstPosition, std::size_t{1} << 20U);
    maxLength = positions - architecture.firstPosition;
    if (architecture.firstPosition > 0) {
        const std::size_t expected = architecture.firstPosition - 1;
        std::size_t padding = expected;
        json.value("pad_token_id", padding);
        if (padding != expected) {
            json.fail("pad_token_id", message("%1 was found, %2 was expected", padding, expected));
        }
    }
}

/// What Hugging Face and AdapLens both understand of a model's shape.
void bindShape(JsonBinder &json, ModelInfo &info)
{
    constexpr std::size_t widest = 65536;
    constexpr double below1 = 0.999;
    const Architecture &architecture = architectureOf(info.architecture);
    for (const char *key : {"vocab_size", architecture.hiddenKey, architecture.layersKey, architecture.headsKey,
                            architecture.intermediateKey, "max_position_embeddings"}) {
        json.require(key);
    }
    json.value("vocab_size", info.vocabularySize, 1, std::size_t{16} << 20U);
    json.value(architecture.hiddenKey, info.hidden, 1, widest);
    json.value(architecture.layersKey, info.layers, 1, 256);
    json.value(architecture.headsKey, info.heads, 1, widest);
    json.value(architecture.intermediateKey, info.intermediate, 1, 4 * widest);
    if (architecture.embeddingKey != nullptr) {
        std::size_t embedding = info.embeddingSize();
        json.value(architecture.embeddingKey, embedding, 1, widest);
        if (!json.isWriting()) {
            info.embedding = embedding == info.hidden ? 0 : embedding;
        }
    }
    bindActivation(json, architecture.activationKey, info.activation);
    json.value(architecture.hiddenDropoutKey, info.hiddenDropout, 0, below1);
    json.value(architecture.attentionDropoutKey, info.attentionDropout, 0, below1);
    if (architecture.epsilonKey != nullptr) {
        json.value(architecture.epsilonKey, info.layerNormEpsilon, 0, below1);
    }
    bindPositions(json, architecture, info.maxLength);
    if (!architecture.typeEmbeddings.empty()) {
        json.value("type_vocab_size", info.typeVocabularySize, 1, 1024);
    }
    json.constant("position_embedding_type", "absolute");
}

void bindWordEmbeddings(JsonBinder &json, std::string &file)
{
    if (!json.isWriting()) {
        bool above = false;
        json.value("shared_word_embeddings", above); // how twins were written once
        file = above ? embeddingsAbove : "";
    }
    if (!json.isWriting() || !file.empty()) {
        json.value("word_embeddings", file);
    }
}

/// What Hugging Face has no place for.
void bindOwn(JsonBinder &json, Config &config)
{
    json.value("name", config.info.name);
    json.value("trained_on", config.info.trainedOn);
    json.value("language", config.info.language);
    json.value("pairs", config.info.pairs);
    json.computed("reduction", ruleOf(config.info).name());
    bindWordEmbeddings(json, config.wordEmbeddings);
}

/// The architecture that the file names, BERT where it names none.
std::string readArchitecture(JsonBinder &json, bool backbone)
{
    std::string type = "bert";
    json.value("model_type", type);
    const Architecture *architecture = findArchitecture(type);
    if (architecture == nullptr) {
        json.fail("model_type", message("%1 was found, %2 was expected", '"' + type + '"', architectureList()));
    }
    OrderedJson names;
    json.value("architectures", names);
    const std::string expected(architecture->classifierClass);
    if (!backbone && !names.is_null() &&
        !(names.is_array() && std::find(names.begin(), names.end(), expected) != names.end())) {
        json.fail("architectures",
                  message("it describes %1; AdapLens runs sequence classifiers (%2), so train one from "
                          "this encoder first (adaplens-cli train)",
                          shownJson(names), expected));
    }
    bool decoder = false;
    json.value("is_decoder", decoder);
    if (decoder) {
        json.fail("is_decoder", message("it describes a decoder; AdapLens runs encoders only"));
    }
    return type;
}

std::vector<std::string> readLabels(JsonBinder &json)
{
    constexpr std::size_t most = 10000;
    std::vector<std::string> labels;
    std::size_t count = 2; // Hugging Face's default
    std::map<std::string, OrderedJson> names;
    json.value("id2label", names);
    if (!json.has("id2label")) {
        json.value("num_labels", count, 1, most);
        for (std::size_t i = 0; i < count; ++i) {
            labels.push_back("LABEL_" + std::to_string(i));
        }
        return labels;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = names.find(std::to_string(i));
        if (found == names.end() || found->second.is_null()) {
            json.fail("id2label", message("it has %1 entries but none for \"%2\"", names.size(), i));
        }
        labels.push_back(found->second.is_string() ? found->second.get<std::string>() : shownJson(found->second));
    }
    return labels;
}

void checkTask(JsonBinder &json, const std::vector<std::string> &labels)
{
    std::string type;
    json.value("problem_type", type);
    if (labels.size() < 2) {
        json.fail("id2label", message("the model has 1 output; AdapLens needs a classifier with at least two classes"));
    }
    if (type == "regression") {
        json.fail("problem_type",
                  message("the model is for %1; AdapLens needs a classifier with at least two classes", type));
    }
    if (type == "multi_label_classification") {
        json.fail("problem_type", message("the model gives several labels at once; AdapLens needs one class a text"));
    }
}

/// Whether a model without an "adaplens" section was trained on pairs: by its GLUE task or its classes.
bool guessPairs(JsonBinder &json, const std::vector<std::string> &labels)
{
    static constexpr std::array<std::string_view, 7> tasks = {"mnli", "mrpc", "qnli", "qqp", "rte", "snli", "wnli"};
    static constexpr std::array<std::string_view, 6> classes = {"entailment", "not_entailment", "contradiction",
                                                                "equivalent", "not_equivalent", "duplicate"};
    const auto known = [](const auto &list, std::string name) {
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    OrderedJson task;
    json.value("finetuning_task", task);
    return (task.is_string() && known(tasks, task.get<std::string>())) ||
           std::any_of(labels.begin(), labels.end(), [&](const std::string &label) { return known(classes, label); });
}

std::string folderName(const fs::path &folder)
{
    std::error_code error;
    fs::path full = fs::weakly_canonical(folder, error);
    full = error ? folder : full;
    return full.has_filename() ? full.filename().string() : full.parent_path().filename().string();
}

} // namespace

Config readConfig(const fs::path &folder, bool backbone)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        throw Error("%1 is not a folder; %2.", folder.string(), whatAModelIs());
    }
    const fs::path file = folder / modelConfigName;
    if (!fs::exists(file, error) && fs::exists(folder / "adapter_config.json", error)) {
        throw Error("%1 holds an adapter, which says only how another model was changed; merge both into one folder "
                    "first (in PEFT: merge_and_unload() and save_pretrained()).",
                    folder.string());
    }
    const OrderedJson root = readModelJson(file);
    JsonBinder json(root, file.string(), JsonForm::Foreign);
    Config config;
    ModelInfo &info = config.info;
    info.folder = folder;
    info.architecture = readArchitecture(json, backbone);
    bindShape(json, info);
    if (info.hidden % info.heads != 0) {
        const char *key = architectureOf(info.architecture).hiddenKey;
        json.fail(key, message("hidden_size %1 cannot be divided among %2 attention heads", info.hidden, info.heads));
    }
    if (info.maxLength < 3) {
        json.fail("max_position_embeddings", message("%1 is too few for [CLS], a word and [SEP]", info.maxLength));
    }
    setRule(info, readRule(json, info));
    info.labels = readLabels(json);
    if (!backbone) {
        checkTask(json, info.labels);
    }
    info.name = folderName(folder);
    info.pairs = guessPairs(json, info.labels);
    json.section("adaplens", [&](JsonBinder &own) { bindOwn(own, config); });
    info.hasTwin = fs::is_regular_file(folder / twinFolderName / modelConfigName, error);
    return config;
}

std::string namedWordEmbeddings(const fs::path &folder)
{
    std::string name;
    try {
        const fs::path file = folder / modelConfigName;
        const OrderedJson root = readModelJson(file);
        JsonBinder json(root, file.string(), JsonForm::Foreign);
        json.section("adaplens", [&](JsonBinder &own) { bindWordEmbeddings(own, name); });
    } catch (const std::exception &) {
        name.clear(); // whoever opens the model is told
    }
    return name;
}

void writeConfig(const fs::path &folder, const Config &config, const std::string &storedType)
{
    Config written = config;
    ModelInfo &info = written.info;
    const Architecture &architecture = architectureOf(info.architecture);
    OrderedJson root, id2label = OrderedJson::object(), label2id = OrderedJson::object();
    for (std::size_t i = 0; i < info.labels.size(); ++i) {
        id2label[std::to_string(i)] = info.labels[i];
        label2id[info.labels[i]] = i;
    }
    JsonBinder json(root);
    json.computed("architectures", std::vector{std::string(architecture.classifierClass)});
    json.computed("model_type", info.architecture);
    bindShape(json, info);
    json.computed("problem_type", "single_label_classification");
    json.computed("torch_dtype", storedType);
    json.computed("id2label", id2label);
    json.computed("label2id", label2id);
    const ReductionRule &rule = ruleOf(info);
    if (const OrderedJson settings = rule.settings(); settings != nullptr) {
        json.computed(rule.name(), settings);
    }
    json.section("adaplens", [&](JsonBinder &own) { bindOwn(own, written); });
    writeFile(folder / modelConfigName, jsonText(root) + '\n');
}

} // namespace adaplens

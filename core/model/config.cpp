// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/model/modelfolder_p.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>

namespace adaplens {

namespace {

using Json = nlohmann::json;

/// One JSON object of a file, with getters whose complaints name file, key, what was found and what was expected.
class Section {
public:
    Section(std::filesystem::path file, Json object) : m_file(std::move(file)), m_object(std::move(object)) {}

    static Section read(const std::filesystem::path &file)
    {
        constexpr std::uintmax_t largest = std::uintmax_t{16} << 20;
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) {
            if (error == std::errc::permission_denied) {
                throw Error("Cannot read " + file.string() + ": " + error.message() + ".");
            }
            throw Error(file.string() + " is missing; a model is a folder with config.json, vocab.txt and "
                                        "model.safetensors.");
        }
        std::ifstream stream(file, std::ios::binary);
        if (!stream || std::filesystem::file_size(file, error) > largest) {
            throw Error("Cannot read " + file.string() + ": expected a readable JSON file of at most 16 MiB.");
        }
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        constexpr int deepest = 32;
        const auto watch = [](int depth, Json::parse_event_t, const Json &) { return depth < deepest; };
        Json object = Json::parse(text, watch, false);
        if (!object.is_object()) {
            throw Error(file.string() + " is not valid JSON, or no JSON object.");
        }
        return {file, std::move(object)};
    }

    [[noreturn]] void fail(const std::string &what) const { throw Error(m_file.string() + ": " + what + "."); }

    [[nodiscard]] bool has(const std::string &key) const { return m_object.contains(key) && !m_object[key].is_null(); }
    [[nodiscard]] const Json &at(const std::string &key) const { return m_object.at(key); }

    [[nodiscard]] Section section(const std::string &key) const
    {
        if (!has(key)) {
            return {m_file, Json::object()};
        }
        if (!at(key).is_object()) {
            fail("\"" + key + "\" should be an object, found " + found(key));
        }
        return {m_file, at(key)};
    }
    [[nodiscard]] std::size_t size(const std::string &key, std::size_t most,
                                   std::optional<std::size_t> byDefault = {}) const
    {
        if (!has(key) && byDefault) {
            return *byDefault;
        }
        if (!has(key) || !at(key).is_number_unsigned() || at(key).get<std::uint64_t>() < 1 ||
            at(key).get<std::uint64_t>() > most) {
            fail("\"" + key + "\" should be a whole number from 1 to " + std::to_string(most) + ", found " +
                 found(key));
        }
        return at(key).get<std::size_t>();
    }
    /// A number of [0, 1).
    [[nodiscard]] double fraction(const std::string &key, double byDefault) const
    {
        if (has(key) && (!at(key).is_number() || !(at(key).get<double>() >= 0 && at(key).get<double>() < 1))) {
            fail("\"" + key + "\" should be a number of at least 0 and below 1, found " + found(key));
        }
        return has(key) ? at(key).get<double>() : byDefault;
    }
    [[nodiscard]] bool boolean(const std::string &key, bool byDefault) const
    {
        if (has(key) && !at(key).is_boolean()) {
            fail("\"" + key + "\" should be true or false, found " + found(key));
        }
        return has(key) ? at(key).get<bool>() : byDefault;
    }
    [[nodiscard]] std::string text(const std::string &key, const std::string &byDefault) const
    {
        if (has(key) && !at(key).is_string()) {
            fail("\"" + key + "\" should be a text, found " + found(key));
        }
        return has(key) ? at(key).get<std::string>() : byDefault;
    }
    /// Refuses any value but `expected`; a missing key means `byDefault`.
    void require(const std::string &key, const std::string &expected, const std::string &byDefault) const
    {
        if (text(key, byDefault) != expected) {
            fail("\"" + key + "\" is " + found(key) + "; AdapLens computes \"" + expected + "\" only");
        }
    }
    [[nodiscard]] std::string found(const std::string &key) const
    {
        if (!m_object.contains(key)) {
            return "nothing";
        }
        const std::string value = m_object[key].dump(-1, ' ', true, Json::error_handler_t::replace);
        constexpr std::size_t longest = 80;
        return value.size() > longest ? value.substr(0, longest) + "..." : value;
    }

private:
    std::filesystem::path m_file;
    Json m_object;
};

void checkArchitecture(const Section &config, bool backbone)
{
    config.require("model_type", "bert", "bert");
    if (!config.has("architectures") || backbone) {
        return;
    }
    const Json &names = config.at("architectures");
    if (!names.is_array() || std::find(names.begin(), names.end(), "BertForSequenceClassification") == names.end()) {
        config.fail("it describes " + config.found("architectures") +
                    "; AdapLens runs sequence classifiers (BertForSequenceClassification), so train one from this "
                    "encoder first (adaplens-cli train)");
    }
}

std::vector<std::string> readLabels(const Section &config)
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
    const Section names = config.section("id2label");
    const std::size_t count = config.at("id2label").size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string key = std::to_string(i);
        if (!names.has(key)) {
            config.fail("\"id2label\" has " + std::to_string(count) + " entries but none for \"" + key + "\"");
        }
        labels.push_back(names.at(key).is_string() ? names.text(key, "") : names.found(key));
    }
    return labels;
}

void checkTask(const Section &config, const std::vector<std::string> &labels)
{
    const std::string type = config.text("problem_type", "");
    if (labels.size() < 2 || type == "regression") {
        config.fail("the model has " + std::to_string(labels.size()) + " output" + (labels.size() == 1 ? "" : "s") +
                    (type.empty() ? "" : " and is for " + type) +
                    "; AdapLens needs a classifier with at least two classes");
    }
    if (type == "multi_label_classification") {
        config.fail("the model gives several labels at once (multi_label_classification); AdapLens needs one class a "
                    "text");
    }
}

/// Whether a model without an "adaplens" section was trained on pairs: by its GLUE task or its classes.
bool guessPairs(const Section &config, const std::vector<std::string> &labels)
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

void readShape(const Section &config, ModelInfo &info)
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
        config.fail("hidden_size " + std::to_string(info.hidden) + " cannot be divided among " +
                    std::to_string(info.heads) + " attention heads");
    }
    if (info.maxLength < 3) {
        config.fail("max_position_embeddings is " + config.found("max_position_embeddings") +
                    ", too few for [CLS], a word and [SEP]");
    }
}

void readAdapler(const Section &config, ModelInfo &info)
{
    info.adaptive = config.has("adapler");
    if (!info.adaptive) {
        return;
    }
    const Section adapler = config.section("adapler");
    info.cpHidden = adapler.size("cp_hidden_size", 65536, 32);
    const std::string mode = adapler.text("theta_mode", "target");
    if (mode != "target" && mode != "forward") {
        adapler.fail("\"theta_mode\" should be \"target\" or \"forward\", found " + adapler.found("theta_mode"));
    }
    info.thetaForward = mode == "forward";
}

TokenizerOptions readTokenizer(const std::filesystem::path &file)
{
    TokenizerOptions options;
    if (!std::filesystem::exists(file)) {
        return options;
    }
    const Section section = Section::read(file);
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
        throw Error(folder.string() + " is not a folder; a model is a folder with config.json, vocab.txt and "
                                      "model.safetensors.");
    }
    const Section json = Section::read(folder / "config.json");
    checkArchitecture(json, backbone);
    json.require("hidden_act", "gelu", "gelu");
    json.require("position_embedding_type", "absolute", "absolute");
    if (json.boolean("is_decoder", false)) {
        json.fail("it describes a decoder (is_decoder); AdapLens runs encoders only");
    }

    Config config;
    ModelInfo &info = config.info;
    info.folder = folder;
    readShape(json, info);
    readAdapler(json, info);
    info.labels = readLabels(json);
    if (!backbone) {
        checkTask(json, info.labels);
    }

    const Section own = json.section("adaplens");
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
    nlohmann::ordered_json json = {
        {"architectures", {"BertForSequenceClassification"}},
        {"model_type", "bert"},
        {"vocab_size", info.vocabularySize},
        {"hidden_size", info.hidden},
        {"num_hidden_layers", info.layers},
        {"num_attention_heads", info.heads},
        {"intermediate_size", info.intermediate},
        {"hidden_act", "gelu"},
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
    if (info.adaptive) {
        json["adapler"] = {{"cp_hidden_size", info.cpHidden}, {"theta_mode", info.thetaForward ? "forward" : "target"}};
    }
    nlohmann::ordered_json own = {
        {"name", info.name}, {"trained_on", info.trainedOn}, {"language", info.language}, {"pairs", info.pairs}};
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

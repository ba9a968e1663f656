// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "core/model/safetensors.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <functional>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

struct Stored {
    TensorView view;
    std::vector<std::byte> bytes;
};

/// A folder with a tiny model whose files a test then damages.
class Model {
public:
    explicit Model(const TinyModel &model = {}) { writeTinyModel(path(), model); }

    [[nodiscard]] fs::path path() const { return m_folder.path() / "model"; }

    void editJson(const std::string &file, const std::function<void(Json &)> &edit)
    {
        std::ifstream in(path() / file);
        Json json = in ? Json::parse(in) : Json::object();
        edit(json);
        std::ofstream(path() / file) << json;
    }
    void set(const std::string &key, const Json &value)
    {
        editJson("config.json", [&](Json &json) { json[key] = value; });
    }
    void erase(const std::string &key)
    {
        editJson("config.json", [&](Json &json) { json.erase(key); });
    }
    void editTensors(const std::function<void(std::map<std::string, Stored> &)> &edit)
    {
        std::map<std::string, Stored> tensors;
        const auto file = SafetensorsFile::open(path() / "model.safetensors");
        for (const auto &[name, view] : file->tensors()) {
            tensors[name] = {view, {view.bytes.begin(), view.bytes.end()}};
        }
        edit(tensors);
        std::map<std::string, TensorView> views;
        for (auto &[name, stored] : tensors) {
            stored.view.bytes = stored.bytes;
            views[name] = stored.view;
        }
        writeSafetensors(path() / "model.safetensors", views);
    }
    void rename(const std::string &from, const std::string &to)
    {
        editTensors([&](auto &tensors) {
            auto node = tensors.extract(from);
            REQUIRE_FALSE(node.empty());
            node.key() = to;
            tensors.insert(std::move(node));
        });
    }
    void setFloat(const std::string &name, std::size_t index, float value)
    {
        editTensors([&](auto &tensors) { std::memcpy(tensors.at(name).bytes.data() + 4 * index, &value, 4); });
    }

    [[nodiscard]] std::string complaint() const
    {
        try {
            (void)readCheckpoint(path());
            return {};
        } catch (const Error &error) {
            return error.what();
        }
    }
    void checkRefused(const std::string &file, const std::string &expected) const
    {
        const std::string message = complaint();
        CAPTURE(message);
        CAPTURE(expected);
        CHECK(message.find((path() / file).string()) != std::string::npos);
        CHECK(message.find(expected) != std::string::npos);
        CHECK(message.ends_with("."));
    }

private:
    TemporaryFolder m_folder;
};

/// The largest difference between the weights of two checkpoints; also checks that both have the same tensors.
double largestDifference(Checkpoint a, Checkpoint b)
{
    std::map<std::string, at::Tensor> tensors;
    double largest = 0;
    const auto collect = [&](const std::string &name, const std::vector<std::int64_t> &, at::Tensor &tensor) {
        tensors[name] = tensor;
    };
    forEachTensor(a.weights, a.info, a.weights.adaptive(), collect);
    const auto compare = [&](const std::string &name, const std::vector<std::int64_t> &, at::Tensor &tensor) {
        REQUIRE(tensors.contains(name));
        CHECK((tensor.scalar_type() == at::kFloat));
        if (tensor.numel() > 0) {
            largest = std::max(largest, (tensor - tensors[name]).abs().max().item<double>());
        }
        tensors.erase(name);
    };
    forEachTensor(b.weights, b.info, b.weights.adaptive(), compare);
    CHECK(tensors.empty());
    return largest;
}

} // namespace

TEST_CASE("a model folder reads back as it was written")
{
    const Model model({.name = "Films", .labels = {"bad", "good", "mixed"}, .pairs = true, .thetaForward = true});
    const Checkpoint read = readCheckpoint(model.path());
    CHECK(read.info.folder == model.path());
    CHECK(read.info.name == "Films");
    CHECK(read.info.trainedOn == "random weights");
    CHECK(read.info.language == "English");
    CHECK(read.info.labels == std::vector<std::string>{"bad", "good", "mixed"});
    CHECK(read.info.pairs);
    CHECK(read.info.adaptive);
    CHECK(read.info.hasTwin);
    CHECK(read.info.thetaForward);
    CHECK(read.info.lowerCase);
    CHECK(read.info.layers == 3);
    CHECK(read.info.hidden == 16);
    CHECK(read.info.heads == 4);
    CHECK(read.info.intermediate == 32);
    CHECK(read.info.cpHidden == 32);
    CHECK(read.info.maxLength == 64);
    CHECK(read.info.vocabularySize == tinyVocabulary().size());
    CHECK(read.vocabulary->piece(6) == "##a");
    CHECK(read.weights.predictors.size() == 3);
    CHECK(read.weights.eta.numel() == 3);
    CHECK(read.weights.theta.numel() == 2);

    const Checkpoint twin = readCheckpoint(model.path() / "plain");
    CHECK_FALSE(twin.info.adaptive);
    CHECK_FALSE(twin.weights.adaptive());
}

TEST_CASE("every storage form comes back as float32, as close as it can be")
{
    const TemporaryFolder folder;
    const Model model;
    Checkpoint original = readCheckpoint(model.path());
    original.tokenizer = {.doLowerCase = false, .stripAccents = true, .tokenizeChineseChars = false};

    writeCheckpoint(folder.path() / "f32", original, Storage::Float32);
    const Checkpoint f32 = readCheckpoint(folder.path() / "f32");
    CHECK(largestDifference(original, f32) == 0);
    CHECK_FALSE(f32.info.lowerCase);
    CHECK_FALSE(f32.tokenizer.doLowerCase);
    CHECK(f32.tokenizer.stripAccents == std::optional(true));
    CHECK_FALSE(f32.tokenizer.tokenizeChineseChars);

    writeCheckpoint(folder.path() / "f16", original, Storage::Float16);
    const Checkpoint f16 = readCheckpoint(folder.path() / "f16");
    const double halfError = largestDifference(original, f16);
    CHECK(halfError > 0);
    CHECK(halfError < 2e-3);
    CHECK(at::equal(f16.weights.eta, original.weights.eta));
    CHECK(at::equal(f16.weights.theta, original.weights.theta));

    writeCheckpoint(folder.path() / "i8", original, Storage::Int8PerRow);
    const Checkpoint i8 = readCheckpoint(folder.path() / "i8");
    CHECK(at::equal(i8.weights.eta, original.weights.eta));
    const auto &before = original.weights.layers[1].intermediate.weight;
    const auto &after = i8.weights.layers[1].intermediate.weight;
    // Rounding is at most half a step, and a step is a 127th of the largest number of the row.
    const at::Tensor allowed = before.abs().amax(1, true) / 127 * 0.5001;
    CHECK(((after - before).abs() <= allowed).all().item<bool>());
    CHECK(((after - before).abs() > 0).any().item<bool>());
    CHECK(fs::file_size(folder.path() / "i8" / "model.safetensors") <
          fs::file_size(folder.path() / "f32" / "model.safetensors") / 2);
}

TEST_CASE("bfloat16 and int8 by hand have the values that their definitions give")
{
    Model model;
    const auto store = [&](ElementType type, const std::vector<std::uint8_t> &bytes,
                           const std::vector<std::int64_t> &shape, const std::string &name) {
        model.editTensors([&](auto &tensors) {
            auto &stored = tensors[name];
            stored.view = {type, shape, {}};
            stored.bytes.clear();
            for (const std::uint8_t b : bytes) {
                stored.bytes.push_back(std::byte{b});
            }
        });
    };
    // 1.0 is 0x3F80, -2.5 is 0xC020 in bfloat16, little-endian.
    store(ElementType::BF16, {0x80, 0x3F, 0x20, 0xC0}, {2}, "classifier.bias");
    std::vector<std::uint8_t> rows(32, 0);
    rows[0] = 0x7F;  // 127
    rows[16] = 0x81; // -127
    store(ElementType::I8, rows, {2, 16}, "classifier.weight");
    store(ElementType::F32, {0, 0, 0, 0x3F, 0, 0, 0, 0x40}, {2}, "classifier.weight.scale"); // 0.5 and 2
    const Checkpoint read = readCheckpoint(model.path());
    CHECK(read.weights.classifier.bias[0].item<float>() == 1.0F);
    CHECK(read.weights.classifier.bias[1].item<float>() == -2.5F);
    CHECK(read.weights.classifier.weight[0][0].item<float>() == 63.5F);
    CHECK(read.weights.classifier.weight[1][0].item<float>() == -254.0F);
    CHECK(read.weights.classifier.weight[1][1].item<float>() == 0.0F);
}

TEST_CASE("a row of zeros survives int8, and what float16 cannot hold is refused")
{
    const TemporaryFolder folder;
    const Model model;
    Checkpoint checkpoint = readCheckpoint(model.path());
    checkpoint.weights.pooler.weight[3].zero_();
    writeCheckpoint(folder.path() / "i8", checkpoint, Storage::Int8PerRow);
    CHECK(readCheckpoint(folder.path() / "i8").weights.pooler.weight[3].abs().max().item<float>() == 0.0F);
    checkpoint.weights.pooler.bias[0] = 1e6;
    CHECK_THROWS_AS(writeCheckpoint(folder.path() / "f16", checkpoint, Storage::Float16), Error);
    CHECK_FALSE(fs::exists(folder.path() / "f16"));
}

TEST_CASE("a twin can share the word embeddings and vocabulary of the folder above")
{
    const Model model;
    const Checkpoint main = readCheckpoint(model.path());
    Checkpoint twin = readCheckpoint(model.path() / "plain");
    fs::remove_all(model.path() / "plain");
    twin.weights.wordEmbeddings = main.weights.wordEmbeddings;
    writeCheckpoint(model.path() / "plain", twin, Storage::Float32, true);
    CHECK_FALSE(fs::exists(model.path() / "plain" / "vocab.txt"));
    CHECK_FALSE(SafetensorsFile::open(model.path() / "plain" / "model.safetensors")
                    ->tensors()
                    .contains("bert.embeddings.word_embeddings.weight"));
    const Checkpoint read = readCheckpoint(model.path() / "plain");
    CHECK(largestDifference(twin, read) == 0);
    CHECK(read.vocabulary->size() == main.vocabulary->size());

    fs::remove(model.path() / "model.safetensors");
    CHECK_THROWS_WITH_AS((void)readCheckpoint(model.path() / "plain"),
                         doctest::Contains("model.safetensors is missing"), Error);
}

TEST_CASE("all missing and misshapen tensors are listed at once")
{
    Model model;
    model.editTensors([](auto &tensors) {
        tensors.erase("bert.encoder.layer.1.output.dense.weight");
        tensors.erase("adapler.cp.2.score.bias");
        tensors.at("bert.pooler.dense.weight").view.shape = {8, 32};
        tensors.at("classifier.weight").view.shape = {4, 8};
        const float nan = std::nanf("");
        std::memcpy(tensors.at("bert.embeddings.LayerNorm.bias").bytes.data(), &nan, 4);
    });
    for (const char *expected :
         {"bert.encoder.layer.1.output.dense.weight is missing", "adapler.cp.2.score.bias is missing",
          "bert.pooler.dense.weight has shape [8, 32], expected [16, 16]",
          "classifier.weight has shape [4, 8], expected [2, 16]",
          "bert.embeddings.LayerNorm.bias holds numbers that are not finite", "same model"}) {
        model.checkRefused("model.safetensors", expected);
    }
}

TEST_CASE("weights that are no weights are refused")
{
    for (const float value : {std::numeric_limits<float>::infinity(), std::nanf("")}) {
        Model model;
        model.setFloat("bert.encoder.layer.0.intermediate.dense.weight", 17, value);
        model.checkRefused("model.safetensors",
                           "bert.encoder.layer.0.intermediate.dense.weight holds numbers that are not");
    }
    for (const float eta : {0.0F, -0.5F, 1.0001F, 2e10F}) {
        Model model;
        model.setFloat("adapler.eta", 1, eta);
        model.checkRefused("model.safetensors", "adapler.eta of layer 1 is");
    }
    Model whole;
    whole.editTensors([](auto &tensors) {
        auto &stored = tensors.at("classifier.bias");
        stored.view.type = ElementType::I64;
        stored.bytes.resize(16);
    });
    whole.checkRefused("model.safetensors", "classifier.bias holds whole numbers (I64)");
    Model unscaled;
    unscaled.editTensors([](auto &tensors) {
        auto &stored = tensors.at("classifier.weight");
        stored.view.type = ElementType::I8;
        stored.bytes.resize(32);
    });
    unscaled.checkRefused("model.safetensors", "needs classifier.weight.scale");
}

TEST_CASE("old spellings of LayerNorm and needless extra tensors are no obstacle")
{
    Model model;
    const Checkpoint before = readCheckpoint(model.path());
    model.rename("bert.embeddings.LayerNorm.weight", "bert.embeddings.LayerNorm.gamma");
    model.rename("bert.encoder.layer.2.output.LayerNorm.bias", "bert.encoder.layer.2.output.LayerNorm.beta");
    model.editTensors([](auto &tensors) {
        Stored &extra = tensors["bert.embeddings.position_ids"];
        extra.view.type = ElementType::I64;
        extra.view.shape.assign(2, 1);
        extra.bytes.resize(8);
    });
    CHECK(largestDifference(before, readCheckpoint(model.path())) == 0);
}

TEST_CASE("configurations that AdapLens cannot run get one clear sentence each")
{
    struct Row {
        std::string key;
        Json value;
        std::string expected;
    };
    const std::vector<Row> rows = {
        {"model_type", "roberta", "\"model_type\" is \"roberta\"; AdapLens computes \"bert\" only"},
        {"model_type", 7, "\"model_type\" should be a text"},
        {"architectures", {"BertForMaskedLM"}, "BertForSequenceClassification"},
        {"architectures", "Bert", "BertForSequenceClassification"},
        {"hidden_act", "relu", "\"hidden_act\" is \"relu\"; AdapLens computes \"gelu\" only"},
        {"position_embedding_type", "relative_key", "\"absolute\" only"},
        {"is_decoder", true, "decoder"},
        {"num_attention_heads", 5, "hidden_size 16 cannot be divided among 5"},
        {"num_attention_heads", 0, "\"num_attention_heads\" should be a whole number from 1"},
        {"hidden_size", -16, "\"hidden_size\" should be a whole number"},
        {"hidden_size", 1e300, "\"hidden_size\" should be a whole number"},
        {"hidden_size", "16", "found \"16\""},
        {"hidden_size", nullptr, "found null"},
        {"num_hidden_layers", 1000000000, "from 1 to 256"},
        {"max_position_embeddings", 2, "too few"},
        {"layer_norm_eps", "x", "\"layer_norm_eps\" should be a number"},
        {"layer_norm_eps", -1, "\"layer_norm_eps\" should be a number"},
        {"hidden_dropout_prob", 1.5, "\"hidden_dropout_prob\" should be a number"},
        {"id2label", {{"0", "a"}, {"2", "b"}}, "none for \"1\""},
        {"id2label", {{"0", "score"}}, "1 output"},
        {"id2label", "names", "\"id2label\" should be an object"},
        {"problem_type", "regression", "regression"},
        {"problem_type", "multi_label_classification", "several labels at once"},
        {"adapler", {{"theta_mode", "backward"}}, "\"target\" or \"forward\", found \"backward\""},
        {"adapler", {{"cp_hidden_size", 0}}, "cp_hidden_size"},
        {"adapler", true, "\"adapler\" should be an object"},
        {"adapler", nullptr, "no \"adapler\" section"},
        {"adaplens", {{"name", 3}}, "\"name\" should be a text"},
        {"vocab_size", 90, "classifier"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.key);
        CAPTURE(row.value.dump());
        Model model;
        model.set(row.key, row.value);
        const std::string message = model.complaint();
        CAPTURE(message);
        CHECK(message.find(model.path().string()) != std::string::npos);
        CHECK(message.find(row.key == "vocab_size" ? "vocab_size is 90" : row.expected) != std::string::npos);
        CHECK(message.ends_with("."));
    }
}

TEST_CASE("broken and missing files are named")
{
    {
        Model model;
        std::ofstream(model.path() / "config.json") << "{\"a\":";
        model.checkRefused("config.json", "not valid JSON");
        std::ofstream(model.path() / "config.json") << std::string(100000, '[');
        model.checkRefused("config.json", "not valid JSON");
        fs::remove(model.path() / "config.json");
        model.checkRefused("config.json", "is missing");
        fs::create_directory(model.path() / "config.json");
        model.checkRefused("config.json", "is missing");
    }
    {
        Model model;
        fs::remove(model.path() / "vocab.txt");
        model.checkRefused("vocab.txt", "is missing");
        std::ofstream(model.path() / "tokenizer.json") << "{}";
        model.checkRefused("vocab.txt", "tokenizer.json alone is not enough");
    }
    {
        Model model;
        fs::remove(model.path() / "model.safetensors");
        model.checkRefused("model.safetensors", "is missing");
        std::ofstream(model.path() / "pytorch_model.bin") << "x";
        model.checkRefused("pytorch_model.bin", "safe_serialization=True");
    }
    {
        Model model;
        model.editJson("tokenizer_config.json", [](Json &json) { json["do_lower_case"] = "yes"; });
        model.checkRefused("tokenizer_config.json", "\"do_lower_case\" should be true or false");
    }
    CHECK_THROWS_WITH_AS((void)readCheckpoint("/nonexistent/model"), doctest::Contains("is not a folder"), Error);
    CHECK_THROWS_WITH_AS((void)readCheckpoint("/dev/null"), doctest::Contains("is not a folder"), Error);
}

TEST_CASE("the vocabulary must be as long as the embedding table, or that rounded up")
{
    Model longer;
    std::ofstream(longer.path() / "vocab.txt", std::ios::app) << "another\n";
    longer.checkRefused("vocab.txt", "vocab_size is " + std::to_string(tinyVocabulary().size()));

    Model rounded;
    const std::size_t size = (tinyVocabulary().size() / 64 + 1) * 64;
    rounded.set("vocab_size", size);
    rounded.editTensors([&](auto &tensors) {
        auto &stored = tensors.at("bert.embeddings.word_embeddings.weight");
        stored.view.shape[0] = static_cast<std::int64_t>(size);
        stored.bytes.resize(size * 16 * 4);
    });
    CHECK(rounded.complaint().empty());
}

TEST_CASE("folders that AdapLens did not write get sensible names and defaults")
{
    Model model({.adaptive = false});
    model.erase("adaplens");
    model.erase("id2label");
    model.erase("type_vocab_size");
    model.erase("architectures");
    model.erase("model_type");
    fs::remove(model.path() / "tokenizer_config.json");
    const Checkpoint read = readCheckpoint(model.path());
    CHECK(read.info.name == "model");
    CHECK(read.info.labels == std::vector<std::string>{"LABEL_0", "LABEL_1"});
    CHECK(read.info.trainedOn.empty());
    CHECK_FALSE(read.info.pairs);
    CHECK(read.info.lowerCase);
    CHECK(readCheckpoint(model.path() / ".").info.name == "model");

    model.set("id2label", {{"0", "ENTAILMENT"}, {"1", "neutral"}});
    CHECK(readCheckpoint(model.path()).info.pairs);
    model.erase("id2label");
    model.set("finetuning_task", "mrpc");
    CHECK(readCheckpoint(model.path()).info.pairs);
}

TEST_CASE("a backbone needs neither prefix nor head, and gets the labels that are asked for")
{
    Model model({.adaptive = false});
    const Checkpoint before = readCheckpoint(model.path());
    model.set("architectures", {"BertModel"});
    model.erase("id2label");
    model.editTensors([](auto &tensors) {
        std::map<std::string, Stored> bare;
        for (auto &[name, stored] : tensors) {
            if (name.starts_with("bert.") && !name.starts_with("bert.pooler")) {
                bare[name.substr(5)] = stored;
            }
        }
        tensors = bare;
    });
    CHECK_FALSE(model.complaint().empty());

    const std::vector<std::string> labels = {"a", "b", "c"};
    const Checkpoint one = readBackbone(model.path(), labels, 1);
    CHECK(one.info.labels == labels);
    CHECK(one.info.adaptive);
    CHECK(at::equal(one.weights.wordEmbeddings, before.weights.wordEmbeddings));
    CHECK(at::equal(one.weights.layers[2].outputNorm.bias, before.weights.layers[2].outputNorm.bias));
    CHECK((one.weights.classifier.weight.sizes() == at::IntArrayRef({3, 16})));
    CHECK(one.weights.classifier.bias.abs().max().item<float>() == 0.0F);
    CHECK(one.weights.eta.min().item<float>() == 0.25F);
    CHECK(one.weights.theta.min().item<float>() == 1.0F);
    const at::Tensor dense = one.weights.predictors[0].dense.weight;
    CHECK((dense.sizes() == at::IntArrayRef({32, 16})));
    CHECK(dense.abs().max().item<float>() <= 0.04F);
    CHECK(dense.std().item<float>() == doctest::Approx(0.0176).epsilon(0.1)); // 0.02 cut at two deviations

    CHECK(largestDifference(one, readBackbone(model.path(), labels, 1)) == 0);
    CHECK(largestDifference(one, readBackbone(model.path(), labels, 2)) > 0);
}

TEST_CASE("a backbone that is a classifier keeps its head where the labels fit")
{
    const Model model;
    const Checkpoint before = readCheckpoint(model.path());
    const Checkpoint same = readBackbone(model.path(), {"x", "y"}, 1);
    CHECK(largestDifference(before, same) == 0);
    CHECK(same.info.labels[1] == "y");
    CHECK(readBackbone(model.path(), {"x", "y", "z"}, 1).weights.classifier.bias.numel() == 3);
}

TEST_CASE("the trial model opens")
{
    const fs::path folder = fs::path(ADAPLENS_SHARED_DIR) / "models" / "trial-sst2";
    if (!fs::exists(folder)) {
        MESSAGE("skipped: ../shared/models/trial-sst2 is not there");
        return;
    }
    const Checkpoint read = readCheckpoint(folder);
    CHECK(read.info.layers == 6);
    CHECK(read.info.labels == std::vector<std::string>{"negative", "positive"});
    CHECK(read.info.name == "trial-sst2");
    CHECK(read.weights.eta.numel() == 6);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier_p.h"
#include "core/model/config.h"
#include "tests/core/model/damagedmodel.h"

#include <thread>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

TEST_CASE("a model folder reads back as it was written")
{
    const DamagedModel model(
        {.name = "Films", .labels = {"bad", "good", "mixed"}, .pairs = true, .thetaForward = true});
    const Checkpoint read = readCheckpoint(model.path());
    CHECK(read.info.folder == model.path());
    CHECK(read.info.name == "Films");
    CHECK(read.info.trainedOn == "random weights");
    CHECK(read.info.language == "English");
    CHECK(read.info.labels == std::vector<std::string>{"bad", "good", "mixed"});
    CHECK(read.info.pairs);
    CHECK(read.info.adaptive);
    CHECK(read.info.hasTwin);
    CHECK(adaplerSettings(read.info).thetaForward);
    CHECK(read.info.lowerCase);
    CHECK(read.info.layers == 3);
    CHECK(read.info.hidden == 16);
    CHECK(read.info.heads == 4);
    CHECK(read.info.intermediate == 32);
    CHECK(adaplerSettings(read.info).cpHidden == 32);
    CHECK(read.info.maxLength == 64);
    CHECK(read.info.vocabularySize == tinyVocabulary().size());
    CHECK(read.vocabulary->piece(6) == "##a");
    const AdaplerTensors own = adaplerTensors(read.weights);
    CHECK(own.predictors.size() == 3);
    CHECK(own.eta.numel() == 3);
    CHECK(own.theta.numel() == 2);

    const Checkpoint twin = readCheckpoint(model.path() / "plain");
    CHECK_FALSE(twin.info.adaptive);
    CHECK(ruleOf(twin.info).name() == "none");
    CHECK(twin.weights.rule.empty());
}

TEST_CASE("every storage form comes back as float32, as close as it can be")
{
    const TemporaryFolder folder;
    const DamagedModel model;
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
    for (const char *exact : {"adapler.eta", "adapler.theta"}) {
        CHECK(at::equal(f16.weights.rule.at(exact), original.weights.rule.at(exact)));
    }

    writeCheckpoint(folder.path() / "i8", original, Storage::Int8PerRow);
    const Checkpoint i8 = readCheckpoint(folder.path() / "i8");
    CHECK(at::equal(i8.weights.rule.at("adapler.eta"), original.weights.rule.at("adapler.eta")));
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
    DamagedModel model;
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
    // -2.5 is 0xC004000000000000 in float64.
    store(ElementType::F64, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0xC0}, {2}, "classifier.bias");
    const Checkpoint exact = readCheckpoint(model.path());
    CHECK(exact.weights.classifier.bias[0].item<float>() == 0.0F);
    CHECK(exact.weights.classifier.bias[1].item<float>() == -2.5F);
}

TEST_CASE("a row of zeros survives int8, and what float16 cannot hold is refused")
{
    const TemporaryFolder folder;
    const DamagedModel model;
    Checkpoint checkpoint = readCheckpoint(model.path());
    checkpoint.weights.pooler.weight[3].zero_();
    writeCheckpoint(folder.path() / "i8", checkpoint, Storage::Int8PerRow);
    CHECK(readCheckpoint(folder.path() / "i8").weights.pooler.weight[3].abs().max().item<float>() == 0.0F);
    checkpoint.weights.pooler.bias[0] = 1e6;
    CHECK_THROWS_WITH_AS(writeCheckpoint(folder.path() / "f16", checkpoint, Storage::Float16),
                         doctest::Contains("f16/model.safetensors: bert.pooler.dense.bias holds numbers"), Error);
    CHECK_FALSE(fs::exists(folder.path() / "f16"));
}

TEST_CASE("a twin can share the word embeddings and vocabulary of the folder above")
{
    const DamagedModel model;
    const Checkpoint main = readCheckpoint(model.path());
    Checkpoint twin = readCheckpoint(model.path() / "plain");
    fs::remove_all(model.path() / "plain");
    twin.weights.wordEmbeddings = main.weights.wordEmbeddings;
    writeCheckpoint(model.path() / "plain", twin, Storage::Float32, embeddingsAbove);
    CHECK_FALSE(fs::exists(model.path() / "plain" / "vocab.txt"));
    CHECK_FALSE(SafetensorsFile(model.path() / "plain" / "model.safetensors")
                    .tensors()
                    .contains("bert.embeddings.word_embeddings.weight"));
    const Checkpoint read = readCheckpoint(model.path() / "plain");
    CHECK(largestDifference(twin, read) == 0);
    CHECK(read.vocabulary->size() == main.vocabulary->size());

    fs::remove(model.path() / "model.safetensors");
    CHECK_THROWS_WITH_AS((void)readCheckpoint(model.path() / "plain"),
                         doctest::Contains("model.safetensors is missing"), Error);
}

TEST_CASE("old spellings of LayerNorm and needless extra tensors are no obstacle")
{
    DamagedModel model;
    const Checkpoint before = readCheckpoint(model.path());
    model.rename("bert.embeddings.LayerNorm.weight", "bert.embeddings.LayerNorm.gamma");
    model.rename("bert.encoder.layer.2.output.LayerNorm.bias", "bert.encoder.layer.2.output.LayerNorm.beta");
    model.editTensors([](auto &tensors) {
        Stored &extra = tensors["bert.embeddings.position_ids"];
        extra.view.type = ElementType::I64;
        extra.view.shape.assign(2, 1);
        extra.bytes.resize(8);
    });
    for (const auto type : {ElementType::Bool, ElementType::U8, ElementType::I16, ElementType::U16, ElementType::I32,
                            ElementType::U32, ElementType::U64, ElementType::F64}) {
        model.editTensors([&](auto &tensors) {
            Stored &extra = tensors["loss.mask"];
            extra.view = {type, {3}, {}};
            extra.bytes.assign(3 * sizeOf(type), std::byte{1});
        });
        CHECK(largestDifference(before, readCheckpoint(model.path())) == 0);
    }
}

TEST_CASE("folders that AdapLens did not write get sensible names and defaults")
{
    DamagedModel model({.adaptive = false});
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
    DamagedModel model({.adaptive = false});
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
    const Checkpoint one = readBackbone(model.path(), labels, 1, "adapler");
    CHECK(one.info.labels == labels);
    CHECK(one.info.adaptive);
    CHECK(at::equal(one.weights.wordEmbeddings, before.weights.wordEmbeddings));
    CHECK(at::equal(one.weights.layers[2].outputNorm.bias, before.weights.layers[2].outputNorm.bias));
    CHECK((one.weights.classifier.weight.sizes() == at::IntArrayRef({3, 16})));
    CHECK(one.weights.classifier.bias.abs().max().item<float>() == 0.0F);
    const AdaplerTensors own = adaplerTensors(one.weights);
    CHECK(own.eta.min().item<float>() == 0.25F);
    CHECK(own.theta.min().item<float>() == 1.0F);
    const at::Tensor dense = own.predictors[0].dense.weight;
    CHECK((dense.sizes() == at::IntArrayRef({32, 16})));
    CHECK(dense.abs().max().item<float>() <= 0.04F);
    CHECK(dense.std().item<float>() == doctest::Approx(0.0176).epsilon(0.1)); // 0.02 cut at two deviations

    CHECK(largestDifference(one, readBackbone(model.path(), labels, 1, "adapler")) == 0);
    CHECK(largestDifference(one, readBackbone(model.path(), labels, 2, "adapler")) > 0);
}

TEST_CASE("sizes that a backbone's file contradicts take no memory")
{
    DamagedModel model({.adaptive = false});
    model.set("hidden_size", 65536); // its pooler would take 16 GiB
    model.set("num_attention_heads", 1);
    CHECK_THROWS_WITH_AS((void)readBackbone(model.path(), {"a", "b", "c"}, 1, "adapler"),
                         doctest::Contains("does not fit its config.json"), Error);
}

TEST_CASE("a backbone that is a classifier keeps its head where the labels fit")
{
    const DamagedModel model;
    const Checkpoint before = readCheckpoint(model.path());
    const Checkpoint same = readBackbone(model.path(), {"x", "y"}, 1, "adapler");
    CHECK(largestDifference(before, same) == 0);
    CHECK(same.info.labels[1] == "y");
    CHECK(readBackbone(model.path(), {"x", "y", "z"}, 1, "adapler").weights.classifier.bias.numel() == 3);
}

TEST_CASE("a folder from before rules had names opens as what it is")
{
    DamagedModel model;
    model.editJson("config.json", [](nlohmann::json &json) { json["adaplens"].erase("reduction"); });
    CHECK(readCheckpoint(model.path()).info.adaptive);
    CHECK(ruleOf(readCheckpoint(model.path()).info).name() == "adapler");
    model.erase("adaplens");
    CHECK(ruleOf(readCheckpoint(model.path()).info).name() == "adapler");
    const fs::path shipped = fs::path(ADAPLENS_SOURCE_DIR) / "resources" / "models" / "sentences";
    const Checkpoint read = readCheckpoint(shipped);
    CHECK(read.info.labels == std::vector<std::string>{"negative", "positive"});
    CHECK(adaplerTensors(read.weights).predictors.size() == read.info.layers);
}

TEST_CASE("config.json names the rule, and one that is not known is refused")
{
    DamagedModel model;
    model.editJson("config.json", [](nlohmann::json &json) {
        CHECK(json["adaplens"]["reduction"] == "adapler");
        json["adaplens"]["reduction"] = "scissors";
    });
    model.checkRefused("config.json",
                       "“adaplens.reduction”: \"scissors\" is no way to drop tokens; known are \"none\", \"adapler\"");
    model.editJson("config.json", [](nlohmann::json &json) { json["adaplens"]["reduction"] = "none"; });
    model.checkRefused("model.safetensors", "holds tensors of \"adapler\" (adapler.cp.0.dense.bias and others)");
    CHECK_THROWS_WITH_AS((void)ruleNamed("scissors"), doctest::Contains("known are \"none\", \"adapler\""), Error);
}

TEST_CASE("classifiers of one folder share its weights while the files are as they were")
{
    const DamagedModel model;
    const auto first = Classifier::open(model.path()), second = Classifier::open(model.path() / "." / "");
    const auto weights = [](const auto &classifier) { return &ClassifierAccess::model(*classifier).weights; };
    CHECK(weights(first) == weights(second));
    CHECK(&ClassifierAccess::plain(*first) == &ClassifierAccess::plain(*second));

    // Both run at once and say what one alone says.
    const Encoding text = first->encode("a good film with a dull plot", std::nullopt);
    const std::vector<Encoding> batch{text, first->encode("dull", std::nullopt)};
    const auto alone = first->runBatch(batch, Pass::Reduced);
    REQUIRE(alone);
    std::vector<std::vector<float>> found(2);
    const auto often = [&](Classifier &classifier, std::vector<float> &logits) {
        for (int run = 0; run < 20; ++run)
            logits = classifier.runBatch(batch, Pass::Reduced).value().front().logits;
    };
    std::thread other([&] { often(*second, found[1]); });
    often(*first, found[0]);
    other.join();
    CHECK(found[0] == alone->front().logits);
    CHECK(found[1] == alone->front().logits);

    writeTinyModel(model.path(), {.seed = 9}); // the folder holds another model now
    const auto third = Classifier::open(model.path());
    CHECK(weights(third) != weights(first));
    CHECK(third->runBatch(batch, Pass::Reduced).value().front().logits != alone->front().logits);
}

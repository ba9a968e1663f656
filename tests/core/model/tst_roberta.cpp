// SPDX-License-Identifier: GPL-3.0-or-later
// What RoBERTa's folders have that BERT's have not. Its numbers against Hugging Face's: tst_hfparity.cpp.
#include "core/encoder/encoder_p.h"
#include "core/model/classifier.h"
#include "tests/core/golden.h"
#include "tests/core/model/damagedmodel.h"

#include <ATen/core/grad_mode.h>

using namespace adaplens;
using namespace adaplens::test;

namespace {

const TinyModel tiny{.architecture = "roberta", .adaptive = false};

} // namespace

TEST_CASE("positions begin behind the padding piece's: two rows of their table are never used")
{
    DamagedModel model(tiny);
    const auto config = golden::readJson(model.path() / "config.json");
    CHECK(config["max_position_embeddings"] == tiny.maxLength + 2);
    CHECK(config["pad_token_id"] == 1);
    CHECK(config["architectures"] == nlohmann::json{"RobertaForSequenceClassification"});
    const Checkpoint before = readCheckpoint(model.path());
    CHECK(before.info.maxLength == tiny.maxLength);
    CHECK(before.weights.positionEmbeddings.size(0) == static_cast<std::int64_t>(tiny.maxLength) + 2);

    const Encoding whole =
        golden::encodingOf(std::vector<std::int32_t>(tiny.maxLength, 7), std::vector<int>(tiny.maxLength, 0));
    const Encoding *const one[] = {&whole};
    const BatchInput input = BatchInput::of(one);
    const at::Tensor rows = embed(before.weights, before.info, input, {});
    for (std::size_t i = 0; i < 2 * tiny.hidden; ++i) {
        model.setFloat("roberta.embeddings.position_embeddings.weight", i, 5);
    }
    Checkpoint after = readCheckpoint(model.path());
    CHECK(at::equal(embed(after.weights, after.info, input, {}), rows));
    after.weights.positionEmbeddings[2] += 1; // the first piece's
    const at::Tensor changed = (embed(after.weights, after.info, input, {}) - rows).abs().amax(1) > 0;
    CHECK(changed[0].item<bool>());
    CHECK(changed.sum().item<std::int64_t>() == 1);
    {
        const at::NoGradGuard guard; // the kernels of inference read the same rows
        const at::Tensor inferred = embed(before.weights, before.info, input, {});
        CHECK(golden::distance(inferred, rows) < 1e-5);
    }
}

TEST_CASE("positions that would begin elsewhere are refused by name")
{
    DamagedModel model(tiny);
    model.set("pad_token_id", 0);
    model.checkRefused("config.json", "“pad_token_id”: 0 was found, 1 was expected");
    model.erase("pad_token_id");
    CHECK(model.complaint().empty()); // Hugging Face's default is the same
    model.set("max_position_embeddings", 2);
    model.checkRefused("config.json", "“max_position_embeddings”: 2 was found");
}

TEST_CASE("both texts of a pair have type 0, whatever types there are")
{
    for (const char *architecture : {"roberta", "bert"}) {
        CAPTURE(architecture);
        DamagedModel model({.architecture = architecture, .adaptive = false});
        const std::string table = std::string(architecture) + ".embeddings.token_type_embeddings.weight";
        const bool roberta = architecture == std::string("roberta");
        const auto withTypes = [&](std::int64_t types) {
            model.set("type_vocab_size", types);
            model.editTensors([&](auto &tensors) {
                Stored &stored = tensors.at(table);
                stored.view.shape[0] = types;
                stored.bytes.resize(static_cast<std::size_t>(types) * tiny.hidden * 4);
                for (std::int64_t row = 1; row < types; ++row) { // unlike the first
                    for (std::size_t i = 0; i < tiny.hidden; ++i) {
                        const float value = i % 2 == 0 ? 1.0F : -1.0F;
                        const std::size_t place = (static_cast<std::size_t>(row) * tiny.hidden + i) * 4;
                        std::memcpy(stored.bytes.data() + place, &value, 4);
                    }
                }
            });
        };
        const auto logits = [&](int second) {
            const auto classifier = Classifier::open(model.path());
            const Encoding encoding = golden::encodingOf({2, 70, 80, 3, 90, 3}, {0, 0, 0, 0, second, second});
            return classifier->runBatch({&encoding, 1}, Pass::Plain)->front().logits;
        };
        withTypes(1);
        CHECK(logits(0) == logits(1));
        withTypes(2);
        CHECK((logits(0) == logits(1)) == roberta);
    }
}

TEST_CASE("CamemBERT is RoBERTa by another name")
{
    DamagedModel model(tiny);
    const Encoding encoding = golden::encodingOf({2, 70, 80, 3}, {0, 0, 0, 0});
    const auto logits = [&] {
        return Classifier::open(model.path())->runBatch({&encoding, 1}, Pass::Plain)->front().logits;
    };
    const auto before = logits();
    model.set("model_type", "camembert");
    model.checkRefused("config.json", "(CamembertForSequenceClassification)");
    model.set("architectures", nlohmann::json{"CamembertForSequenceClassification"});
    CHECK(logits() == before);
}

TEST_CASE("a bare encoder, and one that predicts masked words, are backbones")
{
    for (const bool bare : {true, false}) {
        CAPTURE(bare);
        DamagedModel model(tiny);
        const Checkpoint before = readCheckpoint(model.path());
        model.set("architectures", nlohmann::json{bare ? "RobertaModel" : "RobertaForMaskedLM"});
        model.editTensors([&](auto &tensors) {
            std::map<std::string, Stored> kept;
            for (auto &[name, stored] : tensors) {
                if (name.starts_with("roberta.")) {
                    kept[bare ? name.substr(8) : name] = stored;
                }
            }
            kept[bare ? "pooler.dense.bias" : "lm_head.bias"] = tensors.at("classifier.dense.bias");
            tensors = std::move(kept);
        });
        model.checkRefused("config.json", "RobertaForSequenceClassification");
        const Checkpoint read = readBackbone(model.path(), {"a", "b", "c"}, 1, "adapler");
        CHECK(at::equal(read.weights.positionEmbeddings, before.weights.positionEmbeddings));
        CHECK(at::equal(read.weights.layers[2].outputNorm.bias, before.weights.layers[2].outputNorm.bias));
        CHECK((read.weights.classifier.weight.sizes() == at::IntArrayRef({3, 16})));
        CHECK_FALSE(at::equal(read.weights.pooler.weight, before.weights.pooler.weight));
        CHECK(read.weights.headDropsFirst);
        CHECK(read.weights.firstPosition == 2);
    }
}

TEST_CASE("activations are read by each of their names, and written by one")
{
    for (const auto &[name, activation, written] :
         {std::tuple("gelu", Activation::Gelu, "gelu"), std::tuple("gelu_new", Activation::GeluTanh, "gelu_new"),
          std::tuple("gelu_pytorch_tanh", Activation::GeluTanh, "gelu_new"),
          std::tuple("relu", Activation::Relu, "relu")}) {
        for (const auto &[architecture, key] :
             {std::pair("bert", "hidden_act"), std::pair("distilbert", "activation"),
              std::pair("electra", "hidden_act"), std::pair("roberta", "hidden_act")}) {
            CAPTURE(name);
            CAPTURE(architecture);
            DamagedModel model({.architecture = architecture, .adaptive = false});
            model.set(key, name);
            const Checkpoint read = readCheckpoint(model.path());
            CHECK(read.info.activation == activation);
            writeCheckpoint(model.path(), read, Storage::Float32);
            CHECK(golden::readJson(model.path() / "config.json")[key] == written);
            model.set(key, "gelu_10");
            model.checkRefused("config.json", std::string("“") + key + "”: \"gelu_10\" was found, \"gelu\", ");
        }
    }
}

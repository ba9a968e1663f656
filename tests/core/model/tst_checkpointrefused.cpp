// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/model/damagedmodel.h"

#include <cmath>
#include <limits>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;
using Json = nlohmann::json;

TEST_CASE("all missing and misshapen tensors are listed at once")
{
    DamagedModel model;
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
        DamagedModel model;
        model.setFloat("bert.encoder.layer.0.intermediate.dense.weight", 17, value);
        model.checkRefused("model.safetensors",
                           "bert.encoder.layer.0.intermediate.dense.weight holds numbers that are not");
    }
    for (const float eta : {0.0F, -0.5F, 1.0001F, 2e10F}) {
        DamagedModel model;
        model.setFloat("adapler.eta", 1, eta);
        model.checkRefused("model.safetensors", "adapler.eta of layer 1 is");
    }
    DamagedModel whole;
    whole.editTensors([](auto &tensors) {
        auto &stored = tensors.at("classifier.bias");
        stored.view.type = ElementType::I64;
        stored.bytes.resize(16);
    });
    whole.checkRefused("model.safetensors", "classifier.bias has type I64, expected F32, F16, BF16, F64 or I8");
    DamagedModel unscaled;
    unscaled.editTensors([](auto &tensors) {
        auto &stored = tensors.at("classifier.weight");
        stored.view.type = ElementType::I8;
        stored.bytes.resize(32);
    });
    unscaled.checkRefused("model.safetensors", "needs classifier.weight.scale");
}

TEST_CASE("configurations that AdapLens cannot run get one clear sentence each")
{
    struct Row {
        std::string key;
        Json value;
        std::string expected;
    };
    const std::vector<Row> rows = {
        {"model_type", "deberta-v2",
         "“model_type”: \"deberta-v2\" was found, \"bert\", \"distilbert\", \"electra\", \"roberta\" or \"camembert\""},
        {"model_type", "deberta", "\"deberta\" was found"},
        {"model_type", "modernbert", "\"modernbert\" was found"},
        {"model_type", "albert", "\"albert\" was found"},
        {"model_type", "t5", "\"t5\" was found"},
        {"model_type", "gpt2", "\"gpt2\" was found"},
        {"model_type", 7, "“model_type”: 7 was found, a text was expected"},
        {"architectures", {"BertForMaskedLM"}, "BertForSequenceClassification"},
        {"architectures", "Bert", "BertForSequenceClassification"},
        {"hidden_act", "silu",
         "“hidden_act”: \"silu\" was found, \"gelu\", \"gelu_new\", \"gelu_pytorch_tanh\" or \"relu\" was expected"},
        {"position_embedding_type", "relative_key", "\"absolute\" was expected"},
        {"position_embedding_type", nullptr, "null was found, \"absolute\" was expected"},
        {"is_decoder", true, "decoder"},
        {"num_attention_heads", 5, "hidden_size 16 cannot be divided among 5"},
        {"num_attention_heads", 0, "“num_attention_heads”: 0 was found, from 1 to 65536 was expected"},
        {"hidden_size", -16, "“hidden_size”: -16 was found, a whole number of at least 0 was expected"},
        {"hidden_size", 1e300, "“hidden_size”: 1e+300 was found, a whole number of at least 0 was expected"},
        {"hidden_size", "16", "\"16\" was found"},
        {"hidden_size", nullptr, "“hidden_size”: it is missing"},
        {"num_hidden_layers", 1000000000, "from 1 to 256"},
        {"max_position_embeddings", 2, "too few"},
        {"layer_norm_eps", "x", "“layer_norm_eps”: \"x\" was found, a number was expected"},
        {"layer_norm_eps", -1, "“layer_norm_eps”: -1.0 was found, from 0.0 to 0.999 was expected"},
        {"hidden_dropout_prob", 1.5, "“hidden_dropout_prob”: 1.5 was found, from 0.0 to 0.999 was expected"},
        {"id2label", {{"0", "a"}, {"2", "b"}}, "none for \"1\""},
        {"id2label", {{"0", "score"}}, "1 output"},
        {"id2label", "names", "“id2label”: \"names\" was found, an object { ... } was expected"},
        {"problem_type", "regression", "regression"},
        {"problem_type", "multi_label_classification", "several labels at once"},
        {"adapler",
         {{"theta_mode", "backward"}},
         "“adapler.theta_mode”: \"backward\" was found, \"forward\" or \"target\" was expected"},
        {"adapler", {{"cp_hidden_size", 0}}, "“adapler.cp_hidden_size”: 0 was found"},
        {"adapler", true, "“adapler”: true was found, an object { ... } was expected"},
        {"adapler", nullptr, "no \"adapler\" section"},
        {"adaplens", {{"name", 3}}, "“adaplens.name”: 3 was found, a text was expected"},
        {"vocab_size", 90, "classifier"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.key);
        CAPTURE(row.value.dump());
        DamagedModel model;
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
        DamagedModel model;
        std::ofstream(model.path() / "config.json") << "{\"a\":";
        model.checkRefused("config.json", "holds broken JSON at byte");
        std::ofstream(model.path() / "config.json") << std::string(100000, '[');
        model.checkRefused("config.json", "holds broken JSON at byte");
        std::ofstream(model.path() / "config.json") << R"({"hidden_size": 1e999})";
        model.checkRefused("config.json", "holds a number that is too large.");
        fs::remove(model.path() / "config.json");
        model.checkRefused("config.json", "is missing");
        fs::create_directory(model.path() / "config.json");
        model.checkRefused("config.json", "is missing");
    }
    {
        DamagedModel model;
        fs::remove(model.path() / "vocab.txt");
        model.checkRefused("vocab.txt", "is missing");
        std::ofstream(model.path() / "tokenizer.json") << "{}";
        model.checkRefused("tokenizer.json", "it has no model");
    }
    {
        DamagedModel model;
        fs::remove(model.path() / "model.safetensors");
        model.checkRefused("model.safetensors", "is missing");
        std::ofstream(model.path() / "tf_model.h5") << "x";
        model.checkRefused("tf_model.h5", "has weights of TensorFlow; make a model.safetensors of them");
        model.checkRefused("tf_model.h5", "from_pretrained(sys.argv[1], from_tf=True)");
        std::ofstream(model.path() / "pytorch_model.bin.index.json") << "{}";
        model.checkRefused("pytorch_model.bin.index.json", "is a pickle");
        std::ofstream(model.path() / "pytorch_model.bin") << "x";
        model.checkRefused("pytorch_model.bin", "safe_serialization=True)\" '" + model.path().string() + "'");
        const TemporaryFolder folder;
        fs::copy(model.path(), folder.path() / "reader's", fs::copy_options::recursive);
        CHECK_THROWS_WITH_AS((void)readCheckpoint(folder.path() / "reader's"), doctest::Contains("/reader'\\''s'"),
                             Error);
    }
    {
        DamagedModel model;
        fs::remove(model.path() / "config.json");
        std::ofstream(model.path() / "adapter_config.json") << "{}";
        const std::string text = model.complaint();
        CHECK(text.find("holds an adapter") != std::string::npos);
        CHECK(text.find("merge_and_unload()") != std::string::npos);
    }
    {
        DamagedModel model;
        model.editJson("tokenizer_config.json", [](Json &json) { json["do_lower_case"] = "yes"; });
        model.checkRefused("tokenizer_config.json", "“do_lower_case”: \"yes\" was found, true or false was expected");
    }
    CHECK_THROWS_WITH_AS((void)readCheckpoint("/nonexistent/model"), doctest::Contains("is not a folder"), Error);
    CHECK_THROWS_WITH_AS((void)readCheckpoint("/dev/null"), doctest::Contains("is not a folder"), Error);
}

TEST_CASE("the embedding table may be longer than the vocabulary, not shorter")
{
    DamagedModel longer;
    std::ofstream(longer.path() / "vocab.txt", std::ios::app) << "another\n";
    longer.checkRefused("vocab.txt", "vocab_size is " + std::to_string(tinyVocabulary().size()));

    for (const std::size_t spare : {3U, 500U}) {
        DamagedModel model;
        const std::size_t size = tinyVocabulary().size() + spare;
        model.set("vocab_size", size);
        model.editTensors([&](auto &tensors) {
            auto &stored = tensors.at("bert.embeddings.word_embeddings.weight");
            stored.view.shape[0] = static_cast<std::int64_t>(size);
            stored.bytes.resize(size * 16 * 4);
        });
        CHECK(model.complaint().empty());
    }
}

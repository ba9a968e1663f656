// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/model/kerasimport.h"
#include "core/model/kerasreader_p.h"
#include "tests/support/kerasfile.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace adaplens;
using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr double closeEnough = 1e-4;
const std::string firstPredictor = "bert/bert/encoder/t_fbert_lr_exp_head/";

json golden()
{
    return json::parse(content(kerasGolden / "golden.json"));
}

/// A file of weights, and the folder of the BERT that they belong to, to be edited before they are imported.
struct Import {
    KerasFile keras;
    fs::path config = keras.folder() / "config", out = keras.folder() / "out";

    Import()
    {
        fs::create_directory(config);
        for (const char *name : {"config.json", "vocab.txt"}) {
            fs::copy_file(kerasGolden / name, config / name);
        }
    }
    [[nodiscard]] ImportedModel run(bool force = false) const
    {
        return importKeras({.weights = keras.path(), .config = config, .out = out, .force = force}).value();
    }
    /// The message with which it fails, and nothing is written; empty if it does not.
    [[nodiscard]] std::string complaint() const
    {
        try {
            (void)run();
            return {};
        } catch (const Error &error) {
            CHECK(!fs::exists(out));
            CHECK(std::distance(fs::directory_iterator(keras.folder()), {}) == 2); // nothing temporary is left
            return error.what();
        }
    }
    void checkRefused(const std::vector<std::string> &expected) const
    {
        const std::string message = complaint();
        CAPTURE(message);
        CHECK(isSentenceAbout(message, keras.path()));
        for (const std::string &part : expected) {
            CAPTURE(part);
            CHECK(message.find(part) != std::string::npos);
        }
    }
    void editConfig(const std::function<void(json &)> &edit) const
    {
        json all = json::parse(content(config / "config.json"));
        edit(all);
        std::ofstream(config / "config.json") << all;
    }
};

/// The largest differences between what the model computes and what the published code computed.
struct Differences {
    double logits = 0, raw = 0, threshold = 0;
};

double apart(double worst, double a, double b)
{
    return worse(worst, std::abs(a - b));
}

Differences compare(const fs::path &model, const json &examples, const json &expected)
{
    const std::unique_ptr<Classifier> classifier = Classifier::open(model);
    Differences worst;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const json &example = examples[i];
        CAPTURE(example.dump());
        const std::optional<std::string> pair =
            example["pair"].is_null() ? std::nullopt : std::optional(example["pair"].get<std::string>());
        const Trace trace = classifier->run(example["text"].get<std::string>(), pair, RunOptions{}).value();
        std::vector<std::int64_t> ids;
        for (const auto &piece : trace.encoding.pieces) {
            ids.push_back(piece.id);
        }
        REQUIRE(json(ids) == example["ids"]);
        REQUIRE(trace.layers.size() == expected[i]["layers"].size());
        for (std::size_t l = 0; l < trace.layers.size(); ++l) {
            const LayerTrace &layer = trace.layers[l];
            const json &wanted = expected[i]["layers"][l];
            CAPTURE(l);
            REQUIRE(layer.raw.size() == wanted["raw"].size());
            json kept = json::array();
            for (std::size_t t = 0; t < layer.alive.size(); ++t) {
                worst.raw = apart(worst.raw, layer.raw[t], wanted["raw"][t].get<double>());
                if (layer.kept[t] != 0) {
                    kept.push_back(layer.alive[t]);
                }
            }
            CHECK(kept == wanted["kept"]);
            worst.threshold = apart(worst.threshold, layer.threshold, wanted["threshold"].get<double>());
        }
        for (std::size_t k = 0; k < trace.reduced.logits.size(); ++k) {
            worst.logits = apart(worst.logits, trace.reduced.logits[k], expected[i]["logits"][k].get<double>());
        }
    }
    MESSAGE("largest differences: logits " << worst.logits << ", scores " << worst.raw << ", thresholds "
                                           << worst.threshold);
    return worst;
}

void checkClose(const Differences &worst)
{
    CHECK(worst.logits <= closeEnough);
    CHECK(worst.raw <= 1e-5);
    CHECK(worst.threshold <= 1e-7);
}

} // namespace

TEST_CASE("an imported model computes what the published code computes, and keeps the same tokens")
{
    const Import import;
    const json all = golden();
    const ImportedModel imported = import.run();
    CHECK(imported.folder == import.out);
    CHECK_FALSE(imported.thetaForward);
    checkClose(compare(import.out, all["examples"], all["target"]));
    for (std::size_t i = 0; i < all["padded"].size(); ++i) { // the same code with tokens masked in a padded batch
        for (std::size_t k = 0; k < 3; ++k) {
            CHECK(std::abs(all["padded"][i][k].get<double>() - all["target"][i]["logits"][k].get<double>()) <=
                  closeEnough);
        }
    }

    const Checkpoint model = readCheckpoint(import.out);
    CHECK(model.info.name == "out");
    CHECK(model.info.labels == std::vector<std::string>{"negative", "neutral", "positive"});
    const json config = json::parse(content(import.out / "config.json"));
    CHECK(config["adapler"] == json{{"cp_hidden_size", 32}, {"theta_mode", "target"}});
    for (const auto &[name, values] :
         {std::pair("adapler.eta", all["eta"]), std::pair("adapler.theta", all["theta"])}) {
        const at::Tensor stored = model.weights.rule.at(name);
        REQUIRE(stored.numel() == static_cast<std::int64_t>(values.size()));
        for (std::size_t l = 0; l < values.size(); ++l) {
            CHECK(stored[static_cast<std::int64_t>(l)].item<float>() == values[l].get<float>());
        }
    }
}

TEST_CASE("theta that the published code would apply at inference is applied")
{
    const Import import;
    const json all = golden();
    std::vector<float> theta(11, 1.0F);
    theta[0] = all["theta_pr"][0].get<float>();
    theta[1] = all["theta_pr"][1].get<float>();
    import.keras.write("bert/THETA_PR:0", {11}, theta);
    CHECK(import.run().thetaForward);
    CHECK(json::parse(content(import.out / "config.json"))["adapler"]["theta_mode"] == "forward");
    CHECK(all["forward"] != all["target"]);
    checkClose(compare(import.out, all["examples"], all["forward"]));
}

TEST_CASE("keys of Keras for names of Hugging Face")
{
    for (const auto &[name, key] : {
             std::pair("bert.embeddings.word_embeddings.weight", "bert/embeddings/word_embeddings/weight:0"),
             std::pair("bert.embeddings.position_embeddings.weight",
                       "bert/embeddings/position_embeddings/embeddings:0"),
             std::pair("bert.embeddings.token_type_embeddings.weight",
                       "bert/embeddings/token_type_embeddings/embeddings:0"),
             std::pair("bert.embeddings.LayerNorm.weight", "bert/embeddings/LayerNorm/gamma:0"),
             std::pair("bert.encoder.layer.11.attention.output.LayerNorm.bias",
                       "bert/encoder/layer_._11/attention/output/LayerNorm/beta:0"),
             std::pair("bert.encoder.layer.0.attention.self.query.weight",
                       "bert/encoder/layer_._0/attention/self/query/kernel:0"),
             std::pair("classifier.bias", "classifier/bias:0"),
             std::pair("adapler.cp.11.dense.weight", "bert/encoder/exp_head_pre_12/kernel:0"),
             std::pair("adapler.cp.0.score.bias", "bert/encoder/exp_head_1/bias:0"),
         }) {
        CHECK(KerasReader::keyOf(name) == key);
    }
}

TEST_CASE("names that Keras counts up, and what training leaves behind, do not matter")
{
    const Import import;
    import.keras.edit([](hid_t file) {
        const std::string scope = "bert/tf_bert_for_sequence_classification";
    H5Lmove(file, scope.c_str(), file, (scope + "_12").c_str(), H5P_DEFAULT, H5P_DEFAULT);
    for (const int layer : {2, 1}) {
        const std::string head = "bert/bert/encoder/t_fbert_lr_exp_head_";
        REQUIRE(H5Lmove(file, (head + std::to_string(layer)).c_str(), file, (head + std::to_string(layer + 12)).c_str(),
                        H5P_DEFAULT, H5P_DEFAULT) >= 0);
    }
    H5Gclose(H5Gcreate2(file, "optimizer_weights", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
});
import.keras.write("optimizer_weights/m:0", {2}, {1, 2});
const json all = golden();
(void)import.run();
checkClose(compare(import.out, all["examples"], all["target"]));
}

TEST_CASE("numbers of other precisions become float32")
{
    const Import import;
    const std::string kernel = kerasScope + "pooler/dense/kernel:0";
    import.keras.write(kernel, {32, 32}, import.keras.numbers(kernel), H5T_IEEE_F64LE);
    (void)import.run();
    const json all = golden();
    checkClose(compare(import.out, all["examples"], all["target"]));
}

TEST_CASE("everything that does not fit is listed at once, by its key")
{
    const Import import;
    import.keras.remove(kerasScope + "encoder/layer_._1/attention/self/key/bias:0");
    import.keras.remove(firstPredictor + "exp_head_1/kernel:0");
    import.keras.write(kerasScope + "pooler/dense/kernel:0", {32, 16}, std::vector<float>(512));
    import.keras.write("bert/ETA:0", {4}, {0.5F, 0.5F, 0.5F, 0.5F});
    import.keras.write("bert/other:0", {1}, {1});
    import.keras.write("more:0", {1}, {1});
    std::vector<float> bias(32, std::numeric_limits<float>::infinity());
    import.keras.write(kerasScope + "pooler/dense/bias:0", {32}, bias);
    import.checkRefused(
        {"bert/encoder/layer_._1/attention/self/key/bias:0 is missing", "bert/encoder/exp_head_1/kernel:0 is missing",
         "bert/pooler/dense/kernel:0 has shape [32, 16], expected [32, 32]", "ETA:0 has shape [4], expected [3]",
         "\"other:0\" is unknown", "\"more:0\" is unknown",
         "bert/pooler/dense/bias:0 holds numbers that are not finite", (import.config / "config.json").string()});
}

TEST_CASE("a tensor that is there twice is refused")
{
    const Import import;
    import.keras.edit([](hid_t file) {
        H5Gclose(H5Gcreate2(file, "bert/tf_bert_for_sequence_classification_1", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    for (const char *group : {"/bert", "/bert/pooler", "/bert/pooler/dense"}) {
        H5Gclose(H5Gcreate2(file, (std::string("bert/tf_bert_for_sequence_classification_1") + group).c_str(),
                            H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    }
});
import.keras.write("bert/tf_bert_for_sequence_classification_1/bert/pooler/dense/bias:0", {32}, std::vector<float>(32));
import.checkRefused({"\"bert/pooler/dense/bias:0\" is there twice"});
}

TEST_CASE("a long list is cut")
{
    const Import import;
    import.editConfig([](json &config) { config["num_hidden_layers"] = 12;
});
import.checkRefused({"bert/encoder/layer_._3/", "is missing", " more. Take"});
CHECK(import.complaint().size() < 8000);
}

TEST_CASE("what is no AdapLeR model is told apart")
{
    Import import;
    for (const char *part :
         {"bert/ETA:0", "bert/THETA:0", "bert/THETA_PR:0", "bert/lr_lambda:0", "bert/ratio_count:0", "bert/bert"}) {
        import.keras.remove(part);
    }
    import.checkRefused({"without contribution predictors", "_lr.h5"});
    import.keras.remove("bert");
    import.checkRefused({"holds no BERT"});
}

TEST_CASE("labels are those of the config, or counted")
{
    const Import import;
    import.editConfig([](json &config) {
        config.erase("id2label");
    config.erase("label2id");
});
(void)import.run();
CHECK(readCheckpoint(import.out).info.labels == std::vector<std::string>{"LABEL_0", "LABEL_1", "LABEL_2"});

const Import named;
named.editConfig([](json &config) { config["id2label"] = {{"0", "bad"}, {"1", "good"}}; });
named.checkRefused({"classifier/bias:0 has shape [3], expected [2]"});
}

TEST_CASE("thresholds out of range and configs of something else are refused")
{
    const Import wide;
    std::vector<float> eta(12, 0.25F);
    eta[1] = 1.5F;
    wide.keras.write("bert/ETA:0", {12}, eta);
    wide.checkRefused({"adapler.eta of layer 1 is 1.5"});

    const Import other;
    other.editConfig([](json &config) {
        config["model_type"] = "distilbert";
        config["dim"] = 32;
        config["n_layers"] = 3;
        config["n_heads"] = 4;
        config["hidden_dim"] = 64;
        config["activation"] = "gelu";
    });
    CHECK(other.complaint().find("model of type distilbert") != std::string::npos);

    const Import bare;
    fs::remove(bare.config / "vocab.txt");
    CHECK(bare.complaint().find("vocab.txt") != std::string::npos);
}

TEST_CASE("a cancelled import leaves nothing")
{
    const Import import;
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(
        importKeras({.weights = import.keras.path(), .config = import.config, .out = import.out}, source.get_token()));
    CHECK_FALSE(fs::exists(import.out));
}

TEST_CASE("damaged files are imported or refused in a sentence")
{
    const Import import;
    const std::string bytes = content(kerasGolden / "model.h5");
    std::mt19937 random(21);
    std::size_t imported = 0, refused = 0;
    for (int i = 0; i < 200; ++i) {
        writeDamaged(bytes, import.keras.path(), random);
        try {
            (void)import.run(true);
            ++imported;
        } catch (const Error &error) {
            CAPTURE(error.what());
            CHECK(isSentenceAbout(error.what(), import.keras.path()));
            ++refused;
        }
    }
    MESSAGE(imported << " imported, " << refused << " refused");
    CHECK(imported > 20);
    CHECK(refused > 20);
}

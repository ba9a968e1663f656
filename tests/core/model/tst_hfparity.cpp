// SPDX-License-Identifier: GPL-3.0-or-later
// The forward pass against Hugging Face's classifiers; values made by tests/data/hf_parity.py and saved_models.py.
#include "core/encoder/encoder_p.h"
#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/io/tensorfiles_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

#include <ATen/core/grad_mode.h>

using namespace adaplens;
namespace fs = std::filesystem;

namespace {

constexpr double tolerance = 1e-4;

const std::vector<std::string> models = {"hf_parity/cased-2x32",         "hf_parity/uncased-3x48",
                                         "hf_parity/cased-2x64",         "saved_models/bert-4.57",
                                         "saved_models/bert-5",          "saved_models/distilbert-4.57",
                                         "saved_models/distilbert-5",    "saved_models/electra-4.57",
                                         "saved_models/electra-5",       "saved_models/electra-small-4.57",
                                         "saved_models/electra-small-5", "saved_models/bert-gelunew-4.57",
                                         "saved_models/bert-gelunew-5",  "saved_models/bert-relu-4.57",
                                         "saved_models/bert-relu-5",     "saved_models/roberta-4.57",
                                         "saved_models/roberta-5"};

struct Case {
    explicit Case(const std::string &name)
        : folder(golden::folder(name)),
          checkpoint(readCheckpoint(folder)),
          inputs(golden::readJson(folder / "inputs.json")),
          encodings(golden::encodingsOf(inputs)),
          expected(std::make_shared<SafetensorsFile>(folder / "golden.safetensors"))
    {
    }

    [[nodiscard]] at::Tensor value(std::size_t input, const std::string &what) const
    {
        return golden::tensor(*expected, std::to_string(input) + "." + what);
    }

    std::filesystem::path folder;
    Checkpoint checkpoint;
    nlohmann::json inputs;
    std::vector<Encoding> encodings;
    std::shared_ptr<const SafetensorsFile> expected;
};

} // namespace

TEST_CASE("hidden states, attentions and logits equal Hugging Face's")
{
    const at::NoGradGuard guard;
    for (const std::string &name : models) {
        CAPTURE(name);
        const Case c(name);
        const Weights &weights = c.checkpoint.weights;
        for (std::size_t i = 0; i < c.encodings.size(); ++i) {
            CAPTURE(i);
            const Encoding *one = &c.encodings[i];
            const BatchInput batch = BatchInput::of({&one, 1});
            const at::Tensor hidden = c.value(i, "hidden");
            const at::Tensor attentions = c.value(i, "attentions");
            at::Tensor rows = embed(weights, c.checkpoint.info, batch, {});
            CHECK(golden::distance(rows, hidden[0]) <= tolerance);
            for (std::size_t l = 0; l < weights.layers.size(); ++l) {
                CAPTURE(l);
                const auto layer = static_cast<std::int64_t>(l);
                at::Tensor attention;
                rows = runLayer(weights.layers[l], c.checkpoint.info, rows, batch.layout, {}, {}, &attention);
                CHECK(golden::distance(rows, hidden[layer + 1]) <= tolerance);
                CHECK(golden::distance(attention, attentions[layer]) <= tolerance);
            }
            CHECK(golden::distance(classify(weights, rows, batch.layout, {}), c.value(i, "logits")) <= tolerance);
        }
    }
}

TEST_CASE("a ragged batch equals Hugging Face's sequences one by one")
{
    const at::NoGradGuard guard;
    for (const std::string &name : models) {
        CAPTURE(name);
        const Case c(name);
        const Weights &weights = c.checkpoint.weights;
        const auto pointers = golden::pointersTo(c.encodings);
        const BatchInput batch = BatchInput::of(pointers);
        at::Tensor rows = embed(weights, c.checkpoint.info, batch, {});
        for (const LayerWeights &layer : weights.layers) {
            rows = runLayer(layer, c.checkpoint.info, rows, batch.layout, {});
        }
        const at::Tensor logits = classify(weights, rows, batch.layout, {});
        for (std::size_t i = 0; i < c.encodings.size(); ++i) {
            CAPTURE(i);
            const auto b = static_cast<std::int64_t>(i);
            const at::Tensor mine = rows.narrow(0, batch.layout.begin(b), batch.layout.length(b));
            CHECK(golden::distance(mine, c.value(i, "hidden")[-1]) <= tolerance);
            CHECK(golden::distance(logits[b], c.value(i, "logits")) <= tolerance);
        }
    }
}

TEST_CASE("the classifier reads a Hugging Face folder and gives its ids and logits")
{
    for (const std::string &name : models) {
        CAPTURE(name);
        const Case c(name);
        const auto classifier = Classifier::open(c.folder);
        CHECK_FALSE(classifier->info().adaptive);
        for (std::size_t i = 0; i < c.encodings.size(); ++i) {
            CAPTURE(i);
            const auto &input = c.inputs[i];
            const auto text = input["text"].get<std::string>();
            const auto pair = golden::pairOf(input);
            CHECK(golden::idsOf(classifier->encode(text, pair)) == golden::idsOf(c.encodings[i]));

            const auto trace = classifier->run(text, pair, RunOptions{});
            REQUIRE(trace);
            CHECK_FALSE(trace->drops);
            CHECK(golden::distance(golden::flat(trace->plain.logits), c.value(i, "logits")) <= tolerance);
            CHECK(trace->plain.label == static_cast<std::size_t>(c.value(i, "logits").argmax().item<std::int64_t>()));
            // The map of a plain model shows the share of attention that [CLS] gives, heads averaged.
            REQUIRE(trace->layers.size() == c.checkpoint.info.layers);
            for (std::size_t l = 0; l < trace->layers.size(); ++l) {
                const at::Tensor row = c.value(i, "attentions")[static_cast<std::int64_t>(l)].mean(0)[0];
                CHECK(golden::distance(golden::flat(trace->layers[l].raw), row) <= tolerance);
            }
        }
        const auto outcomes = classifier->runBatch(c.encodings, Pass::Plain);
        REQUIRE(outcomes);
        for (std::size_t i = 0; i < c.encodings.size(); ++i) {
            CHECK(golden::distance(golden::flat((*outcomes)[i].logits), c.value(i, "logits")) <= tolerance);
        }
    }
}

TEST_CASE("a folder written anew has its architecture's own names, and computes the same")
{
    for (const std::string &name : models) {
        CAPTURE(name);
        const Case c(name);
        const test::TemporaryFolder folder;
        writeCheckpoint(folder.path() / "again", c.checkpoint, Storage::Float32);
        const auto config = golden::readJson(folder.path() / "again" / "config.json");
        const auto original = golden::readJson(c.folder / "config.json");
        CHECK(config["model_type"] == original["model_type"]);
        CHECK(config["architectures"] == original["architectures"]);
        for (const auto &[key, value] : config.items()) {
            const bool ours = key == "torch_dtype" || key == "problem_type" || key == "adaplens";
            CHECK_MESSAGE((ours || !original.contains(key) || original[key] == value), key);
        }
        const SafetensorsFile written(folder.path() / "again" / "model.safetensors");
        const TensorFiles given(fs::exists(c.folder / "model.safetensors") ? c.folder / "model.safetensors"
                                                                           : c.folder / "model.safetensors.index.json");
        for (const auto &[tensor, entry] : given.entries()) {
            REQUIRE_MESSAGE(written.tensors().contains(tensor), tensor);
            CHECK(written.tensors().at(tensor).shape == entry.tensor.shape);
        }
        const auto first = Classifier::open(c.folder), again = Classifier::open(folder.path() / "again");
        const auto before = first->runBatch(c.encodings, Pass::Plain),
                   after = again->runBatch(c.encodings, Pass::Plain);
        for (std::size_t i = 0; i < c.encodings.size(); ++i) {
            CHECK((*before)[i].logits == (*after)[i].logits);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/train/config.h"

#include <doctest/doctest.h>

using namespace adaplens;

namespace {

const std::string good = R"({
  // comments are allowed
  "out": "runs/a", "backbone": "/models/mini", "labels": ["bad", "good"],
  "data": [ { "path": "train.tsv", "format": "tsv", "max_length": 64, "phi": 0.002, "phrases": true } ],
  "fine_tune": { "epochs": 2 }, "adapler": { "gamma": 0.01, "from_fine_tuned": true } })";

std::string messageOf(const std::string &json)
{
    try {
        (void)parseTrainConfig(json, "c.json", "/base");
    } catch (const Error &e) {
        return e.what();
    }
    return {};
}

std::string with(const std::string &from, const std::string &to)
{
    std::string json = good;
    json.replace(json.find(from), from.size(), to);
    return json;
}

} // namespace

TEST_CASE("values, defaults and relative paths are read")
{
    const TrainConfig config = parseTrainConfig(good, "c.json", "/base");
    CHECK(config.out == "/base/runs/a");
    CHECK(config.backbone == "/models/mini");
    CHECK(config.data.front().data.path == "/base/train.tsv");
    CHECK(config.data.front().data.format == DataFormat::Tsv);
    CHECK(config.data.front().name == "train");
    CHECK(config.data.front().phrases);
    CHECK(config.fineTune.epochs == 2);
    CHECK(config.adapler.gamma == 0.01);
    CHECK(config.adapler.fromFineTuned);
    CHECK(config.adapler.etaLearningRate == 5e-4);
}

TEST_CASE("what is written reads back the same")
{
    const TrainConfig config = parseTrainConfig(good, "c.json", "/base");
    CHECK(toJson(parseTrainConfig(toJson(config), "again", {})) == toJson(config));
}

TEST_CASE("a bad configuration is answered with the key and what is expected")
{
    CHECK(messageOf(with("\"epochs\": 2", "\"epoch\": 2")).find("“epoch” is not a setting; known here: epochs") !=
          std::string::npos);
    CHECK(messageOf(with("\"max_length\": 64", "\"max_length\": 1")).find("expected 4 to 512") != std::string::npos);
    CHECK(messageOf(with("\"gamma\": 0.01", "\"gamma\": \"x\"")).find("“gamma” has a value of the wrong type") !=
          std::string::npos);
    CHECK(messageOf(with("\"format\": \"tsv\"", "\"format\": \"xls\""))
              .find("“xls”, expected guess, tsv, csv, jsonl, eraser or hatexplain") != std::string::npos);
    CHECK(messageOf(with("[\"bad\", \"good\"]", "[\"bad\"]")).find("two classes") != std::string::npos);
    CHECK(messageOf(with("\"path\": \"train.tsv\",", "")).find("needs a “path”") != std::string::npos);
    CHECK(messageOf("{").find("not valid JSON") != std::string::npos);
    CHECK(messageOf("[]").find("one JSON object") != std::string::npos);
}

TEST_CASE("sentences of documents and thresholds to start from are read, and checked")
{
    const TrainConfig config = parseTrainConfig(
        with("\"phi\": 0.002", "\"phi\": 0.002, \"sentences\": { \"limit\": 500, \"batch\": 16 }"), "c.json", "/base");
    CHECK(config.data.front().sentences.limit == 500);
    CHECK(config.data.front().sentences.batch == 16);
    CHECK(config.data.front().sentences.maxLength == 64);
    CHECK(parseTrainConfig(good, "c.json", "/base").data.front().sentences.limit == 0);
    const std::string gamma = "\"gamma\": 0.01";
    CHECK(parseTrainConfig(with(gamma, "\"initial_eta\": [0.5, 1]"), "c.json", "/base").adapler.initialEta ==
          std::vector<double>{0.5, 1});
    CHECK(messageOf(with(gamma, "\"initial_eta\": [0.5, 1.5]")).find("between 0.01 and 1") != std::string::npos);
}

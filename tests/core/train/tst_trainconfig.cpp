// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/train/config.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>

using namespace adaplens;

namespace {

const std::string good = R"({
  // comments are allowed
  "out": "runs/a", "backbone": "/models/mini", "labels": ["bad", "good"],
  "data": [ { "path": "train.tsv", "format": "tsv", "max_length": 64, "phi": 0.002, "phrases": true } ],
  "fine_tune": { "epochs": 2 }, "adapler": { "gamma": 0.01, "from_fine_tuned": true } })";

nlohmann::json section(const TrainConfig &config, const std::string &step)
{
    return nlohmann::json::parse(config.steps.at(step));
}

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
    CHECK(section(config, "fine-tune")["epochs"] == 2);
    CHECK(section(config, "adapler")["gamma"] == 0.01);
    CHECK(section(config, "adapler")["from_fine_tuned"] == true);
    CHECK(section(config, "adapler")["eta_learning_rate"] == 5e-4);
    CHECK(nlohmann::json::parse(toJson(config))["saliency"]["epochs"] == 3);
}

TEST_CASE("what is written reads back the same")
{
    const TrainConfig config = parseTrainConfig(good, "c.json", "/base");
    CHECK(toJson(parseTrainConfig(toJson(config), "again", {})) == toJson(config));
}

TEST_CASE("a bad configuration is answered with the key and what is expected")
{
    const auto says = [](const std::string &json, const std::string &part) {
        CAPTURE(part);
        const std::string message = messageOf(json);
        CAPTURE(message);
        CHECK(message.starts_with("c.json"));
        CHECK(message.find(part) != std::string::npos);
    };
    says(with("\"epochs\": 2", "\"epoch\": 2"), "“fine_tune.epoch”: there is no such setting; known here: epochs");
    says(with("\"max_length\": 64", "\"max_length\": 1"), "“data[0].max_length”: 1 was found, from 4 to 512");
    says(with("\"gamma\": 0.01", "\"gamma\": \"x\""), "“adapler.gamma”: \"x\" was found, a number was expected");
    says(with("\"gamma\": 0.01", "\"initial_eta\": [0.5, null]"), "“adapler.initial_eta”: each value must lie");
    says(with("\"format\": \"tsv\"", "\"format\": \"xls\""), "“data[0].format”: There is no data format 'xls'");
    says(with("[\"bad\", \"good\"]", "[\"bad\"]"), "two classes");
    says(with("\"out\"", "\"class_weights\": [1, null], \"out\""), "“class_weights” must be a number of at least 0");
    says(with("\"path\": \"train.tsv\",", ""), "“data[0].path”: it is missing");
    says("{", "broken JSON");
    says("[]", "one object { ... } was expected");
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
    CHECK(section(parseTrainConfig(with(gamma, "\"initial_eta\": [0.5, 1]"), "c.json", "/base"),
                  "adapler")["initial_eta"] == nlohmann::json{0.5, 1});
    CHECK(messageOf(with(gamma, "\"initial_eta\": [0.5, 1.5]")).find("must lie between 0.01 and 1") !=
          std::string::npos);
}

TEST_CASE("numbers that are not whole, negative or too large are refused, not rounded or wrapped")
{
    const std::string phi = "\"phi\": 0.002";
    const std::string out = "\"out\": \"runs/a\"";
    for (const auto &[from, to, key] :
         {std::array{phi, std::string("\"batch\": 3.7"), std::string("“data[0].batch”: 3.7")},
          {phi, "\"batch\": true", "“data[0].batch”: true"},
          {phi, "\"limit\": -1", "“data[0].limit”: -1"},
          {phi, "\"sentences\": {\"batch\": 0}", "“data[0].sentences.batch”: 0"},
          {out, out + ", \"seed\": -1", "“seed”: -1"},
          {out, out + ", \"seed\": 1.5", "“seed”: 1.5"},
          {out, out + ", \"seed\": 18446744073709551616", "“seed”: 1.8446744073709552e+19"},
          {out, out + ", \"seed\": \"7\"", "“seed”: \"7\""},
          {out, out + ", \"threads\": -2", "“threads”: -2"},
          {out, out + ", \"threads\": 2.5", "“threads”: 2.5"},
          {"\"epochs\": 2", "\"epochs\": 2.5", "“fine_tune.epochs”: 2.5"}}) {
        CAPTURE(key);
        CHECK(messageOf(with(from, to)).find(key + " was found") != std::string::npos);
    }
    const TrainConfig config = parseTrainConfig(with(out, out + ", \"seed\": 9223372036854775808"), "c.json", "/base");
    CHECK(config.seed == 9223372036854775808U);
    CHECK(toJson(parseTrainConfig(toJson(config), "again", {})) == toJson(config));
}

TEST_CASE("settings given beside a file replace its values, wherever they stand")
{
    const TrainConfig config = parseTrainConfig(good, "c.json", "/base",
                                                {{"", "seed", "3"},
                                                 {"", "out", "\"/else/b\""},
                                                 {"data", "batch", "4"},
                                                 {"fine-tune", "epochs", "5"},
                                                 {"saliency", "epochs", "1"}});
    CHECK(config.seed == 3);
    CHECK(config.out == "/else/b");
    CHECK(config.data.front().batch == 4);
    CHECK(config.data.front().phi == 0.002);
    CHECK(section(config, "fine-tune")["epochs"] == 5);
    CHECK(section(config, "saliency")["epochs"] == 1);
    CHECK_THROWS_AS((void)parseTrainConfig(good, "c.json", "/base", {{"adapler", "epoch", "1"}}), Error);
    CHECK_THROWS_AS((void)parseTrainConfig("{\"adapler\": 3}", "c.json", "/base", {{"adapler", "epochs", "1"}}), Error);
}

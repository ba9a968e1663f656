// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/train/config.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

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
    CHECK(section(config, "saliency")["epochs"] == 3);
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
    CHECK(messageOf(with("\"max_length\": 64", "\"max_length\": 1")).find("expected a whole number from 4 to 512") !=
          std::string::npos);
    CHECK(messageOf(with("\"gamma\": 0.01", "\"gamma\": \"x\"")).find("“gamma” has a value of the wrong type") !=
          std::string::npos);
    CHECK(messageOf(with("\"format\": \"tsv\"", "\"format\": \"xls\""))
              .find("entry 1, “format”: 'xls' is no form of data") != std::string::npos);
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
    CHECK(section(parseTrainConfig(with(gamma, "\"initial_eta\": [0.5, 1]"), "c.json", "/base"),
                  "adapler")["initial_eta"] == nlohmann::json{0.5, 1});
    CHECK(messageOf(with(gamma, "\"initial_eta\": [0.5, 1.5]")).find("between 0.01 and 1") != std::string::npos);
}

TEST_CASE("numbers that are not whole, negative or too large are refused, not rounded or wrapped")
{
    const std::string batch = "\"phi\": 0.002";
    CHECK(messageOf(with(batch, "\"batch\": 3.7")).find("“batch” is 3.7, expected a whole number from 1 to 4096") !=
          std::string::npos);
    CHECK(messageOf(with(batch, "\"batch\": true")).find("“batch” is true, expected a whole number") !=
          std::string::npos);
    CHECK(messageOf(with(batch, "\"limit\": -1")).find("“limit” is -1, expected a whole number from 0") !=
          std::string::npos);
    CHECK(messageOf(with(batch, "\"sentences\": {\"batch\": 0}")).find("“batch” is 0") != std::string::npos);
    const std::string out = "\"out\": \"runs/a\"";
    for (const char *wrong : {"\"seed\": -1", "\"seed\": 1.5", "\"seed\": 18446744073709551616", "\"threads\": -2",
                              "\"threads\": 2.5", "\"seed\": \"7\""}) {
        CAPTURE(wrong);
        CHECK(messageOf(with(out, out + ", " + wrong)).find("expected a whole number from 0 to") != std::string::npos);
    }
    CHECK(messageOf(with("\"epochs\": 2", "\"epochs\": 2.5")).find("“fine_tune”: “epochs” is 2.5") !=
          std::string::npos);
    const TrainConfig config =
        parseTrainConfig(with(out, out + ", \"seed\": 9223372036854775807, \"threads\": 2.0"), "c.json", "/base");
    CHECK(config.seed == 9223372036854775807U);
    CHECK(config.threads == 2);
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

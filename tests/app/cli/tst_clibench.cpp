// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace adaplens::test;
using nlohmann::json;

namespace {

/// A model and two small sets of texts without labels.
struct Sets {
    TemporaryFolder folder;
    std::string model = (folder.path() / "model").string();
    std::string table = (folder.path() / "texts.tsv").string(), lines = (folder.path() / "texts.jsonl").string();
    explicit Sets(bool adaptive = true)
    {
        writeTinyModel(model, {.adaptive = adaptive});
        std::ofstream first(table), second(lines);
        first << "sentence\n";
        for (int i = 0; i < 9; ++i) {
            const std::string text = "a " + std::string(i % 3 == 0 ? "good" : "dull") + " film" +
                                     std::string(static_cast<std::size_t>(3 * i), '.');
            first << text << "\n";
            second << json{{"text", text + " never fun"}} << "\n";
        }
    }
    [[nodiscard]] ProgramResult run(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments{"bench", "--runs", "2", "--seconds", "0", "--threads", "1"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(model, arguments);
    }
    [[nodiscard]] json figures(std::vector<std::string> more) const
    {
        more.insert(more.end(), {"--json", "-"});
        const ProgramResult result = run(more);
        CAPTURE(result.error);
        REQUIRE(result.exitCode == 0);
        CHECK(result.error.empty());
        return json::parse(result.output);
    }
};

} // namespace

TEST_CASE("bench gives milliseconds by length, ours beside LibTorch's operators")
{
    const Sets sets;
    const json figures = sets.figures({"--n", "2,16,64,65"});
    const json &plain = figures["plain"];
    CHECK(plain["n"] == json{2, 16, 64}); // the tiny model reads 64
    for (const char *key : {"ms", "ms_libtorch_linear"}) {
        CAPTURE(key);
        REQUIRE(plain[key].size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(plain[key][i].get<double>() > 0);
            CHECK(plain[std::string(key) + "_min"][i] <= plain[key][i]);
            CHECK(plain[std::string(key) + "_max"][i] >= plain[key][i]);
        }
    }
    CHECK(plain["runs"][0].get<int>() >= 2);
    CHECK(plain["layers"] == 3);
    CHECK(figures["sets"].empty());
    CHECK(figures["conditions"]["threads"] == 1);
    CHECK(figures["conditions"]["precision"] == "float32");
    CHECK(figures["conditions"]["packed_products"].is_boolean());
}

TEST_CASE("bench measures several sets, in batches and one text at a time")
{
    const Sets sets;
    const json figures = sets.figures({"--n", "2", "--batch", "4", "--data", sets.table, "--data", sets.lines,
                                       "--format", "tsv", "--format", "jsonl"});
    REQUIRE(figures["sets"].size() == 2);
    for (const json &set : figures["sets"]) {
        CAPTURE(set.dump());
        CHECK(set["texts"] == 9);
        for (const json *timed : {&set, &set["one_text"]}) {
            const double plain = (*timed)["texts_per_s_plain"], reduced = (*timed)["texts_per_s_reduced"];
            CHECK((*timed)["speedup_wall"].get<double>() == doctest::Approx(reduced / plain));
            CHECK((*timed)["ms_plain"]["runs"] == 2);
        }
        CHECK(set["speedup_flops"].get<double>() > 1); // the tiny model drops tokens
        CHECK(set["one_text"]["speedup_predicted"].get<double>() > 0);
        CHECK(set["one_text"]["ms_floor"].get<double>() > 0);
    }
    CHECK(figures["sets"][0]["name"].get<std::string>().ends_with("texts.tsv"));
    CHECK(figures["sets"][1]["pieces"] > figures["sets"][0]["pieces"]);
    CHECK(sets.figures({"--n", "2", "--data", sets.table, "--limit", "3", "--batch", "1"})["sets"][0]["texts"] == 3);
}

TEST_CASE("a model that drops nothing has no reduced figures")
{
    const Sets sets(false);
    const json set = sets.figures({"--n", "2", "--data", sets.table})["sets"][0];
    CHECK(set["texts_per_s_plain"].get<double>() > 0);
    for (const char *key : {"texts_per_s_reduced", "speedup_wall", "speedup_flops"}) {
        CAPTURE(key);
        CHECK(set[key].is_null());
    }
}

TEST_CASE("without --json there is a table")
{
    const Sets sets;
    const ProgramResult result = sets.run({"--n", "2,8", "--data", sets.table});
    CHECK(result.exitCode == 0);
    for (const char *wanted : {"LibTorch operators", "9 texts", "one at a time", "Speed-up, FLOPs", "Conditions"}) {
        CAPTURE(wanted);
        CHECK(result.output.find(wanted) != std::string::npos);
    }
}

TEST_CASE("what cannot be measured gives one sentence")
{
    const Sets sets;
    CHECK(onlyOneSentence(sets.run({"--data", (sets.folder.path() / "none.tsv").string()})));
    const std::string empty = (sets.folder.path() / "empty.tsv").string();
    std::ofstream(empty) << "sentence\n";
    CHECK(onlyOneSentence(sets.run({"--data", empty})));
    CHECK(onlyOneSentence(sets.run(
        {"--data", sets.table, "--data", sets.lines, "--data", sets.table, "--format", "tsv", "--format", "jsonl"})));
    CHECK(sets.run({"--shape", "round"}).exitCode == 2);
}

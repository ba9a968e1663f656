// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>

using namespace adaplens::test;
using nlohmann::json;

namespace {

json traceOf(const TemporaryFolder &model, const std::string &text)
{
    const ProgramResult result =
        runCli(model.path().string(), {"analyze", "--timing-runs", "1", "--json", "-", "--text", text});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    return json::parse(result.output);
}

} // namespace

TEST_CASE("a trace says what drops tokens, by which scores and where in the layer")
{
    const std::string text = "this film is a truly great story, not dull or boring!";
    const std::vector<std::array<std::string, 4>> rows = {
        {"power", "significance", "after-attention", "between a layer's attention"},
        {"trbert", "keep-probability", "before-attention", "before a layer's attention"},
        {"random", "random", "before-attention", "random number"},
        {"attention-topk", "significance", "after-attention", "significance times"},
        {"first", "position", "before-attention", "position"},
        {"last", "position", "before-attention", "position"},
    };
    for (const auto &[rule, score, place, words] : rows) {
        CAPTURE(rule);
        const TemporaryFolder folder;
        writeTinyModel(folder.path(), {.layers = 4, .reduction = rule});
        const json trace = traceOf(folder, text);
        CHECK(trace["rule"] == rule);
        CHECK(trace["score"] == score);
        CHECK(trace["layers"][1]["drop"] == place);
        CHECK(trace["layers"][0]["drop"] == (rule == "trbert" ? "nowhere" : place));
        CHECK(trace["layers"][1]["scale"].get<double>() > 0);
        CHECK(trace["survivors"].size() < trace["tokens"].size());
        const ProgramResult table = runCli(folder.path().string(), {"analyze", "--text", text});
        CHECK(table.exitCode == 0);
        CHECK(table.output.find(words) != std::string::npos);
    }
    const TemporaryFolder adapler, plain;
    writeTinyModel(adapler.path(), {});
    writeTinyModel(plain.path(), {.adaptive = false});
    CHECK(traceOf(adapler, text)["rule"] == "adapler");
    CHECK_FALSE(traceOf(plain, text).contains("rule"));
}

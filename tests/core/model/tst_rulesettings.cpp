// SPDX-License-Identifier: GPL-3.0-or-later
// Sections of config.json that no rule can be made from get one clear sentence each.
#include "tests/core/model/damagedmodel.h"

using namespace adaplens;
using namespace adaplens::test;
using Json = nlohmann::json;

TEST_CASE("settings of a rule that do not fit name the file and the key")
{
    struct Row {
        std::string rule;
        Json section;
        std::vector<std::string> expected;
    };
    const std::vector<Row> rows = {
        {"power", nullptr, {"no \"power\" section"}},
        {"power", 3, {"power"}},
        {"power", Json::object(), {"“power.retention”", "0 values were found, one for each of the 3 layers"}},
        {"power", {{"retention", {5, 4}}}, {"“power.retention”", "2 values were found"}},
        {"power", {{"retention", {5, 4, 3, 2}}}, {"“power.retention”", "4 values were found"}},
        {"power", {{"retention", {5, 0, 1}}}, {"power.retention", "whole numbers of at least 1"}},
        {"power", {{"retention", {5, -1, 1}}}, {"power.retention[1]", "whole number"}},
        {"power", {{"retention", {5, 2.5, 1}}}, {"power.retention[1]", "whole number"}},
        {"power", {{"retention", 5}}, {"power.retention", "list"}},
        {"trbert", nullptr, {"no \"trbert\" section"}},
        {"trbert", {{"threshold", 1.5}}, {"trbert.threshold", "1.5"}},
        {"trbert", {{"threshold", "half"}}, {"trbert.threshold", "number"}},
        {"trbert", {{"selector_hidden_size", 0}}, {"trbert.selector_hidden_size", "from 1 to 65536"}},
        {"random", nullptr, {"no \"random\" section"}},
        {"random", Json::object(), {"“random”: one of \"keep\" and \"keep_share\""}},
        {"random", {{"keep", {3, 2, 1}}, {"keep_share", {0.3, 0.2, 0.1}}}, {"“random”: one of \"keep\""}},
        {"random", {{"keep", {3, 2, 1}}, {"seed", -1}}, {"random.seed", "whole number"}},
        {"first", {{"keep", {3, 2}}}, {"“first.keep”", "2 values were found, one for each of the 3 layers"}},
        {"last", {{"keep", {3, 2, 0}}}, {"last.keep", "whole numbers of at least 1"}},
        {"last", {{"keep_share", {0.5, 0, 0.1}}}, {"last.keep_share", "above 0"}},
        {"attention-topk", {{"keep_share", {1.5, 0.1, 0.1}}}, {"attention-topk.keep_share", "at most 1"}},
    };
    for (const Row &row : rows) {
        CAPTURE(row.rule);
        CAPTURE(row.section.dump());
        DamagedModel model({.reduction = row.rule});
        model.set(row.rule, row.section);
        for (const std::string &expected : row.expected) {
            model.checkRefused("config.json", expected);
        }
    }
}

TEST_CASE("TR-BERT needs a second layer, and its selectors")
{
    DamagedModel flat({.layers = 2, .reduction = "trbert"});
    CHECK(flat.complaint().empty());
    flat.set("num_hidden_layers", 1);
    flat.checkRefused("config.json", "“num_hidden_layers”: 1 was found");
    DamagedModel model({.layers = 4, .reduction = "trbert"});
    model.editTensors([](auto &tensors) { tensors.erase("trbert.selector.1.dense.bias"); });
    model.checkRefused("model.safetensors", "trbert.selector.1.dense.bias is missing");
    DamagedModel wide({.layers = 4, .reduction = "trbert"});
    wide.set("trbert", {{"selector_hidden_size", 9}});
    wide.checkRefused("model.safetensors", "trbert.selector.0.dense.weight has shape [8, 16], expected [9, 16]");
    DamagedModel without({.layers = 4, .reduction = "trbert"});
    without.editJson("config.json", [](Json &json) {
        json.erase("trbert");
        json.erase("adaplens");
    });
    without.checkRefused("model.safetensors", "holds tensors of \"trbert\"");
}

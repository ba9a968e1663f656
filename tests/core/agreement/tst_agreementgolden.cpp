// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/agreement_golden.py with scikit-learn.
#include "core/agreement/ranking.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

using namespace adaplens;
using nlohmann::json;

namespace {

constexpr double tolerance = 1e-9;

const json &golden()
{
    static const json values = [] {
        std::ifstream file(ADAPLENS_TEST_DATA "/agreement_golden.json");
        REQUIRE(file.good());
        return json::parse(file);
    }();
    return values;
}

void checkEqual(const std::optional<double> &found, const json &expected)
{
    REQUIRE(found.has_value() == !expected.is_null());
    if (found)
        CHECK(std::abs(*found - expected.get<double>()) <= tolerance);
}

} // namespace

TEST_CASE("rankings equal scikit-learn's")
{
    REQUIRE(golden().at("rankings").size() >= 19);
    for (const json &entry : golden().at("rankings")) {
        INFO(entry.at("name").get<std::string>());
        const auto scores = entry.at("scores").get<std::vector<double>>();
        const auto labels = entry.at("labels").get<std::vector<std::uint8_t>>();
        checkEqual(averagePrecision(scores, labels), entry.at("ap"));
        checkEqual(auprc(scores, labels), entry.at("auprc"));
        checkEqual(rocAuc(scores, labels), entry.at("roc_auc"));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/agreement_golden.py with scikit-learn and from ERASER's definitions.
#include "core/rationale/eraser.h"
#include "core/rationale/ranking.h"

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

void checkEqual(const PrecisionRecall<double> &found, const json &expected)
{
    checkEqual(found.precision, expected.at("precision"));
    checkEqual(found.recall, expected.at("recall"));
    checkEqual(found.f1, expected.at("f1"));
}

EraserInstance instanceOf(const json &document)
{
    std::vector<WordSpan> marked;
    for (const json &span : document.at("marked"))
        marked.push_back({span.at(0), span.at(1)});
    return eraserInstance(document.at("selected").get<std::vector<std::uint8_t>>(), marked,
                          document.at("scores").get<std::vector<double>>());
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

TEST_CASE("hard and soft scores of sets equal ERASER's definitions")
{
    REQUIRE(golden().at("sets").size() >= 8);
    for (const json &entry : golden().at("sets")) {
        INFO(entry.at("name").get<std::string>());
        EraserTally tally;
        std::size_t number = 0;
        for (const json &document : entry.at("documents"))
            tally.add(instanceOf(document), number++);
        const EraserScores found = tally.scores();
        const json &expected = entry.at("scores");
        checkEqual(found.tokenMicro, expected.at("token_micro"));
        checkEqual(found.tokenMacro, expected.at("token_macro"));
        checkEqual(found.iouMicro, expected.at("iou_micro"));
        checkEqual(found.iouMacro, expected.at("iou_macro"));
        checkEqual(found.auprc, expected.at("auprc"));
        checkEqual(found.averagePrecision, expected.at("ap"));
        checkEqual(found.rocAuc, expected.at("roc_auc"));
        const EraserIntervals intervals = tally.intervals({.resamples = 50});
        CHECK(intervals.tokenMicro.f1.mean == doctest::Approx(found.tokenMicro.f1));
        CHECK(intervals.iouMacro.f1.mean == doctest::Approx(found.iouMacro.f1));
        CHECK(intervals.iouMacro.f1.low <= found.iouMacro.f1 + tolerance);
        CHECK(intervals.averagePrecision.high >= found.averagePrecision - tolerance);
    }
}

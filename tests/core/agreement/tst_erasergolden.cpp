// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/agreement_golden.py with the ERASER benchmark's own scorer.
#include "core/agreement/tally_p.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace adaplens;
using nlohmann::json;

namespace {

/// A document of one method and one layer, its selection given.
Instance instanceOf(const json &document)
{
    Instance instance;
    Instance::Row row;
    row.scores = document.at("scores").get<std::vector<double>>();
    row.uniform = document.at("selected").get<std::vector<std::uint8_t>>();
    instance.labels.resize(row.scores.size());
    for (const json &span : document.at("marked")) {
        const WordSpan marked{span.at(0), span.at(1)};
        instance.spans.push_back(marked);
        std::fill(instance.labels.begin() + static_cast<std::ptrdiff_t>(marked.begin),
                  instance.labels.begin() + static_cast<std::ptrdiff_t>(marked.end), std::uint8_t{1});
    }
    instance.kept = {row.uniform};
    instance.rows = {{row}};
    return instance;
}

} // namespace

TEST_CASE("hard and soft scores of sets equal the ERASER scorer's")
{
    std::ifstream file(ADAPLENS_TEST_DATA "/agreement_golden.json");
    REQUIRE(file.good());
    const json sets = json::parse(file).at("sets");
    REQUIRE(sets.size() >= 8);
    for (const json &entry : sets) {
        INFO(entry.at("name").get<std::string>());
        AgreementOptions options;
        options.methods = {ScoreMethod::Attention};
        options.mode = AgreementMode::DocumentsWords;
        AgreementTally tally(options, 1);
        std::size_t predicted = 0;
        for (const json &document : entry.at("documents")) {
            const Instance instance = instanceOf(document);
            DocumentNumbers numbers;
            numbers.key = tally.documents();
            numbers.rationale = true;
            numbers.instances = instance.counts() ? 1 : 0;
            numbers.terms = measure(instance, options.methods, options.selection);
            predicted += numbers.terms[static_cast<std::size_t>(MetricTerm::Predicted)] > 0 ? 1 : 0;
            tally.add(std::move(numbers));
        }
        AgreementReport report;
        tally.fill(report, 20);
        const MetricValues &found = report.methods.at(0).layers.at(0);
        const auto check = [&](Metric metric, const json &expected) {
            CAPTURE(infoOf(metric).name);
            CHECK(std::abs(found.at(metric).interval.mean - expected.get<double>()) <= 1e-9);
        };
        const json &scores = entry.at("scores");
        check(Metric::TokenPrecisionMicro, scores.at("token_micro").at("precision"));
        check(Metric::TokenRecallMicro, scores.at("token_micro").at("recall"));
        check(Metric::TokenF1Micro, scores.at("token_micro").at("f1"));
        check(Metric::TokenF1Macro, scores.at("token_macro").at("f1"));
        check(Metric::IouF1, scores.at("iou_macro").at("f1"));
        check(Metric::AP, scores.at("ap"));
        check(Metric::AUPRC, scores.at("auprc"));
        check(Metric::RocAuc, scores.at("roc_auc"));
        CHECK(found.at(Metric::TokenF1Macro).n == predicted);
        CHECK(found.at(Metric::AP).n == report.instances);
    }
}

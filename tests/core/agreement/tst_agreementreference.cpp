// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement end to end against tests/data/agreement_reference.py, which computes it with other people's libraries.
#include "tests/support/agreementruns.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace adaplens;
using namespace adaplens::test;

namespace {

nlohmann::json golden()
{
    std::ifstream file(ADAPLENS_TEST_DATA "/agreement_reference/golden.json");
    REQUIRE(file);
    return nlohmann::json::parse(file);
}

/// Its texts are ASCII: characters are bytes.
std::vector<Example> examplesOf(const nlohmann::json &documents)
{
    std::vector<Example> result;
    for (const auto &document : documents) {
        Example &example = result.emplace_back();
        example.id = document.at("id");
        example.text = document.at("text");
        example.label = document.at("label");
        for (const auto &span : document.at("spans"))
            example.rationale.push_back({span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()});
    }
    return result;
}

} // namespace

TEST_CASE("agreement equals a reference that shares no code with the program")
{
    const nlohmann::json expected = golden();
    const auto examples = examplesOf(expected.at("documents"));
    const auto classifier = Classifier::open(std::filesystem::path(ADAPLENS_TEST_DATA) / "adapler_reference");
    REQUIRE(expected.at("modes").size() == 2);
    for (const auto &run : expected.at("modes")) {
        AgreementOptions options = quick();
        options.methods = {ScoreMethod::Contribution, ScoreMethod::Attention, ScoreMethod::Rollout,
                           ScoreMethod::Saliency};
        options.mode = agreementModeNamed(run.at("mode"));
        options.maxLength = expected.at("max_length");
        CAPTURE(run.at("mode").get<std::string>());
        const AgreementReport report = reportOf(*classifier, examples, options);

        const auto &counts = run.at("counts");
        CHECK(report.documents == counts.at("documents"));
        CHECK(report.instances == counts.at("instances"));
        CHECK(report.withoutRationale == counts.at("without_rationale"));
        CHECK(report.splitSpans == counts.at("split_spans"));
        CHECK(report.baseRate.mean == doctest::Approx(run.at("base_rate").get<double>()).epsilon(1e-9));
        REQUIRE(report.methods.size() == run.at("methods").size());
        for (const MethodAgreement &method : report.methods) {
            CAPTURE(std::string(nameOf(method.method)));
            const auto &layers = run.at("methods").at(nameOf(method.method));
            REQUIRE(method.layers.size() == layers.size());
            for (std::size_t l = 0; l < layers.size(); ++l) {
                CAPTURE(l);
                for (const auto &[name, value] : layers[l].items()) {
                    CAPTURE(name);
                    const double mean = method.layers[l].at(metricNamed(name)).interval.mean;
                    CHECK(std::abs(mean - value.get<double>()) < 1e-5);
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/tally_p.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace adaplens;

namespace {

AgreementOptions optionsOf(std::vector<ScoreMethod> methods)
{
    AgreementOptions options;
    options.methods = std::move(methods);
    return options;
}

/// A document with `instances` instances; `set` fills part of the numbers of each method and layer.
DocumentNumbers document(std::uint64_t key, std::size_t instances, std::size_t rows)
{
    DocumentNumbers result;
    result.key = key;
    result.rationale = true;
    result.instances = instances;
    result.pieces = 10 * instances;
    result.markedShare = 0.1 * static_cast<double>(instances);
    result.terms.assign(rows * termCount, 0.0);
    for (std::size_t row = 0; row < rows; ++row) {
        result.terms[row * termCount + static_cast<std::size_t>(MetricTerm::MarkedTokens)] =
            3.0 * static_cast<double>(instances);
        for (const MetricTerm part : {MetricTerm::Predicted, MetricTerm::IouMarked})
            result.terms[row * termCount + static_cast<std::size_t>(part)] = static_cast<double>(instances);
    }
    return result;
}

double &part(DocumentNumbers &numbers, std::size_t row, MetricTerm which)
{
    return numbers.terms[row * termCount + static_cast<std::size_t>(which)];
}

AgreementReport reportOf(const AgreementTally &tally, std::size_t resamples = 500)
{
    AgreementReport report;
    tally.fill(report, resamples);
    return report;
}

} // namespace

TEST_CASE("means are over instances, micro figures are ratios of sums, differences are paired")
{
    const AgreementOptions options = optionsOf({ScoreMethod::Contribution, ScoreMethod::Attention});
    AgreementTally tally(options, 2);
    for (std::size_t d = 0; d < 12; ++d) {
        const std::size_t instances = 1 + d % 3;
        DocumentNumbers numbers = document(d, instances, 4);
        for (std::size_t row = 0; row < 4; ++row) {
            part(numbers, row, MetricTerm::Ap) = static_cast<double>(instances) * (0.02 * static_cast<double>(d + 1));
            part(numbers, row, MetricTerm::TruePositives) = static_cast<double>(row + 1);
            part(numbers, row, MetricTerm::SelectedTokens) = static_cast<double>(4 + d);
            part(numbers, row, MetricTerm::IouPrecision) = 0.5;
            part(numbers, row, MetricTerm::IouPredicted) = d % 2 == 0 ? 1 : 0;
            part(numbers, row, MetricTerm::IouRecall) = 0.25;
        }
        // Attention's AP is always 0.01 an instance lower in layer 0, 0.03 in layer 1.
        part(numbers, 2, MetricTerm::Ap) -= 0.01 * static_cast<double>(instances);
        part(numbers, 3, MetricTerm::Ap) -= 0.03 * static_cast<double>(instances);
        tally.add(std::move(numbers));
    }
    const AgreementReport report = reportOf(tally);
    CHECK(report.documents == 12);
    CHECK(report.instances == 24);
    CHECK(report.baseRate.mean == doctest::Approx(0.1));
    REQUIRE(report.methods.size() == 2);
    const MethodAgreement &cp = report.methods[0], &attention = report.methods[1];
    REQUIRE(cp.layers.size() == 2);

    // sum over d of instances * 0.02 (d + 1), of 24 instances
    double sum = 0;
    std::vector<double> values;
    std::vector<std::size_t> documents;
    for (std::size_t d = 0; d < 12; ++d)
        for (std::size_t i = 0; i < 1 + d % 3; ++i) {
            values.push_back(0.02 * static_cast<double>(d + 1));
            documents.push_back(d);
            sum += values.back();
        }
    const MetricValue &ap = cp.layers[1].at(Metric::AP);
    CHECK(ap.interval.mean == doctest::Approx(sum / 24));
    CHECK(ap.n == 24);
    CHECK(!ap.cpDifference);
    // The interval is that of the mean with whole documents drawn.
    std::vector<double> means;
    forEachResample(12, {.resamples = 500, .seed = options.seed}, [&](std::span<const std::uint32_t> times) {
        double total = 0, count = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            total += times[documents[i]] * values[i];
            count += times[documents[i]];
        }
        means.push_back(total / count);
    });
    const Interval drawn = percentileInterval(ap.interval.mean, means, 0.95);
    CHECK(ap.interval.low == doctest::Approx(drawn.low).epsilon(1e-12));
    CHECK(ap.interval.high == doctest::Approx(drawn.high).epsilon(1e-12));
    CHECK(ap.interval.resamples == 500);
    CHECK(ap.interval.low < ap.interval.high);

    // Attention is as much lower in every draw, so the paired difference has no width.
    const auto &difference = attention.layers[1].at(Metric::AP).cpDifference;
    REQUIRE(difference);
    CHECK(difference->mean == doctest::Approx(0.03));
    CHECK(difference->low == doctest::Approx(0.03));
    CHECK(difference->high == doctest::Approx(0.03));
    CHECK(attention.mean.at(Metric::AP).cpDifference->mean == doctest::Approx(0.02));
    CHECK(attention.mean.at(Metric::AP).interval.mean == doctest::Approx(sum / 24 - 0.02));

    // Micro: 12 documents with `row + 1` right of 4 + d selected, 3 an instance marked.
    const double selected = 12 * 4 + 66, marked = 72;
    CHECK(cp.layers[1].at(Metric::TokenPrecisionMicro).interval.mean == doctest::Approx(24 / selected));
    CHECK(cp.layers[1].at(Metric::TokenRecallMicro).interval.mean == doctest::Approx(24 / marked));
    CHECK(attention.layers[0].at(Metric::TokenF1Micro).interval.mean == doctest::Approx(2 * 36 / (selected + marked)));
    CHECK(cp.mean.at(Metric::TokenPrecisionMicro).interval.mean == doctest::Approx((12 + 24) / 2.0 / selected));
    // IOU: precision 12 * 0.5 over 6 that predict, recall 12 * 0.25 over 24.
    CHECK(cp.layers[0].at(Metric::IouF1).interval.mean == doctest::Approx(2 * 1.0 * 0.125 / 1.125));
    CHECK(!cp.mean.contains(Metric::Sufficiency));
}

TEST_CASE("the order in which documents come changes no bit")
{
    const AgreementOptions options = optionsOf({ScoreMethod::Attention, ScoreMethod::Random});
    std::vector<DocumentNumbers> documents;
    for (std::size_t d = 0; d < 20; ++d) {
        DocumentNumbers numbers = document(d * 7919 % 20, 1 + d % 4, 3);
        for (std::size_t i = 0; i < numbers.terms.size(); ++i)
            numbers.terms[i] = 1.0 / static_cast<double>(3 + (i * 31 + d * 17) % 101);
        numbers.flopsPlain = 1e9 / static_cast<double>(d + 3);
        numbers.flopsReduced = 1e8 / static_cast<double>(d + 7);
        documents.push_back(std::move(numbers));
    }
    AgreementTally forwards(options, 2), backwards(options, 2);
    for (const auto &numbers : documents)
        forwards.add(numbers);
    std::ranges::reverse(documents);
    for (const auto &numbers : documents)
        backwards.add(numbers);
    CHECK(toJson(reportOf(forwards)) == toJson(reportOf(backwards)));
    CHECK(reportOf(forwards).methods[1].layers.size() == 1); // random scores tokens once
    CHECK(!reportOf(forwards).methods[0].mean.contains(Metric::FprAtCpSize));
}

TEST_CASE("what was passed over is counted, and one document has an interval without width")
{
    AgreementOptions options = optionsOf({ScoreMethod::Contribution});
    options.faithfulness = true;
    AgreementTally tally(options, 1);
    DocumentNumbers numbers = document(1, 2, 1);
    part(numbers, 0, MetricTerm::Ap) = 1;
    part(numbers, 0, MetricTerm::Sufficiency) = 0.5;
    numbers.correct = true;
    numbers.correctPlain = false;
    numbers.withoutRationale = 3;
    numbers.fullyMarked = 2;
    numbers.splitSpans = 1;
    numbers.flopsPlain = 3;
    numbers.flopsReduced = 2;
    tally.add(numbers);
    DocumentNumbers none;
    none.key = 2;
    tally.add(none);
    DocumentNumbers unknown;
    unknown.key = 3;
    unknown.rationale = true;
    unknown.withoutRationale = 1;
    tally.add(unknown);

    const AgreementReport report = reportOf(tally);
    CHECK(report.documents == 3);
    CHECK(report.instances == 2);
    CHECK(report.withoutRationale == 4);
    CHECK(report.fullyMarked == 2);
    CHECK(report.splitSpans == 1);
    CHECK(report.predicted == 1);
    CHECK(report.correct == 1);
    CHECK(report.correctPlain == 0);
    CHECK(report.speedup == 1.5);
    CHECK(report.skipped.at("documents without a rationale") == 1);
    CHECK(report.skipped.size() == 2);
    const Interval &ap = report.methods[0].mean.at(Metric::AP).interval;
    CHECK(ap.mean == 0.5);
    CHECK(ap.low == 0.5);
    CHECK(ap.high == 0.5);
    CHECK(report.methods[0].mean.at(Metric::Sufficiency).interval.mean == 0.25);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadeagreement.h"

namespace adaplens::test {

namespace {

Interval around(double mean)
{
    return {.mean = mean, .low = mean - 0.05, .high = mean + 0.05, .level = 0.95, .resamples = 1000};
}

MetricValues valuesOf(std::size_t method, double layer)
{
    MetricValues result;
    for (std::size_t m = 0; m <= static_cast<std::size_t>(Metric::IouF1); ++m) {
        const double base = 0.01 * static_cast<double>(m) + 0.001 * layer;
        MetricValue value{around(base + 0.1 * static_cast<double>(method)), 57, std::nullopt};
        if (method > 0)
            value.cpDifference = around(-0.1 * static_cast<double>(method));
        result.emplace(allMetrics()[m].metric, value);
    }
    return result;
}

} // namespace

AgreementReport handMadeAgreement()
{
    AgreementReport report;
    report.model = "Hand made";
    report.data = "films & plays";
    report.split = "val";
    report.twin = "twin";
    report.options.methods = {ScoreMethod::Contribution, ScoreMethod::Attention, ScoreMethod::Random};
    report.options.data = report.data;
    report.options.split = report.split;
    const std::vector<std::string> sources{"AdapLeR model", "plain twin", ""};
    for (std::size_t i = 0; i < report.options.methods.size(); ++i) {
        MethodAgreement method;
        method.method = report.options.methods[i];
        method.source = sources[i];
        for (std::size_t l = 0; l < (hasLayers(method.method) ? 3 : 1); ++l)
            method.layers.push_back(valuesOf(i, static_cast<double>(l)));
        method.mean = valuesOf(i, method.layers.size() == 1 ? 0 : 1);
        report.methods.push_back(std::move(method));
    }
    report.documents = 60;
    report.instances = 57;
    report.withoutRationale = 12;
    report.fullyMarked = 3;
    report.splitSpans = 1;
    report.skipped = {{"documents without a rationale", 3}};
    report.baseRate = around(0.091);
    report.predicted = 57;
    report.correct = 50;
    report.correctPlain = 51;
    report.speedup = 2.25;
    report.speedupPadded = 3.5;
    report.longest = 64;
    report.conditions.threads = 2;
    report.conditions.processor = "a processor";
    report.conditions.libtorch = "1.13.1";
    report.conditions.blas = "OpenBLAS";
    report.conditions.seconds = 12.5;
    report.complete = true;
    return report;
}

} // namespace adaplens::test

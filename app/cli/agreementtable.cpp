// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreementtable.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <algorithm>

namespace adaplens::cli {

namespace {

constexpr std::size_t methodWidth = 20, numberWidth = 9;

std::string rounded(double value, const char *pattern = "%.3f")
{
    const std::string text = format(pattern, value);
    return text == "-0.000" ? "0.000" : text;
}

std::string withEnds(const Interval &interval, const char *pattern = "%.3f")
{
    return rounded(interval.mean, pattern) + " [" + rounded(interval.low, pattern) + ", " +
           rounded(interval.high, pattern) + ']';
}

std::string accuracy(std::size_t correct, std::size_t predicted)
{
    return rounded(static_cast<double>(correct) / static_cast<double>(predicted)) + " (" + std::to_string(correct) +
           '/' + std::to_string(predicted) + ')';
}

/// The scores that the model drops tokens by are called what they are, all others as on the command line.
std::string nameOfScores(const AgreementReport &report, ScoreMethod method)
{
    return isOwnScore(method) ? report.ownScore : nameOf(method);
}

std::string head(const AgreementReport &report)
{
    const AgreementOptions &options = report.options;
    std::string text = row("Model", printable(report.model) + ", other methods from " +
                                        (options.fromAdapler     ? "the same weights with nothing dropped"
                                         : report.twin == "twin" ? "its plain twin"
                                                                 : "the same weights"));
    text +=
        row("Data", printable(report.data) + (report.split.empty() ? "" : " (" + printable(report.split) + ")") + ", " +
                        counted(report.documents, "document") + ", " + counted(report.instances, "instance") +
                        (options.mode == AgreementMode::DocumentsWords ? " (documents)" : " (windows)"));
    text += row("Mode", std::string(nameOf(options.mode)) + ", selection " + options.selection.name() +
                            (options.selection.kind == Selection::Kind::Uniform ? " (score >= 1/n), " : ", ") +
                            (options.goldClass ? "gold" : "predicted") + " class, " +
                            std::to_string(options.maxLength) + " pieces at most");
    if (report.rule != "none") {
        text += row("Own scores", namesOf(report).scoreTitle.english() + " (" + namesOf(report).title.english() +
                                      "), " + (options.raw ? "raw" : "adjusted") + ", after a drop " +
                                      (options.dropped == DroppedScore::LastSeen ? "as last seen" : "zero"));
    }
    if (report.withoutRationale > 0) {
        text += row("Left out", counted(report.withoutRationale, "instance") + " where nothing is marked");
    }
    if (report.fullyMarked > 0) {
        text += row("Left out", counted(report.fullyMarked, "instance") + " where everything is marked");
    }
    if (report.splitSpans > 0) {
        text += row("Split", counted(report.splitSpans, "rationale span") + " longer than a window");
    }
    for (const auto &[reason, count] : report.skipped) {
        text += row("Passed over", printable(reason) + ": " + std::to_string(count));
    }
    if (report.predicted > 0) {
        text += row("Accuracy", accuracy(report.correct, report.predicted) + ", plain " +
                                    accuracy(report.correctPlain, report.predicted));
    }
    if (report.rule != "none") {
        text += row("Speed-up, FLOPs", format("%.2fx", report.speedup));
        if (report.speedupPadded) {
            text += row("  all padded", format("%.2fx", *report.speedupPadded) +
                                            "  (every window counted at the longest one's " +
                                            counted(report.longest, "piece") + ", as many published tables do)");
        }
    }
    return text +
           row("Base rate", withEnds(report.baseRate) + format("  (%.0f %% intervals, ", 100 * report.baseRate.level) +
                                counted(options.resamples, "resample") + " of documents, seed " +
                                std::to_string(options.seed) + ')');
}

/// A table's heading: what it is of, then a column head each `width` columns.
std::string heading(const std::string &title, const std::vector<std::string> &columns, std::size_t width)
{
    std::string text = '\n' + padded(title, methodWidth);
    for (const std::string &column : columns) {
        text += rightAligned(column, width);
    }
    return text + '\n';
}

const MetricValue *valueOf(const MetricValues &values, Metric metric)
{
    const auto place = values.find(metric);
    return place == values.end() ? nullptr : &place->second;
}

std::string withIntervals(const AgreementReport &report)
{
    constexpr std::size_t width = 27;
    std::string text = heading("Mean over layers", {"AP", "own AP less it"}, width);
    for (const MethodAgreement &method : report.methods) {
        text += padded(nameOfScores(report, method.method), methodWidth);
        if (const MetricValue *value = valueOf(method.mean, Metric::AP)) {
            text += rightAligned(withEnds(value->interval), width);
            text += value->cpDifference ? rightAligned(withEnds(*value->cpDifference, "%+.3f"), width) : "";
        }
        text += '\n';
    }
    return text;
}

/// One number a method for each metric of some kinds that was measured; empty if none was.
std::string means(const AgreementReport &report, std::initializer_list<MetricBasis> kinds)
{
    std::vector<std::string> columns;
    std::vector<Metric> measured;
    for (const MetricInfo &metric : allMetrics()) {
        const bool wanted = std::ranges::find(kinds, metric.basis) != kinds.end() && metric.column != nullptr &&
                            metric.metric != Metric::AP; // which stands above, with its interval
        if (wanted && !report.methods.empty() && valueOf(report.methods.front().mean, metric.metric) != nullptr) {
            measured.push_back(metric.metric);
            columns.emplace_back(metric.column);
        }
    }
    if (measured.empty()) {
        return {};
    }
    std::string text = heading("Mean over layers", columns, numberWidth);
    for (const MethodAgreement &method : report.methods) {
        text += padded(nameOfScores(report, method.method), methodWidth);
        for (const Metric metric : measured) {
            const MetricValue *value = valueOf(method.mean, metric);
            text += rightAligned(value != nullptr ? rounded(value->interval.mean) : "-", numberWidth);
        }
        text += '\n';
    }
    return text;
}

std::string byLayer(const AgreementReport &report, Metric metric)
{
    std::size_t layers = 0;
    bool measured = false;
    for (const MethodAgreement &method : report.methods) {
        layers = std::max(layers, method.layers.size());
        measured = measured || valueOf(method.mean, metric) != nullptr;
    }
    if (!measured || layers < 2) {
        return {};
    }
    std::vector<std::string> columns;
    for (std::size_t l = 0; l < layers; ++l) {
        columns.push_back(std::to_string(l + 1));
    }
    std::string text = heading(std::string(infoOf(metric).column) + ", layer", columns, numberWidth);
    for (const MethodAgreement &method : report.methods) {
        text += padded(nameOfScores(report, method.method), methodWidth);
        for (const MetricValues &layer : method.layers) {
            const MetricValue *value = valueOf(layer, metric);
            text += rightAligned(value != nullptr ? rounded(value->interval.mean) : "-", numberWidth);
        }
        text += method.layers.size() == 1 ? "  (one score a token)\n" : "\n";
    }
    return text;
}

} // namespace

std::string agreementTable(const AgreementReport &report)
{
    std::string text = head(report);
    text += withIntervals(report);
    text += means(report, {MetricBasis::Ranking, MetricBasis::Selection});
    text += means(report, {MetricBasis::CpSize, MetricBasis::EraserCount});
    if (valueOf(report.methods.front().mean, Metric::FprAtCpSize) != nullptr) {
        text += "(k: the best tokens, as many as the " + report.ownScore + " scores select in that layer)\n";
    }
    text += means(report, {MetricBasis::Erasure});
    for (const Metric metric : {Metric::AP, Metric::FPR, Metric::FprAtCpSize}) {
        text += byLayer(report, metric);
    }
    text += "\n(Layers count from 1. All but F1 micro and IOU F1 are means over instances. The base rate "
            "is the share of marked tokens.\nIntervals and n of every figure: --json, --csv)\n";
    return text + '\n' + row("Conditions", describe(report.conditions));
}

} // namespace adaplens::cli

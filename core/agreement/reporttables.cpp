// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report.h"
#include "core/io/csv.h"
#include "core/io/fixednumber.h"
#include "core/io/latex.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

/// The lines of one report; what stays the same in all of them is kept here.
class CsvLines {
public:
    explicit CsvLines(const AgreementReport &report) : m_report(report) {}

    void add(const char *method, const std::string &source, const std::string &layer, const char *metric,
             const MetricValue &value)
    {
        const Interval &interval = value.interval;
        const auto difference = [&](double Interval::*end) {
            return value.cpDifference ? csvNumber((*value.cpDifference).*end) : std::string();
        };
        addRow(method, source, layer, metric,
               {csvNumber(interval.mean), csvNumber(interval.low), csvNumber(interval.high), csvNumber(value.n),
                difference(&Interval::mean), difference(&Interval::low), difference(&Interval::high)});
    }

    /// A number of the whole run, of n documents, without an interval.
    void add(const char *metric, double value, std::size_t n)
    {
        addRow("", "", "", metric, {csvNumber(value), {}, {}, csvNumber(n), {}, {}, {}});
    }

    void add(const MethodAgreement &method, const std::string &layer, const MetricValues &values)
    {
        for (const MetricInfo &metric : allMetrics())
            if (const auto place = values.find(metric.metric); place != values.end())
                add(nameOf(method.method), method.source, layer, metric.name, place->second);
    }

    std::string m_text = "model,data,split,mode,selection,method,source,layer,metric,mean,low,high,n,cp_difference,"
                         "cp_difference_low,cp_difference_high,seed,device,threads,precision,rule,own_score\r\n";

private:
    void addRow(const char *method, const std::string &source, const std::string &layer, const char *metric,
                const std::array<std::string, 7> &numbers)
    {
        m_text += csvRow({m_report.model,
                          m_report.data,
                          m_report.split,
                          nameOf(m_report.options.mode),
                          m_report.options.selection.name(),
                          method,
                          source,
                          layer,
                          metric,
                          numbers[0],
                          numbers[1],
                          numbers[2],
                          numbers[3],
                          numbers[4],
                          numbers[5],
                          numbers[6],
                          std::to_string(m_report.options.seed),
                          m_report.conditions.device,
                          std::to_string(m_report.conditions.threads),
                          nameOf(m_report.conditions.precision),
                          m_report.rule,
                          m_report.ownScore});
    }

    const AgreementReport &m_report;
};

/// A user's text in LaTeX's running text.
std::string rounded(double value)
{
    const std::string number = fixedNumber(value, 3);
    return number.starts_with('-') ? "$" + number + "$" : number; // a minus, not a hyphen
}

double shareOf(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// A method as the head of a column; the model's own scores by what its rule calls them.
std::string latexName(const AgreementReport &report, ScoreMethod method)
{
    if (!isOwnScore(method))
        return titleOf(method);
    std::string name = namesOf(report).scoreTitle.english();
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return latexText(name);
}

/// How the model's own scores were taken; empty where it has none.
std::string latexOwnScores(const AgreementReport &report)
{
    const AgreementOptions &options = report.options;
    if (report.rule == "none")
        return {};
    const std::string name = latexText(namesOf(report).scoreTitle.english());
    return std::string(", ") + (options.raw ? "raw " : "adjusted ") + name + " scores, of dropped tokens " +
           (options.dropped == DroppedScore::LastSeen ? "as last seen" : "zero") +
           "; equal size means as many tokens as " + name + " scores select";
}

/// Accuracy and cost; empty where nothing is dropped.
std::string latexCost(const AgreementReport &report)
{
    if (report.rule == "none")
        return {};
    std::string text = " With tokens dropped by " + latexText(namesOf(report).title.english()) + ": ";
    if (report.predicted > 0) {
        text += "accuracy " + rounded(shareOf(report.correct, report.predicted)) + " (without " +
                rounded(shareOf(report.correctPlain, report.predicted)) + "), ";
    }
    text += fixedNumber(report.speedup, 2) + " times fewer operations";
    if (report.speedupPadded) {
        text += " (" + fixedNumber(*report.speedupPadded, 2) + " times with every window padded to the longest, " +
                std::to_string(report.longest) + " pieces, as many published tables count)";
    }
    return text + ".";
}

std::string latexCaption(const AgreementReport &report)
{
    const AgreementOptions &options = report.options;
    std::string text = "Agreement of token scores of " + latexText(report.model) + " with human rationales";
    if (!report.data.empty())
        text += " on " + latexText(report.data) + (report.split.empty() ? "" : " (" + latexText(report.split) + ")");
    text += ": means over layers";
    if (report.baseRate.resamples > 0) {
        text += " with " + fixedNumber(100 * report.baseRate.level, 0) + "\\,\\% bootstrap intervals over documents (" +
                std::to_string(report.baseRate.resamples) + " resamples, seed " + std::to_string(options.seed) + ")";
    }
    text += ". " + std::to_string(report.instances) + " instances of " + std::to_string(report.documents) +
            " documents, mode " + nameOf(options.mode) + ", selection " + latexText(options.selection.name()) +
            ", gradients of the " + (options.goldClass ? "gold" : "predicted") + " class" + latexOwnScores(report) +
            ". Base rate " + rounded(report.baseRate.mean) + "." + latexCost(report);
    text += " Computed in " + std::string(nameOf(report.conditions.precision)) + " on " +
            latexText(report.conditions.device) + " with " + std::to_string(report.conditions.threads) +
            (report.conditions.threads == 1 ? " thread." : " threads.");
    if (!report.complete)
        text += " Partial result.";
    return text;
}

} // namespace

std::string toCsv(const AgreementReport &report)
{
    CsvLines lines(report);
    lines.add("", "", "", "base_rate", {report.baseRate, report.instances, std::nullopt});
    if (report.predicted > 0) {
        lines.add("accuracy", shareOf(report.correct, report.predicted), report.predicted);
        lines.add("accuracy_plain", shareOf(report.correctPlain, report.predicted), report.predicted);
    }
    lines.add("speedup", report.speedup, report.documents);
    if (report.speedupPadded)
        lines.add("speedup_padded", *report.speedupPadded, report.documents);
    for (const MethodAgreement &method : report.methods) {
        if (hasLayers(method.method))
            for (std::size_t l = 0; l < method.layers.size(); ++l)
                lines.add(method, std::to_string(l + 1), method.layers[l]);
        lines.add(method, "mean", method.mean);
    }
    return std::move(lines.m_text);
}

std::string toLatex(const AgreementReport &report)
{
    std::string text = "% needs \\usepackage{booktabs}\n\\begin{table}\n  \\centering\n  \\small\n";
    text += "  \\caption{" + latexCaption(report) + "}\n";
    text += "  \\begin{tabular}{l" + std::string(report.methods.size(), 'c') + "}\n    \\toprule\n    ";
    for (const MethodAgreement &method : report.methods)
        text += "& " + latexName(report, method.method) + ' ';
    text += "\\\\\n    \\midrule\n";
    for (const MetricInfo &metric : allMetrics()) {
        std::string means, intervals;
        bool measured = false, drawn = false;
        for (const MethodAgreement &method : report.methods) {
            const auto place = method.mean.find(metric.metric);
            means += " & ";
            intervals += " & ";
            if (place == method.mean.end())
                continue;
            const Interval &interval = place->second.interval;
            measured = true;
            means += rounded(interval.mean);
            if (interval.resamples > 0) {
                drawn = true;
                intervals += "{\\scriptsize [" + rounded(interval.low) + ", " + rounded(interval.high) + "]}";
            }
        }
        if (measured)
            text += "    " + std::string(metric.title) + means + " \\\\\n";
        if (drawn)
            text += "   " + intervals + " \\\\\n";
    }
    return text + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/agreement/report.h"
#include "tests/support/handmadeagreement.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace adaplens;
using nlohmann::json;

namespace {

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("names are read back, and an unknown one is answered with those that are known")
{
    CHECK(allMetrics().size() == 17);
    for (const MetricInfo &info : allMetrics()) {
        CHECK(metricNamed(info.name) == info.metric);
        CHECK(&infoOf(info.metric) == &info);
        CHECK(std::string(info.title).size() > 1);
        CHECK(std::string(info.column == nullptr ? "" : info.column).size() <= 8);
    }
    CHECK(std::string(infoOf(Metric::FprAtCpSize).name) == "fpr_at_cp_size");
    for (const MetricInfo &info : allMetrics()) {
        CAPTURE(info.name);
        const bool lower = info.metric == Metric::FPR || info.metric == Metric::FprAtCpSize ||
                           info.metric == Metric::Sufficiency || info.metric == Metric::AopcSufficiency;
        CHECK(info.direction == (lower                             ? MetricDirection::LowerIsBetter
                                 : info.metric == Metric::Selected ? MetricDirection::Neither
                                                                   : MetricDirection::HigherIsBetter));
        CHECK((info.unit == MetricUnit::Probability) == (info.basis == MetricBasis::Erasure));
    }
    CHECK(agreementModeNamed("documents-words") == AgreementMode::DocumentsWords);
    CHECK(agreementModeNamed("windows-pieces") == AgreementMode::WindowsPieces);
    CHECK_THROWS_WITH_AS((void)agreementModeNamed("words"),
                         doctest::Contains("known are windows-pieces, documents-words"), Error);
    CHECK_THROWS_WITH_AS((void)metricNamed("magic"), doctest::Contains("ap, auprc, roc_auc, fpr"), Error);
}

TEST_CASE("a report comes back from JSON as it was")
{
    AgreementReport report = test::handMadeAgreement();
    const std::string text = toJson(report);
    CHECK(toJson(agreementFromJson(text, "kept.json")) == text);

    // Every choice other than the default one comes back too.
    report.options.mode = AgreementMode::DocumentsWords;
    report.options.selection = {Selection::Kind::TopShare, 0, 0.2};
    report.options.goldClass = false;
    report.options.raw = report.options.fromAdapler = report.options.faithfulness = true;
    report.options.dropped = DroppedScore::LastSeen;
    report.options.maxLength = 128;
    report.options.seed = 18446744073709551615U;
    report.options.resamples = 50;
    report.complete = false;
    report.methods[1].layers[2][Metric::AP].interval.mean = 1.0 / 3;
    const AgreementReport back = agreementFromJson(toJson(report), "kept.json");
    CHECK(toJson(back) == toJson(report));
    CHECK(back.options.mode == AgreementMode::DocumentsWords);
    CHECK(back.options.selection == report.options.selection);
    CHECK(!back.options.goldClass);
    CHECK(back.options.raw);
    CHECK(back.options.fromAdapler);
    CHECK(back.options.faithfulness);
    CHECK(back.options.dropped == DroppedScore::LastSeen);
    CHECK(back.options.seed == report.options.seed);
    CHECK(back.options.data == "films & plays");
    CHECK(back.skipped == report.skipped);
    CHECK(back.methods[1].layers[2].at(Metric::AP).interval.mean == 1.0 / 3);
    CHECK(!back.methods[0].mean.contains(Metric::Sufficiency));
    CHECK(!back.methods[0].mean.at(Metric::AP).cpDifference);
    REQUIRE(back.methods[2].mean.at(Metric::AP).cpDifference);
    CHECK(back.methods[2].mean.at(Metric::AP).cpDifference->mean == -0.2);
}

TEST_CASE("JSON holds the numbers where they are looked for")
{
    const json report = json::parse(toJson(test::handMadeAgreement()));
    CHECK(report["schema"] == "adaplens.agreement/1");
    CHECK(report["counts"]["instances"] == 57);
    CHECK(report["counts"]["skipped"]["documents without a rationale"] == 3);
    CHECK(report["base_rate"]["mean"] == 0.091);
    CHECK(report["options"]["selection"] == "uniform");
    const json &attention = report["methods"][1];
    CHECK(attention["method"] == "attention");
    CHECK(attention["source"] == "plain twin");
    CHECK(attention["layers"].size() == 3);
    CHECK(attention["layers"][2]["fpr"]["mean"].get<double>() == doctest::Approx(0.132));
    CHECK(attention["mean"]["fpr"]["n"] == 57);
}

TEST_CASE("what is no report is refused by name")
{
    const std::string text = toJson(test::handMadeAgreement());
    const auto changed = [&](const std::string &from, const std::string &to) {
        std::string other = text;
        const std::size_t place = other.find(from);
        REQUIRE(place != std::string::npos);
        return other.replace(place, from.size(), to);
    };
    const std::vector<std::pair<std::string, const char *>> rows = {
        {"", "broken JSON"},
        {"[]", "a JSON array"},
        {"{\"schema\": 1e999}", "holds a number that is too large."},
        {"{}", "“schema”: it is missing."},
        {changed("adaplens.agreement/1", "adaplens.trace/1"),
         "“schema”: \"adaplens.trace/1\" was found, \"adaplens.agreement/1\" was expected."},
        {changed("\"instances\": 57", "\"instances\": -57"),
         "“counts.instances”: -57 was found, a whole number of at least 0 was expected."},
        {changed("\"instances\": 57", "\"instancez\": 57"), "“counts.instances”: it is missing."},
        {changed("\"model\": \"Hand made\"", "\"model\": 7"), "“model”: 7 was found, a text was expected."},
        {changed("\"mode\": \"windows-pieces\"", "\"mode\": \"words\""), "“options.mode”: There is no mode 'words'"},
        {changed("\"class\": \"gold\"", "\"class\": \"silver\""),
         "“options.class”: \"silver\" was found, \"gold\" or \"predicted\" was expected."},
        {changed("\"auprc\"", "\"area\""), "“methods[0].mean.area”: There is no metric 'area'"},
    };
    for (const auto &[broken, reason] : rows) {
        CAPTURE(reason);
        CHECK_THROWS_WITH_AS((void)agreementFromJson(broken, "kept.json"), doctest::Contains(reason), Error);
        CHECK_THROWS_WITH_AS((void)agreementFromJson(broken, "kept.json"), doctest::Contains("kept.json"), Error);
    }
}

TEST_CASE("CSV has a line for every method, layer and metric")
{
    const auto lines = linesOf(toCsv(test::handMadeAgreement()));
    // Heading, base rate, accuracies and speed-ups; 13 metrics for three layers and their mean of two methods, and once for random.
    CHECK(lines.size() == 6 + 13 * (4 + 4 + 1));
    CHECK(lines[0] == "model,data,split,mode,selection,method,source,layer,metric,mean,low,high,n,cp_difference,"
                      "cp_difference_low,cp_difference_high,seed,device,threads,precision,rule,own_score\r");
    const std::string same = "Hand made,films & plays,val,windows-pieces,uniform,";
    CHECK(lines[1].starts_with(same + ",,,base_rate,0.091,0.04"));
    CHECK(lines[1].ends_with(",57,,,,7,cpu,2,float32,adapler,contribution\r"));
    CHECK(lines[2].starts_with(same + ",,,accuracy,0.877"));
    CHECK(lines[3].starts_with(same + ",,,accuracy_plain,0.894"));
    CHECK(lines[4].starts_with(same + ",,,speedup,2.25,,,60,,,,"));
    CHECK(lines[5].starts_with(same + ",,,speedup_padded,3.5,,,60,,,,"));
    CHECK(lines[6].starts_with(same + "cp,AdapLeR model,1,ap,0,-0.05,0.05,57,,,"));
    CHECK(std::ranges::count_if(lines, [](const std::string &l) { return l.find(",mean,") != l.npos; }) == 1 + 3 * 13);
    CHECK(std::ranges::count_if(lines, [&](const std::string &l) { return l.starts_with(same + "random,,"); }) == 13);
    for (const std::string &line : lines)
        CHECK(std::ranges::count(line, ',') == 21);
}

TEST_CASE("LaTeX has a row for every metric that was measured, and escapes what the user wrote")
{
    const std::string text = toLatex(test::handMadeAgreement());
    CHECK(text.find("& Contribution & Attention & Random \\\\") != text.npos);
    CHECK(text.find("films \\& plays (val)") != text.npos);
    CHECK(text.find("95\\,\\% bootstrap intervals over documents (1000 resamples, seed 7)") != text.npos);
    CHECK(text.find("    FPR & 0.031 & 0.131 & 0.230 \\\\") != text.npos);
    CHECK(text.find("{\\scriptsize [0.081, 0.181]}") != text.npos);
    CHECK(text.find("{\\scriptsize [$-0.049$, 0.051]}") != text.npos);
    CHECK(text.find("Sufficiency") == text.npos);
    CHECK(text.find("Partial") == text.npos);
    CHECK(std::ranges::count(text, '{') == std::ranges::count(text, '}'));
    CHECK(text.find("adjusted contribution scores, of dropped tokens zero") != text.npos);
    CHECK(text.find("dropped by AdapLeR: accuracy 0.877 (without 0.895), 2.25 times fewer operations (3.50 times with "
                    "every window padded to the longest, 64 pieces") != text.npos);
    CHECK(text.find("Computed in float32 on cpu with 2 threads.") != text.npos);
    AgreementReport power = test::handMadeAgreement();
    power.rule = "power";
    power.ownScore = "significance";
    power.speedupPadded.reset();
    const std::string significance = toLatex(power);
    CHECK(significance.find("& Significance & Attention") != significance.npos);
    CHECK(significance.find("adjusted significance scores") != significance.npos);
    CHECK(significance.find("dropped by PoWER-BERT") != significance.npos);
    CHECK(significance.find("ontribution") == significance.npos);
    CHECK(significance.find("padded") == significance.npos);
    AgreementReport partial = test::handMadeAgreement();
    partial.complete = false;
    partial.conditions.precision = Precision::Int8;
    partial.model = "50%_{new}\\~";
    const std::string other = toLatex(partial);
    CHECK(other.find("Computed in int8 on cpu with 2 threads. Partial result.") != other.npos);
    CHECK(other.find("50\\%\\_\\{new\\}\\textbackslash{}\\textasciitilde{}") != other.npos);
}

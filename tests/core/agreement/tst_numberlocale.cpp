// SPDX-License-Identifier: GPL-3.0-or-later
// Every number that core writes or reads has a point, whatever locale a program sets.
#include "core/bench/bench.h"
#include "core/data/writers.h"
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "core/io/fixednumber.h"
#include "core/trace/tracecsv.h"
#include "core/trace/tracejson.h"
#include "core/train/config.h"
#include "tests/support/agreementruns.h"
#include "tests/support/commalocale.h"
#include "tests/support/handmadeagreement.h"
#include "tests/support/handmadetrace.h"

#include <cstdio>
#include <fstream>
#include <functional>
#include <sstream>

using namespace adaplens;
using namespace adaplens::test;

namespace {

std::string evaluationText()
{
    Evaluation evaluation;
    evaluation.labels = {"no", "yes"};
    evaluation.confusion = evaluation.confusionPlain = {{1, 0}, {2, 3}};
    evaluation.n = 1234567;
    evaluation.correct = 1000000;
    evaluation.keptPerLayer = {12.25, 1234.5};
    evaluation.difference = {.mean = -0.125, .low = -0.5, .high = 1e-7};
    evaluation.float32.emplace();
    return toJson(evaluation);
}

std::string benchText()
{
    BenchReport report;
    report.conditions.seconds = 1234.5;
    report.plain.n = {1000};
    report.plain.packed = report.plain.libtorchLinear = {{1.5, 0.25, 2000.5, 1000}};
    SetBench &set = report.sets.emplace_back();
    set.texts = 1000;
    set.pieces = 12.5;
    set.plain = {1.5, 0.25, 2.5, 7};
    return toJson(report);
}

std::string refusal(const std::string &config)
{
    try {
        (void)parseTrainConfig(config, "train.json", {});
    } catch (const Error &error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a number is written as printf writes it in the locale of C")
{
    CHECK(fixedNumber(0.1975, 3) == "0.198");
    CHECK(fixedNumber(-0.0494, 3) == "-0.049");
    CHECK(fixedNumber(95.0, 0) == "95");
    CHECK(fixedNumber(1234567.25, 1) == "1234567.2");
    CHECK(fixedNumber(-1.7976931348623157e308, 2).size() == 1 + 309 + 3);
}

TEST_CASE("no number that core writes has a comma, in any locale")
{
    AgreementReport report = handMadeAgreement();
    report.conditions.threads = 1024;
    report.instances = report.options.resamples = report.baseRate.resamples = 12345;
    report.baseRate.mean = 1234.5;
    Trace trace = longTrace(2000, 2);
    trace.cost.msPlain = 1234.5;
    EraserPrediction prediction;
    prediction.annotation = "a";
    prediction.scores = {{"POS", 0.25}, {"NEG", 1e-9}};
    prediction.documents.push_back({"d", {{1000, 2000}}, {0.5, 1234.5}});
    TrainConfig config;
    const std::vector<std::pair<const char *, std::function<std::string()>>> rows = {
        {"LaTeX", [&] { return toLatex(report); }},
        {"CSV", [&] { return toCsv(report); }},
        {"JSON", [&] { return toJson(report); }},
        {"read JSON", [&] { return toJson(agreementFromJson(toJson(report), "kept.json")); }},
        {"selection", [] { return selectionNamed("top-12.5%").name(); }},
        {"evaluation", evaluationText},
        {"benchmark", benchText},
        {"trace", [&] { return traceToJson(trace); }},
        {"trace's CSV", [&] { return traceToCsv(trace); }},
        {"ERASER", [&] { return toJsonLine(prediction); }},
        {"conditions", [&] { return describe(report.conditions); }},
        {"training", [&] { return toJson(config); }},
        {"what training refuses", [] { return refusal(R"({"fine_tune": {"warmup": 1234.5}})"); }},
    };
    for (const auto &[what, text] : rows) {
        CAPTURE(what);
        const std::string expected = text();
        CHECK(expected.size() > 5);
        const CommaLocale commas;
        CHECK(text() == expected);
    }
}

TEST_CASE("a model, a resume file and figures are read and written alike in any locale")
{
    const auto examples = randomExamples(3, 20);
    TemporaryFolder folder;
    AgreementOptions options = quick();
    options.resumeFile = folder.path() / "run.jsonl";
    const Model model;
    const std::string expected = content(reportOf(*model.classifier, examples, options));
    const CommaLocale commas;
    std::ostringstream half;
    half << 1234.5;
    CHECK(half.str() == "1.234,5");
    const auto classifier = Classifier::open(model.folder.path());
    CHECK(content(reportOf(*classifier, examples, options)) == expected); // all from the resume file
    options.resumeFile.clear();
    CHECK(content(reportOf(*classifier, examples, options)) == expected);
}

// The two cases above ran with these functions' commas, too, if this one does.
TEST_CASE("printf() and strtod() have commas where all is to be written alike" * doctest::test_suite("optional"))
{
    const CommaLocale commas;
    if (!CommaLocale::inC()) {
        MESSAGE("SKIPPED: there is no locale with commas, and localedef cannot make one (Debian: the package locales)");
        return;
    }
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", 0.5);
    CHECK(std::string(text) == "0,5");
    CHECK(std::strtod("0,5", nullptr) == 0.5);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/agreement/tally_p.h"
#include "core/agreement/alignment.h"
#include "core/attribution/faithfulness.h"
#include "tests/support/agreementruns.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

using namespace adaplens;
using namespace adaplens::test;
using nlohmann::json;

namespace {

/// A run that writes predictions.
AgreementOptions writing(const TemporaryFolder &folder)
{
    AgreementOptions options = quick();
    options.mode = AgreementMode::DocumentsWords;
    options.methods = {ScoreMethod::Contribution, ScoreMethod::Random};
    options.goldClass = false;
    options.dataLabels = {"1", "neg"};
    options.eraserOut = folder.path() / "predictions.jsonl";
    return options;
}

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<json> linesOf(const std::filesystem::path &file)
{
    std::vector<json> result;
    std::istringstream stream(contentOf(file));
    for (std::string line; std::getline(stream, line);)
        result.push_back(json::parse(line));
    return result;
}

/// A prediction against its example, as an instance of one method and layer: what the scorer would see of it.
Instance instanceOf(const json &document, const std::string &text, const std::vector<ByteRange> &rationale)
{
    const auto words = whiteSpaceWords(text);
    Instance instance;
    instance.labels = markedRanges(words, rationale);
    instance.spans = wordSpans(words, rationale);
    Instance::Row row;
    row.scores = document.at("soft_rationale_predictions").get<std::vector<double>>();
    REQUIRE(row.scores.size() == words.size());
    row.uniform.resize(words.size());
    for (const json &span : document.at("hard_rationale_predictions"))
        for (std::size_t w = span.at("start_token"); w < span.at("end_token"); ++w)
            row.uniform[w] = 1;
    instance.kept = {row.uniform};
    instance.rows = {{row}};
    return instance;
}

MetricValues measured(const std::vector<Instance> &instances)
{
    AgreementOptions options;
    options.methods = {ScoreMethod::Attention};
    AgreementTally tally(options, 1);
    for (const Instance &instance : instances) {
        DocumentNumbers numbers;
        numbers.rationale = true;
        numbers.instances = instance.counts() ? 1 : 0;
        numbers.terms = measure(instance, options.methods, {});
        tally.add(std::move(numbers));
    }
    AgreementReport report;
    tally.fill(report, 1);
    return report.methods.at(0).mean;
}

void checkSame(const MetricValues &report, const MetricValues &file)
{
    for (const Metric metric : {Metric::AP, Metric::AUPRC, Metric::RocAuc, Metric::TokenPrecisionMicro,
                                Metric::TokenRecallMicro, Metric::TokenF1Micro, Metric::TokenF1Macro, Metric::IouF1}) {
        CAPTURE(infoOf(metric).name);
        CHECK(std::abs(report.at(metric).interval.mean - file.at(metric).interval.mean) < 1e-12);
    }
}

} // namespace

TEST_CASE("ERASER predictions: a file for each method and layer, which holds what the report says")
{
    Model model;
    auto examples = randomExamples(5, 80, 4);
    examples[3].rationale = {{0, examples[3].text.size()}}; // all of it
    test::TemporaryFolder folder;
    AgreementOptions options = writing(folder);
    options.selection = {.kind = Selection::Kind::TopShare, .share = 0.2};
    options.faithfulness = true;
    const auto files = eraserFiles(options, 3);
    REQUIRE(files.size() == 2);
    REQUIRE(files[0].size() == 3);
    CHECK(files[0][2].filename() == "predictions-cp-3.jsonl");
    CHECK(files[1][0].filename() == "predictions-random.jsonl");
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(report.instances == 4);
    CHECK(report.fullyMarked == 1);
    CHECK(toJson(report).find("predictions") == std::string::npos);
    for (std::size_t m = 0; m < 2; ++m)
        for (std::size_t l = 0; l < files[m].size(); ++l) {
            CAPTURE(files[m][l].filename().string());
            const auto lines = linesOf(files[m][l]);
            REQUIRE(lines.size() == examples.size());
            std::vector<Instance> instances;
            double sufficiency = 0, aopc = 0;
            for (std::size_t d = 0; d < lines.size(); ++d) {
                const json &line = lines[d];
                CHECK(line.at("annotation_id") == examples[d].id);
                instances.push_back(instanceOf(line.at("rationales").at(0), examples[d].text, examples[d].rationale));
                const std::string predicted = line.at("classification");
                const json &whole = line.at("classification_scores");
                // The plain twin's mean over the windows, the positive class by the name that the data give it.
                std::vector<double> mean(2);
                const auto cut = rationaleWindows(model.classifier->tokenizer(), examples[d], 64);
                for (const Encoding &window : cut.windows) {
                    const auto trace = model.classifier->run(examples[d].text, std::nullopt, window, RunOptions{});
                    for (std::size_t k = 0; k < 2; ++k)
                        mean[k] += static_cast<double>(trace->plain.probabilities[k]) /
                                   static_cast<double>(cut.windows.size());
                }
                CHECK(whole.size() == 2);
                CHECK(whole.at("neg").get<double>() == doctest::Approx(mean[0]));
                CHECK(whole.at("1").get<double>() == doctest::Approx(mean[1]));
                CHECK(predicted == (mean[1] > mean[0] ? "1" : "neg"));
                // The selection is the best 20 %.
                const json &shares = line.at("thresholded_scores");
                REQUIRE(shares.size() == 5);
                for (std::size_t s = 0; s < shares.size(); ++s)
                    CHECK(shares[s].at("threshold") == faithfulnessShares[s]);
                CHECK(shares[3].at("comprehensiveness_classification_scores") ==
                      line.at("comprehensiveness_classification_scores"));
                CHECK(shares[3].at("sufficiency_classification_scores") ==
                      line.at("sufficiency_classification_scores"));
                if (!instances.back().counts())
                    continue;
                const double p = whole.at(predicted);
                sufficiency += p - line.at("sufficiency_classification_scores").at(predicted).get<double>();
                for (const json &share : shares)
                    aopc += (p - share.at("comprehensiveness_classification_scores").at(predicted).get<double>()) / 5;
            }
            const MetricValues &values = report.methods[m].layers[l];
            checkSame(values, measured(instances));
            CHECK(std::abs(values.at(Metric::Sufficiency).interval.mean - sufficiency / 4) < 1e-12);
            CHECK(std::abs(values.at(Metric::AopcComprehensiveness).interval.mean - aopc / 4) < 1e-12);
        }
}

TEST_CASE("every annotation has a prediction, also without a rationale, and changes no figure by that")
{
    Model model;
    auto examples = randomExamples(6, 40, 8);
    examples[0].rationale.clear();
    examples[4].rationale.clear();
    test::TemporaryFolder folder;
    AgreementOptions options = writing(folder);
    const std::string with = content(reportOf(*model.classifier, examples, options));
    const auto lines = linesOf(eraserFiles(options, 3)[0][1]);
    REQUIRE(lines.size() == 6);
    CHECK(lines[4].at("annotation_id") == examples[4].id);
    CHECK(!lines[4].at("rationales").at(0).at("soft_rationale_predictions").empty());
    CHECK(!lines[4].contains("comprehensiveness_classification_scores")); // not asked for
    CHECK(!lines[4].contains("thresholded_scores"));
    options.eraserOut.clear();
    CHECK(content(reportOf(*model.classifier, examples, options)) == with);
}

TEST_CASE("each document of an annotation is an instance of its own")
{
    Model model;
    Example example;
    example.id = "pair";
    example.label = "1";
    example.text = "good film was dull\nthe story was long and boring\nnot good";
    example.documents = {{"first", {0, 18}}, {"second", {19, 48}}, {"third", {49, 57}}};
    example.rationale = {{0, 4}, {40, 48}}; // "good", "boring"; nothing in the third
    example.rationale[1] = {42, 48};
    test::TemporaryFolder folder;
    AgreementOptions options = writing(folder);
    options.selection = {.kind = Selection::Kind::TopK, .count = 1};
    const AgreementReport report = reportOf(*model.classifier, {example}, options);
    CHECK(report.documents == 1);
    CHECK(report.instances == 2);
    CHECK(report.withoutRationale == 1);
    const auto lines = linesOf(eraserFiles(options, 3)[0][2]);
    REQUIRE(lines.size() == 1);
    const json &documents = lines[0].at("rationales");
    REQUIRE(documents.size() == 3);
    std::vector<Instance> instances;
    for (std::size_t d = 0; d < 3; ++d) {
        const ByteRange source = example.documents[d].source;
        CHECK(documents[d].at("docid") == example.documents[d].id);
        std::vector<ByteRange> rationale;
        for (const ByteRange span : example.rationale)
            if (span.begin >= source.begin && span.end <= source.end)
                rationale.push_back({span.begin - source.begin, span.end - source.begin});
        instances.push_back(
            instanceOf(documents[d], example.text.substr(source.begin, source.end - source.begin), rationale));
        CHECK(std::ranges::count(instances.back().rows[0][0].uniform, 1) == 1); // the best of each document
    }
    checkSame(report.methods[0].layers[2], measured(instances));
}

TEST_CASE("predictions of a run that goes on are those of an undisturbed one")
{
    Model model;
    const auto examples = randomExamples(7, 60, 3);
    test::TemporaryFolder folder;
    AgreementOptions options = writing(folder);
    const std::string undisturbed = content(reportOf(*model.classifier, examples, options));
    const auto files = eraserFiles(options, 3);
    const std::string contribution = contentOf(files[0][1]), random = contentOf(files[1][0]);
    for (const auto &paths : files)
        for (const auto &path : paths)
            std::filesystem::remove(path);

    options.resumeFile = folder.path() / "run";
    const std::string log = (folder.path() / "run.predictions").string();
    for (const std::size_t until : {std::size_t{2}, std::size_t{5}}) {
        stopAfter(until, *model.classifier, examples, options);
        CHECK(!std::filesystem::exists(files[0][1]));
        // As if it had been killed between the two files, and in the middle of a line.
        std::ofstream(log, std::ios::app) << "[\"a document that is done again\"]\n[\"ha";
    }
    CHECK(content(reportOf(*model.classifier, examples, options)) == undisturbed);
    CHECK(contentOf(files[0][1]) == contribution);
    CHECK(contentOf(files[1][0]) == random);

    // Nothing is left to do: the files are written anew from what was kept.
    std::filesystem::remove(files[0][1]);
    CHECK(content(reportOf(*model.classifier, examples, options)) == undisturbed);
    CHECK(contentOf(files[0][1]) == contribution);

    std::filesystem::remove(log); // or the run was begun without predictions
    ListReader reader(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, reader, options),
                         doctest::Contains("of 0 documents, fewer than"), Error);
    options.resumeFile.clear();
    options.mode = AgreementMode::WindowsPieces;
    ListReader other(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, other, options),
                         doctest::Contains("need the mode documents-words"), Error);
}

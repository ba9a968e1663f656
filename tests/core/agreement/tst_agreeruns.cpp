// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "tests/support/agreementruns.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace adaplens;
using namespace adaplens::test;

TEST_CASE("the order of the documents changes nothing")
{
    Model model;
    auto examples = randomExamples(15, 40);
    const std::string forwards = content(reportOf(*model.classifier, examples));
    std::ranges::reverse(examples);
    CHECK(content(reportOf(*model.classifier, examples)) == forwards);
    std::ranges::rotate(examples, examples.begin() + 5);
    CHECK(content(reportOf(*model.classifier, examples)) == forwards);
}

TEST_CASE("a run that was stopped goes on and ends as an undisturbed one")
{
    Model model;
    const auto examples = randomExamples(12, 70);
    for (const AgreementMode mode : {AgreementMode::WindowsPieces, AgreementMode::DocumentsWords}) {
        AgreementOptions options = quick();
        options.mode = mode;
        const std::string undisturbed = content(reportOf(*model.classifier, examples, options));

        test::TemporaryFolder folder;
        options.resumeFile = folder.path() / "run.jsonl";
        for (const std::size_t until : {std::size_t{5}, std::size_t{9}}) {
            stopAfter(until, *model.classifier, examples, options);
            // As if it had been killed in the middle of a line.
            std::ofstream(options.resumeFile, std::ios::app) << "{\"key\": 12345, \"pie";
        }
        std::ifstream file(options.resumeFile);
        std::string line;
        std::size_t lines = 0;
        while (std::getline(file, line))
            ++lines;
        CHECK(lines == 1 + 9 + 1); // the run, nine documents, half a line
        CHECK(content(reportOf(*model.classifier, examples, options)) == undisturbed);
        // All is done now: the scores need no model, and still say where they came from.
        const AgreementReport again = reportOf(*model.classifier, examples, options);
        CHECK(content(again) == undisturbed);
        CHECK(again.methods[0].source == "AdapLeR model");
        CHECK(again.conditions.seconds > 0);

        // More documents go on from there as well; intervals can be drawn anew.
        auto more = examples;
        more.push_back(randomExamples(1, 30, 99).front());
        AgreementOptions fresh = options;
        fresh.resumeFile.clear();
        fresh.resamples = options.resamples = 80;
        CHECK(content(reportOf(*model.classifier, more, options)) == content(reportOf(*model.classifier, more, fresh)));
    }
}

TEST_CASE("a run that an older program began goes on, without the cost of padding that nobody can know")
{
    Model model;
    const auto examples = randomExamples(4, 20);
    test::TemporaryFolder folder;
    AgreementOptions options = quick();
    CHECK(reportOf(*model.classifier, examples, options).speedupPadded);
    options.resumeFile = folder.path() / "run.jsonl";
    stopAfter(2, *model.classifier, examples, options);
    std::ifstream written(options.resumeFile);
    std::string line, older;
    while (std::getline(written, line)) {
        for (const char *key : {"\"windows\":", "\"alive\":[", "\"flops_padded\":"}) {
            if (const std::size_t begin = line.find(key); begin != std::string::npos) {
                const char *end = line[begin + std::string(key).size() - 1] == '[' ? "]," : ",";
                line.erase(begin, line.find(end, begin) + std::string(end).size() - begin);
            }
        }
        older += line + '\n';
    }
    std::ofstream(options.resumeFile, std::ios::trunc) << older;
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(report.documents == 4);
    CHECK(report.speedup > 1);
    CHECK(!report.speedupPadded);
    CHECK(toJson(report).find("speedup_padded") == std::string::npos);
}

TEST_CASE("a run that was killed while it began its resume file begins anew")
{
    Model model;
    const auto examples = randomExamples(2, 10);
    test::TemporaryFolder folder;
    AgreementOptions options = quick();
    options.resumeFile = folder.path() / "run.jsonl";
    const std::string undisturbed = content(reportOf(*model.classifier, examples, options));
    const auto whole = std::filesystem::file_size(options.resumeFile);
    std::ifstream written(options.resumeFile);
    std::string header;
    std::getline(written, header);
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{20}, std::size_t{60}, header.size()}) {
        CAPTURE(bytes);
        std::filesystem::resize_file(options.resumeFile, bytes);
        CHECK(content(reportOf(*model.classifier, examples, options)) == undisturbed);
        CHECK(std::filesystem::file_size(options.resumeFile) >= whole - 100); // "seconds" have other digits
    }
}

TEST_CASE("a resume file of another run is refused, and left as it is")
{
    Model model;
    const auto examples = randomExamples(3, 10);
    test::TemporaryFolder folder;
    AgreementOptions options = quick();
    options.resumeFile = folder.path() / "run.jsonl";
    (void)reportOf(*model.classifier, examples, options);
    const auto fails = [&](Classifier &classifier, const std::vector<Example> &data, const AgreementOptions &how,
                           const char *reason) {
        ListReader reader(data);
        CHECK_THROWS_WITH_AS((void)agree(classifier, reader, how), doctest::Contains(reason), Error);
        CHECK_THROWS_WITH_AS((void)agree(classifier, reader, how), doctest::Contains(how.resumeFile.c_str()), Error);
    };
    AgreementOptions other = options;
    other.methods = {ScoreMethod::Contribution, ScoreMethod::Rollout};
    fails(*model.classifier, examples, other,
          "was made with methods 'cp, attention, rollout, saliency, random', but this run has 'cp, rollout'");
    other = options;
    other.mode = AgreementMode::DocumentsWords;
    fails(*model.classifier, examples, other, "mode 'windows-pieces', but this run has 'documents-words'");
    other = options;
    other.selection = {.kind = Selection::Kind::TopK, .count = 3};
    fails(*model.classifier, examples, other, "selection 'uniform'");
    other = options;
    other.seed = 8;
    fails(*model.classifier, examples, other, "seed '7'");
    other = options;
    other.maxLength = 20;
    fails(*model.classifier, examples, other, "max length '64'");
    Model changed({.seed = 2});
    fails(*changed.classifier, examples, options, "other weights");
    const auto rounded = Classifier::open(model.folder.path(), Precision::Int8);
    if (rounded->precision() == Precision::Int8) {
        fails(*rounded, examples, options, "precision 'float32', but this run has 'int8'");
    }
    fails(*model.classifier, randomExamples(3, 10, 6), options, "its example 1 is not the one found now");

    std::ofstream(folder.path() / "notes.txt") << "my notes\n";
    other = options;
    other.resumeFile = folder.path() / "notes.txt";
    fails(*model.classifier, examples, other, "is no resume file of an agreement run");
    std::ifstream notes(other.resumeFile);
    std::string line;
    std::getline(notes, line);
    CHECK(line == "my notes");
    std::ofstream(other.resumeFile) << "{\"schema\":\"adaplens.agreement-run/1\",\"model\":\"Tiny\""; // no line end
    fails(*model.classifier, examples, other, "is no resume file of an agreement run");
    std::ofstream(options.resumeFile, std::ios::app) << "{\"key\": 1}\n";
    fails(*model.classifier, examples, options, "is damaged in line 5");
    other.resumeFile = folder.path() / "absent" / "run.jsonl";
    fails(*model.classifier, examples, other, "cannot be written");
}

TEST_CASE("what is kept of a document does not grow with it, and one is read at a time")
{
    Model model;
    auto examples = randomExamples(2, 5);
    const auto longOne = randomExamples(1, 3000, 21).front();
    examples.push_back(longOne);
    test::TemporaryFolder folder;
    AgreementOptions options = quick();
    options.methods = {ScoreMethod::Contribution};
    options.resumeFile = folder.path() / "run.jsonl";
    ListReader reader(examples);
    AgreementCallbacks callbacks;
    std::size_t ahead = 0;
    callbacks.progress = [&](const AgreementProgress &progress) {
        ahead = std::max(ahead, reader.given - progress.documents);
    };
    const auto report = agree(*model.classifier, reader, options, callbacks);
    REQUIRE(report);
    CHECK(ahead == 0);
    // The resume file holds just what the run keeps: no more numbers of the long document than of a short one.
    std::ifstream file(options.resumeFile);
    std::string line;
    std::getline(file, line);
    std::vector<std::size_t> numbers;
    while (std::getline(file, line))
        numbers.push_back(nlohmann::json::parse(line).flatten().size());
    REQUIRE(numbers.size() == 3);
    CHECK(numbers[2] <= numbers[0]);
    CHECK(numbers.front() < 100);
}

TEST_CASE("progress tells the time left, and partial results come while a run goes on")
{
    Model model;
    const auto examples = randomExamples(10, 20);
    ListReader reader(examples);
    AgreementOptions options = quick();
    options.total = 10;
    std::vector<AgreementProgress> seen;
    std::vector<AgreementReport> partial;
    const AgreementCallbacks callbacks{[&](const AgreementProgress &progress) { seen.push_back(progress); },
                                       [&](const AgreementReport &report) { partial.push_back(report); },
                                       std::chrono::milliseconds(0)};
    const auto report = agree(*model.classifier, reader, options, callbacks);
    REQUIRE(report);
    REQUIRE(seen.size() == 10);
    CHECK(std::ranges::is_sorted(seen, {}, &AgreementProgress::documents));
    REQUIRE(seen.front().secondsLeft);
    CHECK(*seen.front().secondsLeft > 0);
    CHECK(*seen.back().secondsLeft == 0);
    CHECK(seen.back().total == 10);
    REQUIRE(!partial.empty());
    CHECK(partial.front().documents == 1); // at once: no pause was asked for
    CHECK(!partial.front().complete);
    CHECK(partial.front().methods.size() == 5);
    CHECK(partial.front().methods[0].layers[0].at(Metric::AP).n == partial.front().instances);
}

TEST_CASE("no partial result comes before the pause is over")
{
    Model model;
    const auto examples = randomExamples(10, 20);
    ListReader reader(examples);
    AgreementCallbacks callbacks;
    int partial = 0;
    callbacks.partial = [&](const AgreementReport &) { ++partial; };
    callbacks.partialPause = std::chrono::hours(10);
    CHECK(agree(*model.classifier, reader, quick(), callbacks));
    CHECK(partial == 0);
}

TEST_CASE("a run can be stopped at any time")
{
    Model model;
    const auto examples = randomExamples(6, 20);
    std::stop_source stop;
    stop.request_stop();
    ListReader reader(examples);
    CHECK(!agree(*model.classifier, reader, quick(), {}, stop.get_token()));
    CHECK(reader.given == 0);
}

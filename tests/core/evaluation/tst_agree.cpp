// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/faithfulness.h"
#include "core/error.h"
#include "core/evaluation/agree.h"
#include "core/rationale/alignment.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

using namespace adaplens;

namespace {

class ListReader : public Reader {
public:
    explicit ListReader(const std::vector<Example> &examples) : m_examples(examples) {}
    std::optional<Example> next() override
    {
        if (given == pauseAt)
            std::this_thread::sleep_for(std::chrono::milliseconds(1200));
        return given == m_examples.size() ? std::nullopt : std::optional(m_examples[given++]);
    }
    [[nodiscard]] std::string skipped() const override { return "rows without a label: 2"; }
    [[nodiscard]] std::map<std::string, std::size_t> skipCounts() const override
    {
        return {{"rows without a label", 2}};
    }
    std::size_t given = 0, pauseAt = static_cast<std::size_t>(-1);

private:
    const std::vector<Example> &m_examples;
};

/// Texts of 2 to `longest` words of the tiny vocabulary, with one or two runs of words marked.
std::vector<Example> randomExamples(std::size_t count, std::size_t longest, std::uint32_t seed = 5)
{
    const std::vector<std::string> words{"good", "dull",  "film", "unforgettable", "story", "was",
                                         "the",  "movie", ",",    "boring",        "not",   "long."};
    std::mt19937 random(seed);
    std::vector<Example> result;
    for (std::size_t i = 0; i < count; ++i) {
        Example example;
        example.id = "text " + std::to_string(i);
        example.label = i % 3 == 0 ? "neg" : "1";
        std::vector<ByteRange> places;
        for (std::size_t w = 2 + random() % (longest - 1); w > 0; --w) {
            const std::string &word = words[random() % words.size()];
            places.push_back({example.text.size(), example.text.size() + word.size()});
            example.text += word + ' ';
        }
        for (std::size_t spans = 1 + random() % 2; spans > 0; --spans) {
            const std::size_t first = random() % places.size();
            const std::size_t last = std::min(first + random() % 3, places.size() - 1);
            example.rationale.push_back({places[first].begin, places[last].end});
        }
        std::ranges::sort(example.rationale, {}, [](ByteRange r) { return std::pair(r.begin, r.end); });
        example.rationale.erase(std::unique(example.rationale.begin(), example.rationale.end()),
                                example.rationale.end());
        result.push_back(std::move(example));
    }
    return result;
}

struct Model {
    explicit Model(const test::TinyModel &shape = {})
    {
        test::writeTinyModel(folder.path(), shape);
        classifier = Classifier::open(folder.path());
    }
    test::TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

AgreementOptions quick()
{
    AgreementOptions options;
    options.resamples = 60;
    options.data = "random";
    return options;
}

AgreementReport reportOf(Classifier &classifier, const std::vector<Example> &examples,
                         const AgreementOptions &options = quick())
{
    ListReader reader(examples);
    auto report = agree(classifier, reader, options);
    REQUIRE(report);
    return std::move(*report);
}

/// Everything but the time that it took.
std::string content(AgreementReport report)
{
    report.seconds = 0;
    return toJson(report);
}

/// Average precision as it is defined, by trying each score as a threshold.
double naiveAp(const std::vector<double> &scores, const std::vector<int> &labels)
{
    std::vector<double> thresholds = scores;
    std::ranges::sort(thresholds, std::greater<>());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
    const double marked = static_cast<double>(std::ranges::count(labels, 1));
    double result = 0, recall = 0;
    for (const double threshold : thresholds) {
        double selected = 0, right = 0;
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (scores[i] >= threshold) {
                selected += 1;
                right += labels[i];
            }
        result += (right / marked - recall) * (right / selected);
        recall = right / marked;
    }
    return result;
}

struct Rates {
    double fpr = 0, tpr = 0, selected = 0, precision = 0, count = 0;
};

Rates ratesOf(const std::vector<bool> &selected, const std::vector<int> &labels)
{
    double tp = 0, fp = 0, marked = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        tp += selected[i] && labels[i] == 1 ? 1 : 0;
        fp += selected[i] && labels[i] == 0 ? 1 : 0;
        marked += labels[i];
    }
    const auto n = static_cast<double>(labels.size());
    return {fp / (n - marked), tp / marked, (tp + fp) / n, tp + fp > 0 ? tp / (tp + fp) : 0, tp + fp};
}

std::vector<bool> atLeastUniform(const std::vector<double> &scores)
{
    double sum = 0;
    for (const double score : scores)
        sum += score;
    std::vector<bool> result;
    for (const double score : scores)
        result.push_back(sum > 0 && score / sum >= 1 / static_cast<double>(scores.size()) - 1e-9);
    return result;
}

std::vector<bool> best(const std::vector<double> &scores, std::size_t count)
{
    std::vector<std::size_t> order(scores.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    std::vector<bool> result(scores.size());
    for (std::size_t i = 0; i < count; ++i)
        result[order[i]] = true;
    return result;
}

/// Sums of what naive counting finds for one method and layer.
struct Naive {
    double ap = 0, fpr = 0, tpr = 0, selected = 0, fprAtSize = 0, precisionAtSize = 0, right = 0, chosen = 0;
};

void check(const MetricValues &values, const Naive &naive, double n, double marked)
{
    const auto is = [&](Metric metric, double expected) {
        CAPTURE(nameOf(metric));
        const MetricValue &value = values.at(metric);
        CHECK(value.interval.mean == doctest::Approx(expected).epsilon(1e-9));
        CHECK(value.n == static_cast<std::size_t>(n));
        CHECK(value.interval.low <= value.interval.mean + 1e-12);
        CHECK(value.interval.high >= value.interval.mean - 1e-12);
        CHECK(value.interval.resamples == 60);
    };
    is(Metric::AP, naive.ap / n);
    is(Metric::FPR, naive.fpr / n);
    is(Metric::TPR, naive.tpr / n);
    is(Metric::Selected, naive.selected / n);
    is(Metric::FprAtCpSize, naive.fprAtSize / n);
    is(Metric::PrecisionAtCpSize, naive.precisionAtSize / n);
    is(Metric::TokenPrecisionMicro, naive.right / naive.chosen);
    is(Metric::TokenRecallMicro, naive.right / marked);
    is(Metric::TokenF1Micro, 2 * naive.right / (naive.chosen + marked));
}

} // namespace

TEST_CASE("pieces: every figure is that of the scores, counted naively")
{
    Model model;
    const auto examples = randomExamples(25, 60);
    const AgreementReport report = reportOf(*model.classifier, examples);
    REQUIRE(report.methods.size() == 5);

    std::vector<std::vector<Naive>> sums(5, std::vector<Naive>(3));
    double n = 0, marked = 0, base = 0, plainOperations = 0, reducedOperations = 0;
    std::size_t windowsLeft = 0, correct = 0;
    for (const Example &example : examples) {
        const std::size_t gold = mapLabel(example.label, model.classifier->info().labels);
        std::vector<double> votes(2);
        const auto cut = rationaleWindows(model.classifier->tokenizer(), example, 64);
        for (const Encoding &window : cut.windows) {
            AttributionOptions how;
            how.methods = report.options.methods;
            how.target = gold;
            how.seed = report.options.seed;
            const auto scored = attribute(*model.classifier, window, how);
            REQUIRE(scored);
            for (std::size_t k = 0; k < 2; ++k)
                votes[k] += static_cast<double>(scored->reduced.probabilities[k]);
            plainOperations += scored->flopsPlain;
            reducedOperations += scored->flopsReduced;
            std::vector<std::size_t> content;
            std::vector<int> labels;
            for (std::size_t i = 0; i < window.pieces.size(); ++i) {
                if (window.pieces[i].special)
                    continue;
                const ByteRange word = window.words[static_cast<std::size_t>(window.pieces[i].word)].source;
                content.push_back(i);
                labels.push_back(std::ranges::any_of(
                    example.rationale, [&](ByteRange span) { return span.begin < word.end && word.begin < span.end; }));
            }
            const auto ones = std::ranges::count(labels, 1);
            if (ones == 0 || ones == static_cast<std::ptrdiff_t>(labels.size())) {
                ++windowsLeft;
                continue;
            }
            n += 1;
            marked += static_cast<double>(ones);
            base += static_cast<double>(ones) / static_cast<double>(labels.size());
            for (std::size_t m = 0; m < 5; ++m) {
                for (std::size_t l = 0; l < 3; ++l) {
                    const auto &layers = scored->scores[m].layers;
                    std::vector<double> scores, cp;
                    for (const std::size_t i : content) {
                        scores.push_back(static_cast<double>(layers[layers.size() == 1 ? 0 : l][i]));
                        cp.push_back(static_cast<double>(scored->scores[0].layers[l][i]));
                    }
                    const Rates rates = ratesOf(atLeastUniform(scores), labels);
                    const auto size = static_cast<std::size_t>(ratesOf(atLeastUniform(cp), labels).count);
                    const Rates atSize = ratesOf(best(scores, size), labels);
                    Naive &sum = sums[m][l];
                    sum.ap += naiveAp(scores, labels);
                    sum.fpr += rates.fpr;
                    sum.tpr += rates.tpr;
                    sum.selected += rates.selected;
                    sum.fprAtSize += atSize.fpr;
                    sum.precisionAtSize += atSize.precision;
                    sum.right += rates.precision * rates.count;
                    sum.chosen += rates.count;
                }
            }
        }
        correct += (votes[1] > votes[0] ? 1U : 0U) == gold ? 1 : 0;
    }
    CHECK(report.documents == 25);
    CHECK(report.instances == static_cast<std::size_t>(n));
    CHECK(report.instances + windowsLeft > 25); // some texts take two windows
    CHECK(report.withoutRationale == windowsLeft);
    CHECK(windowsLeft > 0);
    CHECK(report.baseRate.mean == doctest::Approx(base / n));
    CHECK(report.predicted == 25);
    CHECK(report.correct == correct);
    CHECK(report.speedup == doctest::Approx(plainOperations / reducedOperations).epsilon(1e-9));
    CHECK(report.skipped.at("rows without a label") == 2);
    CHECK(report.twin == "twin");
    CHECK(report.options.maxLength == 64);
    CHECK(report.complete);
    for (std::size_t m = 0; m < 5; ++m) {
        CAPTURE(nameOf(report.methods[m].method));
        const MethodAgreement &method = report.methods[m];
        if (method.layers.size() == 3) {
            double mean = 0;
            for (std::size_t l = 0; l < 3; ++l) {
                CAPTURE(l);
                check(method.layers[l], sums[m][l], n, marked);
                mean += sums[m][l].ap / n / 3;
            }
            CHECK(method.mean.at(Metric::AP).interval.mean == doctest::Approx(mean).epsilon(1e-9));
        } else {
            // Random scores tokens once; at contribution's sizes it is the mean over the layers.
            Naive once = sums[m][0];
            once.fprAtSize = (sums[m][0].fprAtSize + sums[m][1].fprAtSize + sums[m][2].fprAtSize) / 3;
            once.precisionAtSize =
                (sums[m][0].precisionAtSize + sums[m][1].precisionAtSize + sums[m][2].precisionAtSize) / 3;
            check(method.mean, once, n, marked);
        }
    }
    CHECK(report.methods[0].source == "AdapLeR model");
    CHECK(report.methods[1].source == "plain twin");
    const auto &difference = report.methods[1].layers[2].at(Metric::AP).cpDifference;
    REQUIRE(difference);
    CHECK(difference->mean == doctest::Approx((sums[0][2].ap - sums[1][2].ap) / n));
}

TEST_CASE("words: scores are sums over pieces times the length of the window, over the whole document")
{
    Model model;
    auto examples = randomExamples(8, 90, 11);
    examples[0].text += "unforgettable,unforgettable"; // one white-space word, many pieces
    examples[0].rationale.push_back({examples[0].text.size() - 27, examples[0].text.size()});
    AgreementOptions options = quick();
    options.mode = AgreementMode::DocumentsWords;
    options.methods = {ScoreMethod::Contribution, ScoreMethod::Saliency};
    const AgreementReport report = reportOf(*model.classifier, examples, options);

    double ap[2][3] = {}, fpr[2][3] = {}, n = 0;
    for (const Example &example : examples) {
        std::vector<ByteRange> words;
        std::istringstream stream(example.text);
        std::size_t from = 0;
        for (std::string word; stream >> word;) {
            const std::size_t begin = example.text.find(word, from);
            words.push_back({begin, begin + word.size()});
            from = begin + word.size();
        }
        std::vector<int> labels;
        for (const ByteRange word : words)
            labels.push_back(std::ranges::any_of(
                example.rationale, [&](ByteRange span) { return span.begin < word.end && word.begin < span.end; }));
        const auto ones = std::ranges::count(labels, 1);
        if (ones == 0 || ones == static_cast<std::ptrdiff_t>(labels.size()))
            continue;
        n += 1;
        std::vector<std::vector<std::vector<double>>> scores(
            2, std::vector<std::vector<double>>(3, std::vector<double>(words.size()))),
            excess = scores;
        for (const Encoding &window : rationaleWindows(model.classifier->tokenizer(), example, 64).windows) {
            AttributionOptions how;
            how.methods = options.methods;
            how.target = mapLabel(example.label, model.classifier->info().labels);
            const auto scored = attribute(*model.classifier, window, how);
            REQUIRE(scored);
            for (std::size_t m = 0; m < 2; ++m)
                for (std::size_t l = 0; l < 3; ++l) {
                    const auto &pieces = scored->scores[m].layers[l];
                    double all = 0, inside = 0, count = 0;
                    for (std::size_t i = 0; i < pieces.size(); ++i) {
                        all += static_cast<double>(pieces[i]);
                        inside += window.pieces[i].special ? 0 : static_cast<double>(pieces[i]);
                        count += window.pieces[i].special ? 0 : 1;
                    }
                    for (std::size_t i = 0; i < pieces.size(); ++i) {
                        if (window.pieces[i].special)
                            continue;
                        for (std::size_t w = 0; w < words.size(); ++w)
                            if (words[w].begin <= window.pieces[i].source.begin &&
                                window.pieces[i].source.end <= words[w].end) {
                                scores[m][l][w] +=
                                    static_cast<double>(pieces[i]) / all * static_cast<double>(window.pieces.size());
                                excess[m][l][w] += static_cast<double>(pieces[i]) / inside * count - 1;
                            }
                    }
                }
        }
        for (std::size_t m = 0; m < 2; ++m)
            for (std::size_t l = 0; l < 3; ++l) {
                ap[m][l] += naiveAp(scores[m][l], labels);
                std::vector<bool> selected;
                for (const double value : excess[m][l])
                    selected.push_back(value >= -1e-9);
                fpr[m][l] += ratesOf(selected, labels).fpr;
            }
    }
    CHECK(report.instances == static_cast<std::size_t>(n));
    for (std::size_t m = 0; m < 2; ++m)
        for (std::size_t l = 0; l < 3; ++l) {
            CHECK(report.methods[m].layers[l].at(Metric::AP).interval.mean == doctest::Approx(ap[m][l] / n));
            CHECK(report.methods[m].layers[l].at(Metric::FPR).interval.mean == doctest::Approx(fpr[m][l] / n));
        }
}

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
            std::stop_source stop;
            AgreementCallbacks callbacks;
            callbacks.progress = [&](const AgreementProgress &progress) {
                if (progress.documents == until)
                    stop.request_stop();
            };
            ListReader reader(examples);
            CHECK(!agree(*model.classifier, reader, options, callbacks, stop.get_token()));
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
        CHECK(again.seconds > 0);

        // More documents go on from there as well; intervals can be drawn anew.
        auto more = examples;
        more.push_back(randomExamples(1, 30, 99).front());
        AgreementOptions fresh = options;
        fresh.resumeFile.clear();
        fresh.resamples = options.resamples = 80;
        CHECK(content(reportOf(*model.classifier, more, options)) == content(reportOf(*model.classifier, more, fresh)));
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
    fails(*model.classifier, randomExamples(3, 10, 6), options, "its example 1 is not the one found now");

    std::ofstream(folder.path() / "notes.txt") << "my notes\n";
    other = options;
    other.resumeFile = folder.path() / "notes.txt";
    fails(*model.classifier, examples, other, "is no resume file of an agreement run");
    std::ifstream notes(other.resumeFile);
    std::string line;
    std::getline(notes, line);
    CHECK(line == "my notes");
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
    // The resume file holds just what the run keeps: 18 numbers for each of three layers, and a few more.
    std::ifstream file(options.resumeFile);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line))
        CHECK(line.size() < 3 * 18 * 24 + 400);
}

TEST_CASE("one document, one window: intervals have no width")
{
    Model model;
    const auto examples = randomExamples(1, 20, 2);
    const AgreementReport report = reportOf(*model.classifier, examples);
    CHECK(report.instances == 1);
    for (const MethodAgreement &method : report.methods)
        for (const auto &[metric, value] : method.mean) {
            CHECK(value.interval.low == doctest::Approx(value.interval.mean));
            CHECK(value.interval.high == doctest::Approx(value.interval.mean));
        }
}

TEST_CASE("data without a usable rationale are an error; documents without one are counted")
{
    Model model;
    auto examples = randomExamples(4, 12);
    std::vector<Example> none = examples;
    for (Example &example : none)
        example.rationale.clear();
    ListReader without(none);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, without, quick()),
                         doctest::Contains("None of the 4 examples read has a rationale"), Error);
    const std::vector<Example> nothing;
    ListReader noExample(nothing);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, noExample, quick()), doctest::Contains("holds no example"),
                         Error);
    for (Example &example : none)
        example.rationale = {{0, example.text.size()}}; // everything marked
    ListReader all(none);
    CHECK_THROWS_AS((void)agree(*model.classifier, all, quick()), Error);

    examples[1].rationale.clear();
    const AgreementReport report = reportOf(*model.classifier, examples);
    CHECK(report.documents == 4);
    CHECK(report.predicted == 3);
    CHECK(report.skipped.at("documents without a rationale") == 1);
}

TEST_CASE("labels that the model does not know matter to the gold class only")
{
    Model model;
    auto examples = randomExamples(4, 12, 8);
    examples[2].label = "sports";
    ListReader reader(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, reader, quick()),
                         doctest::Contains("Example text 2: The label 'sports'"), Error);
    AgreementOptions options = quick();
    options.goldClass = false;
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(report.documents == 4);
    CHECK(report.predicted == 3);
    CHECK(report.instances + report.withoutRationale == 4);
}

TEST_CASE("a plain model has no contribution, no size of it, and no decision of its own")
{
    Model model({.adaptive = false});
    const auto examples = randomExamples(4, 12);
    AgreementOptions options = quick();
    ListReader reader(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, reader, options), doctest::Contains("contribution"), Error);
    options.methods = {ScoreMethod::Attention, ScoreMethod::IntegratedGradients};
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(report.speedup == 1);
    CHECK(report.correct == report.correctPlain);
    CHECK(report.twin == "same weights");
    CHECK(report.methods[1].layers.size() == 1);
    CHECK(!report.methods[0].mean.contains(Metric::FprAtCpSize));
    CHECK(!report.methods[0].mean.at(Metric::AP).cpDifference);
    options.selection.kind = Selection::Kind::Model;
    ListReader again(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, again, options), doctest::Contains("keeps every token"), Error);
    options.methods.clear();
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, again, options), doctest::Contains("No method"), Error);
}

TEST_CASE("the model's own decision selects what it keeps")
{
    Model model;
    const auto examples = randomExamples(6, 30);
    AgreementOptions options = quick();
    options.methods = {ScoreMethod::Contribution, ScoreMethod::Attention};
    options.selection.kind = Selection::Kind::Model;
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    double shares[3] = {};
    std::size_t n = 0;
    for (const Example &example : examples) {
        const auto trace = model.classifier->run(example.text, std::nullopt, RunOptions{});
        REQUIRE(trace);
        const auto marked = markedPieces(trace->encoding, example.rationale);
        const auto ones = static_cast<std::size_t>(std::ranges::count(marked, 1));
        const auto content = trace->encoding.pieces.size() - 2;
        if (ones == 0 || ones == content)
            continue;
        ++n;
        for (std::size_t l = 0; l < 3; ++l) {
            double kept = 0;
            for (std::size_t i = 0; i < trace->layers[l].alive.size(); ++i)
                kept += trace->layers[l].kept[i] != 0 && !trace->encoding.pieces[trace->layers[l].alive[i]].special;
            shares[l] += kept / static_cast<double>(content);
        }
    }
    for (std::size_t l = 0; l < 3; ++l) {
        const double expected = shares[l] / static_cast<double>(n);
        CHECK(report.methods[0].layers[l].at(Metric::Selected).interval.mean == doctest::Approx(expected));
        CHECK(report.methods[1].layers[l].at(Metric::Selected).interval.mean == doctest::Approx(expected));
    }
}

TEST_CASE("faithfulness is measured where asked for, in both modes")
{
    Model model;
    const auto examples = randomExamples(3, 20);
    for (const AgreementMode mode : {AgreementMode::WindowsPieces, AgreementMode::DocumentsWords}) {
        AgreementOptions options = quick();
        options.mode = mode;
        options.methods = {ScoreMethod::Attention};
        options.faithfulness = true;
        const AgreementReport report = reportOf(*model.classifier, examples, options);
        double sufficiency = 0, aopc = 0;
        for (const Example &example : examples) {
            const Encoding encoding = model.classifier->encode(example.text, std::nullopt);
            AttributionOptions how;
            how.methods = options.methods;
            const auto scored = attribute(*model.classifier, encoding, how);
            REQUIRE(scored);
            const auto words = wordScores(encoding, scored->scores[0].layers[1]);
            const auto result = faithfulness(*model.classifier, encoding, words,
                                             mapLabel(example.label, model.classifier->info().labels));
            REQUIRE(result);
            sufficiency += result->sufficiency(3) / 3;
            aopc += result->aopcComprehensiveness() / 3;
        }
        REQUIRE(report.instances == 3);
        const MetricValues &layer = report.methods[0].layers[1];
        CHECK(layer.at(Metric::Sufficiency).interval.mean == doctest::Approx(sufficiency));
        CHECK(layer.at(Metric::AopcComprehensiveness).interval.mean == doctest::Approx(aopc));
    }
}

TEST_CASE("ERASER predictions: a file for each method and layer, a line for each document")
{
    Model model;
    const auto examples = randomExamples(5, 80, 4);
    test::TemporaryFolder folder;
    AgreementOptions options = quick();
    options.mode = AgreementMode::DocumentsWords;
    options.methods = {ScoreMethod::Contribution, ScoreMethod::Random};
    options.selection = {.kind = Selection::Kind::TopK, .count = 2};
    options.goldClass = false;
    options.faithfulness = true;
    options.eraserOut = folder.path() / "predictions.jsonl";
    const auto files = eraserFiles(options, 3);
    REQUIRE(files.size() == 2);
    REQUIRE(files[0].size() == 3);
    CHECK(files[0][2].filename() == "predictions-cp-2.jsonl");
    CHECK(files[1][0].filename() == "predictions-random.jsonl");
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(toJson(report).find("predictions") == std::string::npos);
    for (const auto &file : {files[0][0], files[0][2], files[1][0]}) {
        std::ifstream stream(file);
        std::string line;
        std::size_t lines = 0;
        for (; std::getline(stream, line); ++lines) {
            const auto prediction = nlohmann::json::parse(line);
            const auto &document = prediction.at("rationales").at(0);
            std::size_t selected = 0;
            for (const auto &span : document.at("hard_rationale_predictions"))
                selected += span.at("end_token").get<std::size_t>() - span.at("start_token").get<std::size_t>();
            CHECK(selected == 2);
            const auto example =
                std::ranges::find(examples, prediction.at("annotation_id").get<std::string>(), &Example::id);
            REQUIRE(example != examples.end());
            CHECK(document.at("soft_rationale_predictions").size() == whiteSpaceWords(example->text).size());
            CHECK(prediction.at("thresholded_scores").size() == 5);
            CHECK(prediction.at("thresholded_scores")[0]
                      .at("sufficiency_classification_scores")
                      .contains(prediction.at("classification").get<std::string>()));
        }
        CHECK(lines == report.instances);
    }
    const auto refused = [&](const AgreementOptions &how, const char *reason) {
        ListReader reader(examples);
        CHECK_THROWS_WITH_AS((void)agree(*model.classifier, reader, how), doctest::Contains(reason), Error);
    };
    AgreementOptions other = options;
    other.mode = AgreementMode::WindowsPieces;
    refused(other, "need the mode documents-words");
    other = options;
    other.resumeFile = folder.path() / "run.jsonl";
    refused(other, "which a resume file does not keep");
}

TEST_CASE("progress tells the time left, and partial results come while a long run goes on")
{
    Model model;
    const auto examples = randomExamples(10, 20);
    ListReader reader(examples);
    reader.pauseAt = 6;
    AgreementOptions options = quick();
    options.total = 10;
    std::vector<AgreementProgress> seen;
    std::vector<AgreementReport> partial;
    const AgreementCallbacks callbacks{[&](const AgreementProgress &progress) { seen.push_back(progress); },
                                       [&](const AgreementReport &report) { partial.push_back(report); }};
    const auto report = agree(*model.classifier, reader, options, callbacks);
    REQUIRE(report);
    REQUIRE(seen.size() == 10);
    CHECK(std::ranges::is_sorted(seen, {}, &AgreementProgress::documents));
    REQUIRE(seen.front().secondsLeft);
    CHECK(*seen.front().secondsLeft > 0);
    CHECK(*seen.back().secondsLeft == 0);
    CHECK(seen.back().total == 10);
    REQUIRE(!partial.empty());
    CHECK(!partial.front().complete);
    CHECK(partial.front().methods.size() == 5);
    CHECK(partial.front().methods[0].layers[0].at(Metric::AP).n == partial.front().instances);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/faithfulness.h"
#include "core/agreement/alignment.h"
#include "core/measure/flops.h"
#include "tests/support/agreementruns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;

namespace {

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
    result.reserve(scores.size());
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
        CAPTURE(infoOf(metric).name);
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
    std::vector<std::uint32_t> alive;
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
            const auto outcome = model.classifier->runBatch({&window, 1}, Pass::Reduced);
            REQUIRE(outcome);
            alive.insert(alive.end(), outcome->front().alive.begin(), outcome->front().alive.end());
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
    const PaddedFlops padded = flopsAllPadded(model.classifier->info(), model.classifier->info(), alive, 64);
    CHECK(report.longest == 64); // where a text takes two windows
    REQUIRE(report.speedupPadded);
    CHECK(*report.speedupPadded == doctest::Approx(padded.speedup()).epsilon(1e-9));
    CHECK(*report.speedupPadded > report.speedup);
    const auto few = randomExamples(5, 8);
    const AgreementReport brief = reportOf(*model.classifier, few);
    CHECK(brief.longest > 2);
    CHECK(brief.longest < 64);
    REQUIRE(brief.speedupPadded);
    CHECK(*brief.speedupPadded > brief.speedup);
    CHECK(report.rule == "adapler");
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

TEST_CASE("words: scores are sums over pieces times the content pieces of the window, over the whole document")
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
        labels.reserve(words.size());
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
                    double inside = 0, count = 0;
                    for (std::size_t i = 0; i < pieces.size(); ++i) {
                        inside += window.pieces[i].special ? 0 : static_cast<double>(pieces[i]);
                        count += window.pieces[i].special ? 0 : 1;
                    }
                    for (std::size_t i = 0; i < pieces.size(); ++i) {
                        if (window.pieces[i].special)
                            continue;
                        for (std::size_t w = 0; w < words.size(); ++w)
                            if (words[w].begin <= window.pieces[i].source.begin &&
                                window.pieces[i].source.end <= words[w].end) {
                                scores[m][l][w] += inside > 0 ? static_cast<double>(pieces[i]) / inside * count : 0;
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

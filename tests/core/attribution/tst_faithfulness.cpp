// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/faithfulness.h"
#include "core/error.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;

namespace {

/// A tiny model and what its plain twin gives class `target` for a text.
struct Opened {
    explicit Opened(const TinyModel &shape = {.pairs = true})
    {
        writeTinyModel(folder.path(), shape);
        classifier = Classifier::open(folder.path());
    }
    [[nodiscard]] Encoding encode(const std::string &text, std::optional<std::string_view> pair = std::nullopt) const
    {
        return classifier->encode(text, pair);
    }
    [[nodiscard]] double probability(const std::string &text, std::size_t target,
                                     const std::optional<std::string> &pair = std::nullopt) const
    {
        const auto trace = classifier->run(text, pair, RunOptions{});
        REQUIRE(trace.has_value());
        return trace->plain.probabilities[target];
    }
    TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

/// Of the scores of one method and layer.
std::optional<Faithfulness> ofScores(const Opened &model, const Encoding &encoding, const std::vector<double> &scores,
                                     std::optional<std::size_t> target, std::stop_token stop = {})
{
    const auto results = faithfulness(*model.classifier, encoding, {&scores, 1}, target, std::move(stop));
    return results ? std::optional(results->at(0)) : std::nullopt;
}

constexpr double tolerance = 1e-5;

} // namespace

TEST_CASE("the best words are deleted, or stay alone, share by share")
{
    const Opened model;
    // Ten words: 1 %, 5 % and 10 % are one word, 20 % two, 50 % five. "forgettable" is two pieces with its "un".
    const std::string text = "the film was not good but truly unforgettable and long";
    const std::vector<double> scores = {0, 0.3, 0.1, 0.9, 0.3, 0, 0.2, 1.0, 0.3, 0};
    const auto result = ofScores(model, model.encode(text), scores, 1);
    REQUIRE(result.has_value());
    CHECK(result->target == 1);
    CHECK(std::abs(result->whole - model.probability(text, 1)) <= tolerance);
    const std::vector<std::string> without = {
        "the film was not good but truly and long", "the film was not good but truly and long",
        "the film was not good but truly and long", "the film was good but truly and long",
        "the was but truly long"}; // of three scores 0.3 for three places all go
    const std::vector<std::string> only = {"unforgettable", "unforgettable", "unforgettable", "not unforgettable",
                                           "film not good unforgettable and"};
    double falls = 0, rises = 0;
    for (std::size_t s = 0; s < faithfulnessShares.size(); ++s) {
        CAPTURE(s);
        CHECK(std::abs(result->without[s] - model.probability(without[s], 1)) <= tolerance);
        CHECK(std::abs(result->only[s] - model.probability(only[s], 1)) <= tolerance);
        CHECK(result->comprehensiveness(s) == result->whole - result->without[s]);
        CHECK(result->sufficiency(s) == result->whole - result->only[s]);
        falls += result->comprehensiveness(s) / 5;
        rises += result->sufficiency(s) / 5;
    }
    CHECK(result->aopcComprehensiveness() == doctest::Approx(falls));
    CHECK(result->aopcSufficiency() == doctest::Approx(rises));
}

TEST_CASE("of equal scores the earlier word goes first")
{
    const Opened model;
    const auto result = ofScores(model, model.encode("good film bad plot"), std::vector<double>(4, 0.5), 0);
    REQUIRE(result.has_value());
    CHECK(std::abs(result->without[0] - model.probability("film bad plot", 0)) <= tolerance);
    CHECK(std::abs(result->only[4] - model.probability("good film", 0)) <= tolerance);
}

TEST_CASE("several scores of a text are measured as each is alone")
{
    const Opened model;
    const Encoding encoding = model.encode("good film bad plot");
    const std::vector<std::vector<double>> scores{{3, 2, 1, 0}, {0, 1, 2, 3}, {3, 2, 1, 0}, {0, 3, 0, 1}};
    const auto all = faithfulness(*model.classifier, encoding, scores, std::nullopt);
    REQUIRE(all.has_value());
    REQUIRE(all->size() == scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto alone = ofScores(model, encoding, scores[i], std::nullopt);
        REQUIRE(alone.has_value());
        CHECK((*all)[i].target == alone->target);
        CHECK((*all)[i].whole == doctest::Approx(alone->whole));
        for (std::size_t s = 0; s < faithfulnessShares.size(); ++s) {
            CHECK((*all)[i].without[s] == doctest::Approx(alone->without[s]));
            CHECK((*all)[i].only[s] == doctest::Approx(alone->only[s]));
        }
    }
    CHECK((*all)[0].without != (*all)[1].without);
    CHECK((*all)[0].without == (*all)[2].without);
    CHECK((*all)[0].only == (*all)[2].only);
}

TEST_CASE("the second text stays")
{
    const Opened model;
    const Encoding encoding = model.encode("a good film", "the plot is dull");
    const auto result = ofScores(model, encoding, std::vector<double>{0, 2, 1}, 1);
    REQUIRE(result.has_value());
    CHECK(std::abs(result->without[0] - model.probability("a film", 1, "the plot is dull")) <= tolerance);
    CHECK(std::abs(result->only[4] - model.probability("good film", 1, "the plot is dull")) <= tolerance);
}

TEST_CASE("a share of a hundred words is that many words, of one more word it is one more")
{
    const Opened model({.maxLength = 128});
    for (const std::size_t extra : {0U, 1U}) {
        std::string text;
        std::vector<double> scores;
        for (std::size_t i = 0; i < 100 + extra; ++i) {
            text += i % 7 < 3 ? "dull " : "fine "; // five bytes a word
            scores.push_back(-static_cast<double>(i));
        }
        const auto result = ofScores(model, model.encode(text), scores, 0);
        REQUIRE(result.has_value());
        const auto check = [&](std::size_t share, std::size_t words) {
            CHECK(std::abs(result->without[share] - model.probability(text.substr(5 * words), 0)) <= tolerance);
            CHECK(std::abs(result->only[share] - model.probability(text.substr(0, 5 * words), 0)) <= tolerance);
        };
        check(0, 1 + extra);
        check(1, 5 + extra);
        check(2, 10 + extra);
        check(3, 20 + extra);
        check(4, 50 + extra);
    }
}

TEST_CASE("any pieces of a document's windows: without them, and alone")
{
    const Opened model;
    const std::vector<Encoding> windows{model.encode("a very dull film but fun"), model.encode("good plot", "a film")};
    // Words of the text are pieces of it; [CLS] stands before them.
    const auto chosen = [&](std::size_t window, std::initializer_list<std::size_t> words) {
        std::vector<std::uint8_t> pieces(windows[window].pieces.size());
        for (std::size_t i = 0; i < pieces.size(); ++i)
            for (const std::size_t word : words)
                pieces[i] = pieces[i] != 0 || windows[window].pieces[i].word == static_cast<int>(word) ? 1 : 0;
        return pieces;
    };
    const std::vector<ChosenPieces> sets{{chosen(0, {1, 2}), chosen(1, {1})},
                                         {chosen(0, {1, 2}), chosen(1, {})},
                                         {chosen(0, {}), chosen(1, {})},
                                         {chosen(0, {0}), chosen(1, {0, 1})}};
    const auto result = erasedProbabilities(*model.classifier, windows, sets);
    REQUIRE(result.has_value());
    REQUIRE(result->size() == 4);
    const auto p = [&](const std::string &text, std::size_t k) { return model.probability(text, k); };
    const auto q = [&](const std::string &text, std::size_t k) { return model.probability(text, k, "a film"); };
    const auto near = [](double a, double b) { CHECK(std::abs(a - b) <= tolerance); };
    for (std::size_t k = 0; k < 2; ++k) {
        near((*result)[0].without[k], (p("a film but fun", k) + q("good", k)) / 2);
        near((*result)[0].only[k], (p("very dull", k) + q("plot", k)) / 2);
        near((*result)[1].without[k], (p("a film but fun", k) + q("good plot", k)) / 2);
        near((*result)[1].only[k], p("very dull", k)); // nothing is left of the second window
        near((*result)[2].without[k], (p("a very dull film but fun", k) + q("good plot", k)) / 2);
        near((*result)[2].only[k], (p("", k) + q("", k)) / 2); // nothing is left anywhere
        near((*result)[3].without[k], p("very dull film but fun", k));
    }
}

TEST_CASE("what does not fit is refused, a stopped run gives nothing, a text without words changes nothing")
{
    const Opened model;
    const Encoding encoding = model.encode("a good film");
    CHECK_THROWS_WITH_AS((void)ofScores(model, encoding, std::vector<double>(2, 1.0), 0),
                         doctest::Contains("3 words, but 2 word scores"), Error);
    CHECK_THROWS_WITH_AS((void)ofScores(model, encoding, std::vector<double>(3, 1.0), 2),
                         doctest::Contains("no class number 2"), Error);
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(ofScores(model, encoding, std::vector<double>(3, 1.0), 0, source.get_token()));
    const std::vector<ChosenPieces> sets{{std::vector<std::uint8_t>(encoding.pieces.size())}};
    CHECK_FALSE(erasedProbabilities(*model.classifier, std::vector{encoding}, sets, source.get_token()));
    const auto empty = ofScores(model, model.encode(""), {}, std::nullopt);
    REQUIRE(empty.has_value());
    CHECK(std::abs(empty->aopcComprehensiveness()) <= tolerance);
}

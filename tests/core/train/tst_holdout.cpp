// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/holdout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace adaplens;

namespace {

std::vector<Example> examplesOf(const std::vector<std::string> &texts)
{
    std::vector<Example> examples;
    for (const std::string &text : texts) {
        Example example;
        example.text = text;
        examples.push_back(example);
    }
    return examples;
}

} // namespace

TEST_CASE("a number and a share hold out that many, and nothing is lost")
{
    const auto examples = examplesOf(std::vector<std::string>(40, "same words"));
    for (const auto &[amount, held] : {std::pair{0.25, 10}, {7.0, 7}, {0.0, 0}}) {
        const Holdout split = holdOut(examples, amount, false, 1);
        CHECK(split.validation.size() == static_cast<std::size_t>(held));
        std::set<std::size_t> all(split.train.begin(), split.train.end());
        all.insert(split.validation.begin(), split.validation.end());
        CHECK(all.size() == 40);
    }
}

TEST_CASE("the split depends on the seed alone")
{
    const auto examples = examplesOf(std::vector<std::string>(100, "x"));
    CHECK(holdOut(examples, 20, false, 4).validation == holdOut(examples, 20, false, 4).validation);
    CHECK(holdOut(examples, 20, false, 4).validation != holdOut(examples, 20, false, 5).validation);
}

TEST_CASE("no part of a held-out sentence is trained on")
{
    std::vector<std::string> texts;
    for (int i = 0; i < 20; ++i) {
        const std::string s = std::to_string(i);
        texts.push_back(std::string("the film a").append(s).append(" is  good b").append(s).append(" indeed "));
        texts.push_back("film a" + s + " is good ");
        texts.push_back("b" + s);
        texts.push_back("is good b" + s);
    }
    const auto examples = examplesOf(texts);
    const Holdout split = holdOut(examples, 0.25, true, 9);
    CHECK(split.validation.size() == 5);
    for (const std::size_t held : split.validation) {
        CHECK(held % 4 == 0); // whole sentences only
        for (std::size_t part = 1; part < 4; ++part) {
            CHECK(std::find(split.train.begin(), split.train.end(), held + part) == split.train.end());
        }
    }
    CHECK(split.train.size() == 60);
}

TEST_CASE("a text is part of another by whole words, not by letters")
{
    // Both are whole sentences, of which either may be held out and the other is trained on.
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Holdout split = holdOut(examplesOf({"film a1", "film a11"}), 0.5, true, seed);
        CHECK(split.validation.size() == 1);
        CHECK(split.train.size() == 1);
    }
    // By words it is a part: only the longer ones can be held out.
    const Holdout part = holdOut(examplesOf({"film a1", "a film a1", "one more"}), 1, true, 1);
    CHECK(part.validation.size() == 1);
    CHECK(part.validation.front() != 0);
}

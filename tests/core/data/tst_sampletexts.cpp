// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sampletexts.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/utf8.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

using namespace adaplens;

TEST_CASE("the shipped texts are many, different, short and long")
{
    const auto samples = shippedSampleTexts();
    CHECK(samples.size() >= 10);
    std::set<std::string> titles;
    std::size_t shortest = 1000, longest = 0;
    bool accents = false;
    for (const auto &sample : samples) {
        INFO(sample.title);
        CHECK(titles.insert(sample.title).second);
        CHECK(sample.title.size() <= 30);
        CHECK(!sample.look.empty());
        CHECK(!ValidText(sample.text).repaired());
        std::istringstream words(sample.text);
        const auto count = static_cast<std::size_t>(
            std::distance(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()));
        shortest = std::min(shortest, count);
        longest = std::max(longest, count);
        accents = accents || sample.text.find("\u00E9") != std::string::npos;
    }
    const auto german = shippedSampleTexts("de");
    for (std::size_t i = 0; i < samples.size(); ++i) {
        INFO(samples[i].title);
        CHECK(german.at(i).title != samples[i].title);
        CHECK(german.at(i).look != samples[i].look);
        CHECK(german.at(i).text == samples[i].text);
    }
    CHECK(shortest == 1);
    CHECK(longest >= 390);
    CHECK(accents);
}

TEST_CASE("every kind of model has texts of its own, as long and as many as it was trained on")
{
    struct Kind {
        std::size_t texts = 0, shortest = 1000, longest = 0, pairs = 0;
    };
    std::map<std::string, Kind> kinds; // by the model that a text was written for first
    for (const auto &sample : shippedSampleTexts()) {
        INFO(sample.title);
        REQUIRE(!sample.models.empty());
        Kind &kind = kinds[sample.models.front()];
        std::istringstream words(sample.text);
        const auto count = static_cast<std::size_t>(
            std::distance(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()));
        ++kind.texts;
        kind.shortest = std::min(kind.shortest, count);
        kind.longest = std::max(kind.longest, count);
        kind.pairs += sample.pair ? 1 : 0;
    }
    REQUIRE(kinds.size() == 4);
    for (const auto &[name, kind] : kinds) {
        INFO(name);
        CHECK(kind.texts >= 3);
        CHECK(kind.pairs == (name == "pairs" ? kind.texts : 0));
    }
    CHECK(kinds.at("sentences").longest < 64);
    CHECK(kinds.at("reviews").shortest >= 350);
    CHECK(kinds.at("news").longest < 100);
}

TEST_CASE("a list of texts is read, or refused with what is wrong")
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "texts.json";
    writeFile(file, R"([{"models":["m","n"],"title":"A","look":"B","text":"C","pair":"D"},
                        {"models":["n"],"title":"E","look":"F","text":"G"}])");
    const auto samples = loadSampleTexts(file);
    REQUIRE(samples.size() == 2);
    CHECK(samples[0].pair == "D");
    CHECK(samples[1].text == "G");
    CHECK(!samples[1].pair);
    CHECK(samples[0].models == std::vector<std::string>{"m", "n"});

    writeFile(file, R"([{"models":["m"],"title":"A","look":"B","de":{"title":"X","look":"Y"},"text":"C"}])");
    CHECK(loadSampleTexts(file).front().title == "A");
    CHECK(loadSampleTexts(file, "de").front().title == "X");
    CHECK(loadSampleTexts(file, "de").front().look == "Y");
    CHECK(loadSampleTexts(file, "fr").front().look == "B");
    writeFile(file, R"([{"models":["m"],"title":"A","look":"B","de":{"title":"X"},"text":"C"}])");
    CHECK_THROWS_WITH_AS((void)loadSampleTexts(file, "de"), doctest::Contains("entry 1: "), Error);

    writeFile(file, R"([{"title":"A","look":"B","text":"C"}])"); // belongs to no model
    CHECK_THROWS_WITH_AS((void)loadSampleTexts(file), doctest::Contains("'models', a list of names"), Error);
    writeFile(file, R"([{"models":["m"],"title":"A","look":"B","text":"C"},{"title":"E","text":7}])");
    CHECK_THROWS_WITH_AS((void)loadSampleTexts(file), doctest::Contains("texts.json', entry 2: "), Error);
    writeFile(file, "{}");
    CHECK_THROWS_WITH_AS((void)loadSampleTexts(file), doctest::Contains("a JSON object"), Error);
    writeFile(file, "[");
    CHECK_THROWS_WITH_AS((void)loadSampleTexts(file), doctest::Contains("broken JSON at byte"), Error);
    CHECK_THROWS_AS((void)loadSampleTexts(folder.path() / "absent.json"), Error);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/shortened_p.h"
#include "core/stopped_p.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace adaplens;
using namespace adaplens::test;

namespace {

struct Opened {
    Opened()
    {
        writeTinyModel(folder.path());
        classifier = Classifier::open(folder.path());
    }
    [[nodiscard]] Encoding encode(std::size_t words) const
    {
        std::string text;
        for (std::size_t i = 0; i < words; ++i)
            text += (i * i + words) % 3 == 0 ? "good " : (i + words) % 5 == 0 ? "dull " : "film ";
        return classifier->encode(text, std::nullopt);
    }
    TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

} // namespace

TEST_CASE("texts that take several batches have the probabilities that each has alone, in the order given")
{
    const Opened model;
    std::vector<Encoding> texts;
    std::size_t pieces = 0;
    for (std::size_t i = 0; i < 360; ++i) {
        texts.push_back(model.encode(1 + i * 7 % 61));
        pieces += texts.back().pieces.size();
    }
    REQUIRE(pieces > 8192); // more than runs at a time
    std::vector<std::size_t> done;
    const auto all =
        probabilitiesOf(*model.classifier, texts, Pass::Plain, {}, [&](std::size_t count) { done.push_back(count); });
    CHECK(done.size() > 1);
    CHECK(std::accumulate(done.begin(), done.end(), std::size_t{0}) == texts.size());
    for (std::size_t i = 0; i < texts.size(); i += 13) {
        CAPTURE(i);
        const auto alone = probabilitiesOf(*model.classifier, std::span(texts).subspan(i, 1), Pass::Plain, {});
        CHECK(std::abs(all[i][0] - alone.front()[0]) < 1e-5F);
    }
    std::stop_source stop;
    CHECK_THROWS_AS((void)probabilitiesOf(*model.classifier, texts, Pass::Plain, stop.get_token(),
                                          [&](std::size_t) { stop.request_stop(); }),
                    Stopped);
}

TEST_CASE("what is asked for twice runs once")
{
    const Opened model;
    const std::vector<Encoding> texts{model.encode(4), model.encode(4)};
    ShortenedTexts shortened(texts);
    const std::vector<std::uint8_t> most{1, 1, 0, 1, 1, 1}, all(6, 1);
    CHECK(shortened.add(0, most) == 0);
    CHECK(shortened.add(0, all) == 1);
    CHECK(shortened.add(0, most) == 0);
    CHECK(shortened.add(1, most) == 2); // of another text
    const auto found = shortened.run(*model.classifier, Pass::Plain, {});
    CHECK(found.size() == 3);
    const Encoding without = withPieces(texts[0], most);
    CHECK(without.pieces.size() == 5);
    CHECK(without.pieces[2].text == texts[0].pieces[3].text);
    const auto alone = probabilitiesOf(*model.classifier, std::span(&without, 1), Pass::Plain, {});
    CHECK(std::abs(found.front()[0] - alone.front()[0]) < 1e-6F);
}

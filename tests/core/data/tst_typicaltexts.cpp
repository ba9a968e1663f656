// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/typicaltexts.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <thread>

using namespace adaplens;

namespace {

TypicalTexts typical(const std::vector<Example> &examples)
{
    std::vector<const Example *> list;
    std::ranges::transform(examples, std::back_inserter(list), [](const Example &example) { return &example; });
    return typicalTexts(list);
}

Example example(const char *text, std::optional<std::string> pair = {})
{
    return {.id = {}, .text = text, .pair = std::move(pair), .label = {}, .rationale = {}};
}

} // namespace

TEST_CASE("the typical text is the one in the middle")
{
    CHECK(typical({}).words == 0);
    CHECK(typical({example("")}).words == 0);
    CHECK(typical({example("  one\ttwo \n three ")}).words == 3);
    CHECK(typical({example("one"), example("one two three four five six"), example("one two")}).words == 2);
    CHECK_FALSE(typical({example("one", "two three"), example("one")}).pairs);
    const TypicalTexts pairs = typical({example("one", "two three"), example("one", "two"), example("one")});
    CHECK(pairs.pairs);
    CHECK(pairs.words == 2);
    std::vector<Example> many(typicalSample, example("a b"));
    many.resize(3 * typicalSample, example("a b c d"));
    CHECK(typical(many).words == 2); // the first ones only
}

TEST_CASE("a set is looked into, with labels or without")
{
    const test::TemporaryFolder folder;
    DataSource source;
    source.path = folder.path() / "texts.jsonl";
    writeFile(source.path,
              "{\"text\": \"one two three\"}\n{\"text\": \"one\", \"label\": \"x\"}\n{\"text\": \"a b c d\"}\n");
    const auto found = typicalTexts(source, {});
    REQUIRE(found.has_value());
    CHECK(found->words == 3);
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(typicalTexts(source, stop.get_token()).has_value());
    source.path = folder.path() / "absent.jsonl";
    CHECK_THROWS_AS((void)typicalTexts(source, {}), Error);
}

TEST_CASE("a pipe is left to whoever reads it for good")
{
    const test::TemporaryFolder folder;
    DataSource source;
    source.path = folder.path() / "texts.jsonl";
    REQUIRE(::mkfifo(source.path.c_str(), 0600) == 0);
    const std::jthread writer([&] { std::ofstream(source.path) << "{\"text\": \"one two\"}\n"; });
    REQUIRE_FALSE(typicalTexts(source, {}).has_value());
    REQUIRE(readPipe(source, {}));
    CHECK(typicalTexts(source, {})->words == 2);
}

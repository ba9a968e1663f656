// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <string>

using namespace adaplens;

namespace {

std::vector<Example> read(const std::string &name, const std::string &content, bool unlabelled)
{
    const test::TemporaryFolder folder;
    DataSource source;
    source.path = folder.path() / name;
    source.unlabelled = unlabelled;
    writeFile(source.path, content);
    return readAll(source);
}

} // namespace

TEST_CASE("texts without a label are read where they are wanted, and passed over where not")
{
    const std::string lines = "{\"text\": \"one\", \"label\": \"a\"}\n{\"text\": \"two\", \"label\": \"\"}\n"
                              "{\"text\": \"three\", \"label\": null}\n";
    CHECK(read("some.jsonl", lines, false).size() == 1);
    const auto all = read("some.jsonl", lines, true);
    REQUIRE(all.size() == 3);
    CHECK(all[0].label == "a");
    CHECK(all[1].label.empty());
    CHECK(all[2].text == "three");
    CHECK(all[2].label.empty());

    const std::string table = "text,label\none,a\ntwo,\nthree,-\n";
    CHECK(read("some.csv", table, false).size() == 1);
    REQUIRE(read("some.csv", table, true).size() == 3);
    CHECK(read("some.csv", table, true)[2].label.empty());
}

TEST_CASE("a file without any label is read where labels are not needed")
{
    const std::string lines = "{\"text\": \"one is here\"}\n{\"text\": \"two is here\"}\n";
    CHECK_THROWS_AS(read("none.jsonl", lines, false), Error);
    const auto all = read("none.jsonl", lines, true);
    REQUIRE(all.size() == 2);
    CHECK(all[1].text == "two is here");
    CHECK(all[1].label.empty());
    // The first line has a label, a later one not even the member.
    const std::string mixed = "{\"text\": \"one\", \"label\": \"a\"}\n{\"text\": \"two\"}\n";
    CHECK_THROWS_AS(read("mixed.jsonl", mixed, false), Error);
    CHECK(read("mixed.jsonl", mixed, true).at(1).label.empty());
}

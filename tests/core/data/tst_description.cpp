// SPDX-License-Identifier: GPL-3.0-or-later
// What a data set holds, as somebody is told who is about to use it.
#include "core/data/description.h"

#include "core/error.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace adaplens;

namespace {

struct Set {
    explicit Set(const char *name, const std::string &content)
    {
        source.path = folder.path() / name;
        std::ofstream(source.path) << content;
    }
    test::TemporaryFolder folder;
    DataSource source;
};

} // namespace

TEST_CASE("a table tells its form, its columns and its labels")
{
    const Set set("reviews.csv", "id,sentence,sentiment\n1,a good film,positive\n2,a bad film,negative\n"
                                 "3,\"good, again\",positive\n4,no idea,\n");
    const auto found = describeData(set.source);
    REQUIRE(found);
    CHECK(found->format == DataFormat::Csv);
    CHECK(found->columns.names == std::vector<std::string>{"id", "sentence", "sentiment"});
    CHECK(found->columns.text == "sentence");
    CHECK(found->columns.pair.empty());
    CHECK(found->columns.label == "sentiment");
    CHECK(found->examples == 3);
    CHECK(found->labels == std::map<std::string, std::size_t>{{"negative", 1}, {"positive", 2}});
    CHECK(found->skipped == SkipCounts{{"rows without a label", 1}});
}

TEST_CASE("columns that the user names are those that are read; without a header they have numbers")
{
    Set set("pairs.tsv", "0\tone text here\tanother text\n1\tthis is longer\tthan it was\n0\tand so\ton it goes\n"
                         "1\tto the\tvery end\n");
    set.source.textColumn = "2";
    set.source.pairColumn = "3";
    const auto found = describeData(set.source);
    REQUIRE(found);
    CHECK(found->format == DataFormat::Tsv);
    CHECK(found->columns.names == std::vector<std::string>{"1", "2", "3"});
    CHECK(found->columns.text == "2");
    CHECK(found->columns.pair == "3");
    CHECK(found->columns.label == "1");
}

TEST_CASE("JSON lines have members for columns")
{
    const Set set("texts.jsonl", "{\"text\": \"good\", \"label\": \"yes\"}\n{\"text\": \"bad\", \"label\": \"no\"}\n");
    const auto found = describeData(set.source);
    REQUIRE(found);
    CHECK(found->format == DataFormat::Jsonl);
    CHECK(found->columns.text == "text");
    CHECK(found->columns.label == "label");
    CHECK(found->labels.size() == 2);
}

TEST_CASE("a column of something else than labels is told")
{
    std::string rows = "text\tlabel\n";
    for (int i = 0; i < 600; ++i) {
        rows += "text " + std::to_string(i) + "\tnumber " + std::to_string(i) + '\n';
    }
    const Set set("numbers.tsv", rows);
    CHECK_THROWS_WITH_AS((void)describeData(set.source), doctest::Contains("more than 500 different labels"), Error);
}

TEST_CASE("it ends when it is asked to, and throws as reading does")
{
    const Set set("reviews.csv", "text,label\na,0\nb,1\n");
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(describeData(set.source, stop.get_token()));
    DataSource absent;
    absent.path = set.folder.path() / "absent.csv";
    CHECK_THROWS_WITH_AS((void)describeData(absent), doctest::Contains("absent.csv"), Error);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"
#include "core/error.h"
#include "core/io/input.h"
#include "tests/support/readers.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace adaplens;
using adaplens::test::failure;

namespace {

const std::filesystem::path data = std::filesystem::path(ADAPLENS_TEST_DATA) / "readers";

DataSource file(const std::string &name, DataFormat format = DataFormat::Guess)
{
    DataSource source;
    source.path = data / name;
    source.format = format;
    return source;
}

bool has(const std::string &text, const std::string &part)
{
    INFO(text);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a table of pairs with a byte order mark, label first and free quotes")
{
    const auto rows = readAll(file("pairs_label_first.tsv"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].label == "1");
    CHECK(rows[0].text == "The \"pie\" shop shut .");
    CHECK(rows[0].pair == "\" We shut the shop .");
    CHECK(rows[1].pair == "It \"snowed");
    CHECK(rows[1].id == "3"); // the line; "#1 ID" belongs to the sentence
}

TEST_CASE("a table of pairs with the label last as text, CR LF and a blank line at the end")
{
    const auto rows = readAll(file("pairs_label_last.tsv"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].text == "A dog sleeps.");
    CHECK(rows[0].pair == "An animal rests.");
    CHECK(rows[1].label == "not_entailment");
    CHECK(rows[1].id == "8");
}

TEST_CASE("CSV without a header, quoted commas, quotes and line ends")
{
    const auto rows = readAll(file("no_header.csv"));
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].text == "A kettle, two cups and\na \"silent\" guest");
    CHECK(rows[0].label == "0");
    CHECK(rows[1].text == "No quotes here ");
    CHECK(rows[1].id == "3");
    CHECK(rows[2].text == "Costs \\$4 only");
    CHECK(!rows[0].pair);
}

TEST_CASE("CSV with semicolons, as spreadsheets write it where the comma is the decimal point")
{
    const auto rows = readAll(file("semicolons.csv"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].text == "Slow, but kind; very kind");
    CHECK(rows[0].label == "positive");
    CHECK(rows[1].text == "No");
}

TEST_CASE("columns are found by content under a header of unknown names")
{
    const auto rows = readAll(file("odd_header.tsv"));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].text == "It sank at once");
    CHECK(rows[1].label == "0");
}

TEST_CASE("named columns come before guessed ones")
{
    auto source = file("pairs_label_last.tsv");
    source.textColumn = "hypothesis";
    auto rows = readAll(source);
    CHECK(rows[0].text == "An animal rests.");
    CHECK(!rows[0].pair);
    CHECK(rows[0].label == "entailment");

    source.textColumn = "Premise";
    source.labelColumn = "index";
    rows = readAll(source);
    CHECK(rows[1].text == "A dog sleeps.");
    CHECK(rows[1].label == "8");

    auto numbered = file("no_header.csv");
    numbered.textColumn = "1";
    numbered.labelColumn = "2";
    CHECK(readAll(numbered)[2].label == "3");

    source.labelColumn = "verdict";
    CHECK(has(failure(source), "has no column 'verdict'; its columns are 'index', 'premise', 'hypothesis', 'label'"));
    source.labelColumn = "premise";
    CHECK(has(failure(source), "must be different columns"));
}

TEST_CASE("JSONL: truth values, blank lines, missing labels and any order of members")
{
    const auto reader = openReader(file("mixed.jsonl"));
    const auto first = reader->next();
    REQUIRE(first);
    CHECK(first->text == "Café au lait");
    CHECK(first->label == "1");
    CHECK(reader->next()->label == "0");
    CHECK(reader->next()->text == "Last one");
    CHECK(!reader->next());
    CHECK(skippedText(reader->skipped()) == "rows without a label: 1");
}

TEST_CASE("rows whose annotators did not agree are passed over and counted")
{
    const auto reader = openReader(file("no_consensus.tsv"));
    CHECK(reader->next()->label == "entailment");
    CHECK(reader->next()->pair == "He sings.");
    CHECK(!reader->next());
    CHECK(skippedText(reader->skipped()) == "rows without a label: 1");
}

TEST_CASE("the limit counts examples")
{
    auto source = file("no_header.csv");
    source.limit = 4;
    CHECK(readAll(source).size() == 4);
    CHECK(countExamples(source) == 4);
}

TEST_CASE("ERASER: spans of several documents become byte ranges of the text")
{
    const auto rows = readAll(file("eraser"));
    REQUIRE(rows.size() == 3);
    const auto marked = [](const Example &example) {
        std::string result;
        for (const auto &range : example.rationale)
            result += "[" + example.text.substr(range.begin, range.end - range.begin) + "]";
        return result;
    };
    CHECK(rows[0].id == "boat.txt");
    CHECK(rows[0].label == "NEG");
    CHECK(!rows[0].pair);
    CHECK(marked(rows[0]) == "[boat leaks][\x05 plays on]");
    CHECK(rows[1].text == "no one  knows why .\nplain and dull");
    CHECK(marked(rows[1]) == "[no one][dull]");
    CHECK(rows[2].text == "plain and dull");
    CHECK(rows[2].rationale.empty());
}

TEST_CASE("ERASER: queries that differ are the second text; an annotation file stands for its folder")
{
    auto rows = readAll(file("eraser/queries.jsonl"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].pair == "Is it plain?");
    CHECK(rows[1].text == "plain and dull");
    auto source = file("eraser");
    source.split = "queries";
    CHECK(readAll(source).size() == 2);
    source.split = "val";
    source.pairColumn = "query";
    CHECK(readAll(source)[0].pair == "Good or bad?");
}

TEST_CASE("every reader takes what has been read already, whatever its name")
{
    for (const char *name : {"pairs_label_first.tsv", "pairs_label_last.tsv", "no_header.csv"}) {
        CAPTURE(name);
        const auto direct = readAll(file(name));
        DataSource source = file("absent");
        source.format = std::string(name).ends_with("tsv") ? DataFormat::Tsv : DataFormat::Csv;
        source.content = std::make_shared<const std::string>(readWhole(data / name));
        CHECK(countExamples(source) == direct.size());
        const auto held = readAll(source);
        REQUIRE(held.size() == direct.size());
        CHECK(held.back().text == direct.back().text);
        CHECK(held.back().id == direct.back().id);
    }
}

TEST_CASE("what cannot be read is said with file and line")
{
    CHECK(has(failure(file("ragged.tsv")), "ragged.tsv', line 3: 3 columns were found, 2 expected"));
    CHECK(has(failure(file("open_quote.csv")), "open_quote.csv', line 3: a field opens with a quote"));
    CHECK(has(failure(file("after_quote.csv")), "after_quote.csv', line 2: a character follows the closing quote"));
    CHECK(has(failure(file("broken.jsonl")), "broken.jsonl', line 2: broken JSON at byte"));
    CHECK(has(failure(file("large_number.jsonl")), "large_number.jsonl', line 1: a number is too large."));
    CHECK(has(failure(file("empty.tsv")), "empty.tsv' is empty"));
    CHECK(has(failure(file("header_only.csv")), "holds a header but no rows"));
    CHECK(has(failure(file("utf16.tsv")), "is UTF-16 text; save it as UTF-8"));
    CHECK(has(failure(file("absent.tsv")), "There is no file"));
    CHECK(has(failure(file("absent", DataFormat::Eraser)), "There is no folder"));
    CHECK(has(failure(file("eraser/docs/dull.txt")), "is of no known form"));
    CHECK(has(failure(file("eraser/docs")), "has no split 'val'"));
    auto eraser = file("eraser");
    eraser.split = "test";
    CHECK(has(failure(eraser), "its splits are 'beyond', 'escape', 'queries', 'val'"));
    eraser.split = "beyond";
    CHECK(has(failure(eraser),
              "line 1: evidence goes from word 2 to 9, but the document 'dull.txt' has the words 0 to 3"));
    eraser.split = "escape";
    CHECK(has(failure(eraser), "cannot be the name of a document"));
    CHECK(has(failure(file("broken.jsonl", DataFormat::Eraser)), "has no folder 'docs'"));
}

TEST_CASE("labels are mapped by name, synonym and number")
{
    const std::vector<std::string> sentiment{"negative", "positive"};
    CHECK(mapLabel("POS", sentiment) == 1);
    CHECK(mapLabel("neg", sentiment) == 0);
    CHECK(mapLabel("1", sentiment) == 1);
    CHECK(mapLabel(" Positive ", sentiment) == 1);
    CHECK(mapLabel("LABEL_0", sentiment) == 0);
    CHECK(mapLabel("not-entailment", {"entailment", "not_entailment"}) == 1);
    CHECK(mapLabel("Sci/Tech", {"World", "Sports", "Business", "sci_tech"}) == 3);
    CHECK(mapLabel("1", {"2", "1"}) == 1); // a name comes before a number
    CHECK_THROWS_WITH_AS((void)mapLabel("2", sentiment),
                         "The label '2' is none of the model's classes: negative (0), positive (1); use one of these "
                         "names or numbers.",
                         Error);
    CHECK_THROWS_AS((void)mapLabel("", sentiment), Error);
    CHECK_THROWS_AS((void)mapLabel("-1", sentiment), Error);
}

TEST_CASE("public data sets read with their known counts" * doctest::test_suite("optional"))
{
    const std::filesystem::path shared = std::filesystem::path(ADAPLENS_SHARED_DIR) / "data";
    if (!std::filesystem::exists(shared)) {
        MESSAGE("SKIPPED: there are no public data sets in " << shared);
        return;
    }
    struct Expected {
        std::string path, split;
        std::size_t count, classes;
        bool pair;
    };
    for (const auto &[path, split, count, classes, pair] : {
             Expected{"sst2/train.tsv", "", 67349, 2, false},
             Expected{"sst2/dev.tsv", "", 872, 2, false},
             Expected{"agnews/train.csv", "", 5000, 4, false},
             Expected{"agnews/test.csv", "", 1000, 4, false},
             Expected{"mrpc/train.tsv", "", 3667, 2, true},
             Expected{"mrpc/dev.tsv", "", 408, 2, true},
             Expected{"rte/train.tsv", "", 2490, 2, true},
             Expected{"rte/dev.tsv", "", 277, 2, true},
             Expected{"qnli/dev.tsv", "", 5463, 2, true},
             Expected{"movies", "train", 1600, 2, false},
             Expected{"movies", "", 200, 2, false},
             Expected{"movies", "test", 199, 2, false},
         }) {
        INFO(path << " " << split);
        DataSource source;
        source.path = shared / path;
        source.split = split;
        const auto reader = openReader(source);
        std::size_t read = 0, pairs = 0, texts = 0, rationales = 0;
        std::set<std::string> labels;
        while (const auto example = reader->next()) {
            ++read;
            labels.insert(example->label);
            pairs += example->pair && !example->pair->empty() ? 1 : 0;
            texts += example->text.empty() ? 0 : 1;
            rationales += example->rationale.empty() ? 0 : 1;
        }
        CHECK(read == count);
        CHECK(labels.size() == classes);
        CHECK(texts == count);
        CHECK(pairs == (pair ? count : 0));
        CHECK(skippedText(reader->skipped()) == (split == "test" ? "evidence spans without words: 20" : ""));
        if (path == "movies")
            CHECK(rationales == (split == "train" ? 1599 : count));
    }
}

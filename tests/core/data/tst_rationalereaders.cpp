// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of what people marked: ERASER, AdapLens' own JSONL, tables with spans or marks.
#include "core/data/reader.h"
#include "core/error.h"
#include "tests/support/readers.h"

#include <doctest/doctest.h>

#include <string>

using namespace adaplens;
using namespace adaplens::test;

TEST_CASE("own JSONL: spans count characters, not bytes")
{
    const Files files;
    files.put("own.jsonl",
              "{\"text\": \"Tr\u00e8s \U0001F600 bon, not bad\", \"label\": \"pos\", \"rationale\": [[12, 19], "
              "[0, 4], [5, 6], [0, 4]]}\n"
              "{\"id\": \"x\", \"text\": \"plain\", \"pair\": \"second\", \"label\": 1}\n"
              "{\"text\": \"none\", \"label\": 0, \"rationale\": null, \"pair\": null}\n");
    const auto rows = readAll(files.source("own.jsonl"));
    REQUIRE(rows.size() == 3);
    CHECK(marked(rows[0]) == "[Tr\u00e8s][\U0001F600][not bad]");
    CHECK(!rows[0].pair);
    CHECK(rows[1].pair == "second");
    CHECK(rows[1].id == "x");
    CHECK(rows[1].rationale.empty());
    CHECK(!rows[2].pair);
}

TEST_CASE("own JSONL: a reason in words is no span, and is counted")
{
    const Files files;
    files.put("words.jsonl", "{\"text\": \"a\", \"label\": 1, \"rationale\": \"because it is\"}\n");
    const auto reader = openReader(files.source("words.jsonl"));
    CHECK(reader->next()->rationale.empty());
    CHECK(reader->skipped().at("rationales that are no spans") == 1);
}

TEST_CASE("own JSONL: what cannot be a span is said with file and line")
{
    const auto line = [](const std::string &rationale) {
        return failureOf("own.jsonl", "{\"text\": \"fine\", \"label\": \"pos\", \"rationale\": [[0, 4]]}\n"
                                      "{\"text\": \"four\", \"label\": \"pos\", \"rationale\": " +
                                          rationale + "}\n");
    };
    has(line("[[0, 5]]"), "own.jsonl', line 2: the rationale goes from character 0 to 5, but a span must not be empty "
                          "and the text has the characters 0 to 4.");
    has(line("[[3, 3]]"), "line 2: the rationale goes from character 3 to 3");
    has(line("[[3, 1]]"), "line 2: the rationale goes from character 3 to 1");
    has(line("[[0, 99999999999999999999]]"), "line 2: 'rationale' must be a list of spans");
    has(line("[[-1, 2]]"), "line 2: 'rationale' must be a list of spans [start, end]");
    has(line("[[0.5, 2]]"), "; it holds 0.5.");
    has(line("[[0, \"2\"]]"), "; it holds a value of the kind string.");
    has(line("[[0, 1, 2]]"), "; it holds a value of the kind array.");
    has(line("[1, 2]"), "; it holds 1.");
    has(line("{}"), "'rationale' is of the kind object");
    has(line("7"), "'rationale' is of the kind number");
    has(line("[[0, 1]"), "line 2: broken JSON");
    has(failureOf("own.jsonl", "{\"text\": \"\xff\", \"label\": 1}\n"), "line 1: broken JSON");
}

TEST_CASE("tables: a column of spans in characters")
{
    const Files files;
    files.put("spans.csv", "text,label,rationale\n\"Tr\u00e8s bon, but long\",pos,5-8; 14-18\nNothing here,neg,\n"
                           "One,neg,0-3;\n");
    const auto rows = readAll(files.source("spans.csv"));
    REQUIRE(rows.size() == 3);
    CHECK(marked(rows[0]) == "[bon][long]");
    CHECK(rows[1].rationale.empty());
    CHECK(marked(rows[2]) == "[One]");
    files.put("spans.tsv", "label\trationale\ttext\n1\t0-4\tgood\n0\t\tbad\n");
    CHECK(marked(readAll(files.source("spans.tsv")).front()) == "[good]");
    files.put("reasons.csv", "text,label,rationale\nSo bad,neg,it says so\nSo good,pos,\n");
    const auto reader = openReader(files.source("reasons.csv"));
    CHECK(reader->next()->rationale.empty());
    CHECK(reader->next()->rationale.empty());
    CHECK(skippedText(reader->skipped()) == "rationales that are no spans: 1");
}

TEST_CASE("tables: marks in the text")
{
    const Files files;
    files.put("marks.csv",
              "marked_text;label\n\"It was [[dull beyond belief]], and [[long]].\";neg\nNo mark [sic];pos\n"
              "[[all [of] it]];pos\n[[tight[1]]];neg\n");
    const auto rows = readAll(files.source("marks.csv"));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].text == "It was dull beyond belief, and long.");
    CHECK(marked(rows[0]) == "[dull beyond belief][long]");
    CHECK(rows[1].text == "No mark [sic]");
    CHECK(rows[2].text == "all [of] it");
    CHECK(marked(rows[3]) == "[tight[1]]");
    // Only a column of that name: other texts may hold such brackets for reasons of their own.
    files.put("wiki.csv", "text,label\nA [[link]] here,1\nB,0\n");
    CHECK(readAll(files.source("wiki.csv")).front().text == "A [[link]] here");
}

TEST_CASE("tables: spans and marks that cannot be are said with file and line")
{
    has(failureOf("t.csv", "text,label,rationale\nabc,pos,0-3\nabc,pos,0-4\n"),
        "t.csv', line 3: the rationale goes from character 0 to 4");
    has(failureOf("t.csv", "text,label,rationale\nabc,pos,0-3\nabc,pos,12-May\n"),
        "line 3: the rationale '12-May' is no list of spans");
    for (const char *cell : {"1", "1-", "-1-2", "1-2,3-4", "1-2;;", "1--2", "0x1-2", "99999999999999999999999-2"})
        has(failureOf("t.tsv", "text\tlabel\trationale\nabc\tpos\t0-3\nabc\tpos\t" + std::string(cell) + "\n"),
            "is no list of spans");
    const auto mark = [](const std::string &text) {
        return failureOf("m.tsv", "marked_text\tlabel\nfine\tpos\n" + text + "\tneg\n");
    };
    has(mark("an [[open one"), "m.tsv', line 3: a mark [[ is never closed");
    has(mark("a closed]] one"), "line 3: a mark ]] closes nothing");
    has(mark("[[one [[in]] another]]"), "line 3: a mark [[ opens within another");
    has(mark("[[]]"), "line 3: a mark [[]] encloses nothing");
}

TEST_CASE("ERASER: documents in one file, several a row, names as numbers, rows without evidence")
{
    const Files files;
    files.put("docs.jsonl", "{\"docid\": \"a_premise\", \"document\": \"two dogs  run\\nfast\"}\n\n"
                            "{\"docid\": \"a_hypothesis\", \"document\": \"cats sleep\"}\r\n"
                            "{\"docid\": 17, \"document\": \"number seventeen\"}");
    files.put(
        "val.jsonl",
        R"({"annotation_id": "a", "classification": "contradiction", "query": "", "docids": ["a_premise", "a_hypothesis"],
                  "evidences": [[{"docid": "a_hypothesis", "start_token": 0, "end_token": 1, "start_sentence": -1, "end_sentence": -1, "text": "cats"},
                                 {"docid": "a_premise", "start_token": 1, "end_token": 4, "start_sentence": -1, "end_sentence": -1, "text": ["dogs"]}]]})"
        "\n"
        R"({"annotation_id": 5, "classification": "neutral", "query": "", "docids": [17], "evidences": []})"
        "\n"
        R"({"annotation_id": "b", "classification": "neutral", "query": "", "docids": null, "evidences": null})"
        "\n"
        R"({"annotation_id": "c", "classification": "n", "evidences": [[{"docid": 17, "start_token": -1, "end_token": -1}]]})"
        "\n");
    std::string oneLine; // lines of JSON hold no line ends
    {
        std::ifstream file(files.source("val.jsonl").path);
        for (std::string line; std::getline(file, line);)
            oneLine += line.starts_with(" ") ? line : (oneLine.empty() ? "" : "\n") + line;
    }
    files.put("val.jsonl", oneLine + "\n");
    for (const DataSource &source : {files.source(), files.source("val.jsonl")}) {
        const auto reader = openReader(source);
        const auto first = reader->next();
        REQUIRE(first);
        CHECK(first->text == "two dogs  run\nfast\ncats sleep");
        CHECK(marked(*first) == "[dogs  run\nfast][cats]");
        REQUIRE(first->documents.size() == 2);
        CHECK(first->documents[1].id == "a_hypothesis");
        CHECK(first->text.substr(first->documents[1].source.begin) == "cats sleep");
        const auto second = reader->next();
        REQUIRE(second);
        CHECK(second->id == "5");
        CHECK(second->text == "number seventeen");
        const auto third = reader->next();
        REQUIRE(third);
        CHECK(third->id == "c");
        CHECK(third->rationale.empty());
        CHECK(!reader->next());
        CHECK(reader->skipped() ==
              SkipCounts{{"annotations without a document", 1}, {"evidence spans without words", 1}});
    }
}

TEST_CASE("ERASER: broken documents and names are said with file and line")
{
    const auto read = [](const std::string &docs, const std::string &annotation) {
        const Files files;
        return failure(files.put("docs.jsonl", docs).put("val.jsonl", annotation).source());
    };
    const std::string docs = "{\"docid\": \"d\", \"document\": \"one two\"}\n";
    const std::string row =
        "{\"annotation_id\": \"a\", \"classification\": \"x\", \"docids\": [\"d\"], \"evidences\": ";
    CHECK(read(docs, row + "[]}").empty());
    has(read(docs + "{", row + "[]}"), "docs.jsonl', line 2: broken JSON");
    has(read("{\"docid\": \"d\"}\n", row + "[]}"), "docs.jsonl', line 1: a document must have");
    has(read("{\"docid\": [], \"document\": \"\"}\n", row + "[]}"), "docs.jsonl', line 1: a document must have");
    has(read(docs, row + "[[{\"docid\": \"e\", \"start_token\": 0, \"end_token\": 1}]]}"),
        "val.jsonl', line 1: the document 'e' is not in");
    has(read(docs, row + "[[{\"docid\": \"d\", \"start_token\": 0, \"end_token\": 3}]]}"), "has the words 0 to 2");
    const auto span = [&](const char *start, const char *end) {
        return read(docs, row + "[[{\"docid\": \"d\", \"start_token\": " + start + ", \"end_token\": " + end + "}]]}");
    };
    CHECK(span("0", "2").empty());
    has(span("2", "1"), "evidence goes from word 2 to 1, but the document 'd' has the words 0 to 2.");
    has(span("1", "0"), "evidence goes from word 1 to 0, but");
    has(span("-1", "0"), "evidence goes from word -1 to 0, but");
    has(span("0", "-1"), "evidence goes from word 0 to -1, but");
    has(span("2", "3"), "evidence goes from word 2 to 3, but");
    has(read(docs, row + "[[{\"docid\": \"d\", \"start_token\": \"0\", \"end_token\": 1}]]}"),
        "'docids' must be a list");
    has(read(docs, row + "[{\"docid\": \"d\"}]}"), "'docids' must be a list");
    has(read(docs, row + "\"none\"}"), "'docids' must be a list");
    has(read(docs, "{\"annotation_id\": \"a\", \"evidences\": []}"), "there is no 'classification'");
    has(read(docs, "{\"annotation_id\": {}, \"classification\": \"x\"}"), "'annotation_id' is of the kind object");
    const Files none;
    has(failure(none.put("val.jsonl", row + "[]}").source()), "has no folder 'docs' and no file 'docs.jsonl'");
}

TEST_CASE("ERASER: text and labels have their names, a query may be the second text")
{
    const Files files;
    files.put("docs/d", "one two")
        .put("val.jsonl",
             "{\"annotation_id\": \"a\", \"classification\": \"x\", \"query\": \"why\", \"docids\": [\"d\"]}\n");
    DataSource source = files.source();
    CHECK(!readAll(source).front().pair); // the same everywhere, as far as can be seen
    source.pairColumn = "query";
    CHECK(readAll(source).front().pair == "why");
    source.pairColumn = "question";
    has(failure(source), "has no second text 'question'; only 'query' can be one.");
    for (std::string DataSource::*column : {&DataSource::textColumn, &DataSource::labelColumn}) {
        source = files.source();
        source.*column = "query";
        has(failure(source), "is an ERASER data set: its text and labels have fixed names and cannot be chosen");
    }
}

TEST_CASE("formats have names that read back")
{
    for (const char *name : {"guess", "tsv", "csv", "jsonl", "eraser", "hatexplain", "folders"})
        CHECK(std::string(nameOf(dataFormatNamed(name))) == name);
    CHECK_THROWS_WITH_AS(
        (void)dataFormatNamed("xml"),
        "There is no data format 'xml'; known are tsv, csv, jsonl, eraser, hatexplain, folders, guess.", Error);
}

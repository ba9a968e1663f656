// SPDX-License-Identifier: GPL-3.0-or-later
// The forms in which IMDB's reviews, DBpedia's articles and MNLI's pairs are published, with texts written here.
#include "core/data/reader.h"
#include "tests/support/readers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;

namespace {

std::vector<std::string> idsOf(const DataSource &source)
{
    std::vector<std::string> ids;
    for (const Example &example : readAll(source))
        ids.push_back(example.id + "=" + example.label);
    return ids;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("IMDB: a folder a label, which take turns; line breaks of web pages are line breaks")
{
    const Files files;
    files.put("imdbEr.txt", "7.0\n")
        .put("test/pos/0_10.txt", "A joy.<br /><br />See it twice.")
        .put("test/pos/1_9.txt", "Fine.")
        .put("test/pos/2_8.txt", "Good.")
        .put("test/neg/0_2.txt", "Dull.\r\nAnd long.")
        .put("test/labeledBow.feat", "9 0:9")
        .put("train/pos/0_9.txt", "Lovely.")
        .put("train/neg/0_1.txt", "A bore.")
        .put("train/unsup/0_0.txt", "Seen it.");
    DataSource source = files.source();
    CHECK(formatOf(source) == DataFormat::Folders);
    CHECK(idsOf(source) == Names{"neg/0_2=neg", "pos/0_10=pos", "pos/1_9=pos", "pos/2_8=pos"});
    CHECK(readAll(source).at(0).text == "Dull.\nAnd long.");
    CHECK(readAll(source).at(1).text == "A joy.\n\nSee it twice.");
    CHECK(mapLabel("pos", {"negative", "positive"}) == 1);
    source.limit = 2;
    CHECK(idsOf(source) == Names{"neg/0_2=neg", "pos/0_10=pos"});

    source = files.source();
    source.split = "train";
    CHECK(idsOf(source) == Names{"neg/0_1=neg", "pos/0_9=pos"});
    source.unlabelled = true;
    CHECK(idsOf(source) == Names{"neg/0_1=neg", "pos/0_9=pos", "unsup/0_0="});
    CHECK(idsOf(files.source("train")) == Names{"neg/0_1=neg", "pos/0_9=pos"}); // one split, named itself

    source.split = "dev";
    has(failure(source), "has no split 'dev' (a folder dev with a folder for each label");
    source = files.source();
    source.textColumn = "text";
    has(failure(source), "is a folder of text files and has no columns to choose");
}

TEST_CASE("folders: what holds no texts is still taken for an ERASER set, and a file for none")
{
    const Files files;
    files.put("models/config.json", "{}");
    CHECK(formatOf(files.source()) == DataFormat::Eraser);
    files.put("docs/a.txt", "one").put("train/pos/a.txt", "two");
    CHECK(formatOf(files.source()) == DataFormat::Eraser);
    DataSource source = files.source("models/config.json");
    source.format = DataFormat::Folders;
    has(failure(source), "There is no folder");
}

TEST_CASE("folders: a text that is none is named")
{
    const Files files;
    files.put("test/pos/a.txt", "").put("test/neg/b.txt", "bad");
    has(failure(files.source()), "a.txt");
}

TEST_CASE("DBpedia and AG News: the class counted from 1, title and text, no header")
{
    const Files files;
    files.put("test.csv", "1,\"Brook Mill\",\" A mill that grinds \"\"oats\"\".\"\n14,\"Tern\",\" A bird.\"\n"
                          "2,\"\",\"A school.\"\n1,\"Elm House\",\" An old firm, now closed.\"\n"
                          "14,\"Rook\",\" Another bird.\"\n1,\"Ash and Sons\",\" A firm.\"\n");
    const auto examples = readAll(files.source("test.csv"));
    REQUIRE(examples.size() == 6);
    CHECK(examples[0].label == "0");
    CHECK(examples[0].text == "Brook Mill  A mill that grinds \"oats\".");
    CHECK(examples[1].label == "13");
    CHECK(examples[2].text == "A school.");
    CHECK(mapLabel(examples[1].label, Names(14, "x")) == 13);
    // Classes from 0, named columns and headers stay as they are.
    files.put("zero.csv", "1,A,A longer text\n0,B,Another text\n1,C,A third text\n0,D,And a fourth\n");
    CHECK(readAll(files.source("zero.csv")).front().label == "1");
    CHECK(readAll(files.source("zero.csv")).front().text == "A longer text");
    DataSource chosen = files.source("test.csv");
    chosen.labelColumn = "1";
    CHECK(readAll(chosen).front().label == "1");
    files.put("head.csv", "label,title,text\n1,Title,A longer text\n2,Title,A longer text\n");
    CHECK(readAll(files.source("head.csv")).front().label == "1");
}

TEST_CASE("DBpedia: a class that is no number, further down, is named with its line")
{
    std::string rows;
    for (int i = 0; i < 150; ++i)
        rows += std::to_string(i % 3 + 1) + ",Title " + std::to_string(i) + ",Text " + std::to_string(i) + "\n";
    has(failureOf("a.csv", rows + "zero,Title,Text\n"), "line 151: the class 'zero' is no number from 1");
    has(failureOf("a.csv", rows + "0,Title,Text\n"), "line 151: the class '0' is no number from 1");
}

TEST_CASE("MNLI: pairs by their names among parses; pairs without a gold label are passed over")
{
    const Files files;
    files.put("dev_matched.tsv",
              "index\tpromptID\tpairID\tgenre\tsentence1_binary_parse\tsentence2_binary_parse\tsentence1_parse\t"
              "sentence2_parse\tsentence1\tsentence2\tlabel1\tlabel2\tgold_label\n"
              "0\t63\t63e\tletters\t( It rains )\t( Wet )\t(S It rains)\t(S Wet)\tIt \"rains.\tIt is wet.\tneutral\t"
              "entailment\tentailment\n"
              "1\t64\t64n\tletters\t( a )\t( b )\t(S a)\t(S b)\tShe left.\tShe ran.\tneutral\tentailment\t-\n"
              "2\t65\t65c\tletters\t( a )\t( b )\t(S a)\t(S b)\tHe sat.\tHe stood.\tneutral\tneutral\tcontradiction\n");
    const auto reader = openReader(files.source("dev_matched.tsv"));
    const auto first = reader->next();
    REQUIRE(first);
    CHECK(first->text == "It \"rains.");
    CHECK(first->pair == "It is wet.");
    CHECK(first->label == "entailment");
    const auto second = reader->next();
    REQUIRE(second);
    CHECK(second->label == "contradiction");
    CHECK(!reader->next());
    CHECK(reader->skipped() == SkipCounts{{"rows without a label", 1}});
    CHECK(mapLabel("not entailment", {"entailment", "not_entailment"}) == 1);
}

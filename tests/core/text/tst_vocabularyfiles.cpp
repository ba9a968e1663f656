// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/vocabularyfiles.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace adaplens;
using namespace adaplens::test;

namespace {

namespace fs = std::filesystem;

const fs::path data = fs::path(ADAPLENS_TEST_DATA);

void write(const fs::path &file, const std::string &text)
{
    std::ofstream(file, std::ios::binary) << text;
}

void checkSame(const Vocabulary &a, const Vocabulary &b)
{
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto id = static_cast<std::int32_t>(i);
        CHECK(a.piece(id) == b.piece(id));
        CHECK(a.isAdded(id) == b.isAdded(id));
    }
    CHECK(a.merges() == b.merges());
    CHECK(a.bytePairs() == b.bytePairs());
}

} // namespace

TEST_CASE("what is written is read again")
{
    const std::vector<AddedToken> added = {{.content = "covid", .id = 1600, .special = false}};
    for (const bool bytePairs : {false, true}) {
        CAPTURE(bytePairs);
        const TemporaryFolder folder;
        const Vocabulary first =
            bytePairs ? readVocabularyFiles(data / "byte_pairs", added)
                      : Vocabulary::load(data / "tokenizer_uncased.vocab", {{.content = "covid", .id = 9000}});
        CHECK(vocabularyFileIn(folder.path()).empty());
        writeVocabularyFiles(folder.path(), first);
        CHECK(vocabularyFileIn(folder.path()).filename() == (bytePairs ? "vocab.json" : "vocab.txt"));
        checkSame(readVocabularyFiles(folder.path(),
                                      bytePairs ? added : std::vector<AddedToken>{{.content = "covid", .id = 9000}}),
                  first);
        CHECK(readVocabularyFiles(folder.path()).find("covid") == std::nullopt);
    }
}

TEST_CASE("added tokens behind the pieces of a vocab.txt take no line of it, those between them do")
{
    const TemporaryFolder folder;
    const auto written = [&](std::int32_t number) {
        const std::vector<AddedToken> added = {{.content = "covid", .id = number}};
        writeVocabularyFiles(folder.path(),
                             Vocabulary::fromPieces({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "", "a", "a"}, "list", added));
        std::ostringstream text;
        text << std::ifstream(folder.path() / "vocab.txt").rdbuf();
        return text.str();
    };
    CHECK(written(9) == "[PAD]\n[UNK]\n[CLS]\n[SEP]\n\na\na\n");
    CHECK(written(4) == "[PAD]\n[UNK]\n[CLS]\n[SEP]\ncovid\na\na\n");
}

TEST_CASE("broken files of byte pairs are refused by name and place")
{
    const TemporaryFolder folder;
    fs::copy(data / "byte_pairs" / "vocab.json", folder.path() / "vocab.json");
    const auto expect = [&](const std::string &part) {
        CHECK_THROWS_WITH_AS((void)readVocabularyFiles(folder.path()), doctest::Contains(part.c_str()), Error);
    };
    expect("merges.txt is missing; a vocabulary of byte pairs is vocab.json and merges.txt, or tokenizer.json");
    const fs::path merges = folder.path() / "merges.txt";
    write(merges, "#version: 0.2\r\nt h\r\n\r\n");
    CHECK(readVocabularyFiles(folder.path()).merges().size() == 1);
    for (const char *line : {"th", "t h e", " h", "t "}) {
        CAPTURE(line);
        write(merges, "#version: 0.2\n" + std::string(line) + "\n");
        expect("merges.txt, line 2: two pieces with one space between them were expected");
    }
    write(merges, "t zz\n");
    expect("The merge of \"t\" and \"zz\" names a piece that the vocabulary");
    write(folder.path() / "vocab.json", "[]");
    expect("vocab.json");
    write(folder.path() / "vocab.json", "{\"a\": \"b\"}");
    expect("vocab.json: \"a\" has the number \"b\"; a whole number below");
    const TemporaryFolder empty;
    CHECK_THROWS_WITH_AS((void)readVocabularyFiles(empty.path()), doctest::Contains("vocab.txt"), Error);
}

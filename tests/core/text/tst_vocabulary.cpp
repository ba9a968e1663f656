// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/vocabulary.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace adaplens;
using adaplens::test::TemporaryFolder;

namespace {

/// A file in a folder of its own, both gone afterwards.
class VocabularyFile {
public:
    explicit VocabularyFile(std::string_view bytes) { std::ofstream(path(), std::ios::binary) << bytes; }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "vocab.txt"; }

private:
    TemporaryFolder m_folder;
};

Vocabulary load(std::string_view bytes)
{
    return Vocabulary::load(VocabularyFile(bytes).path());
}

/// The message of the error that loading gives.
std::string complaint(const std::filesystem::path &file)
{
    try {
        static_cast<void>(Vocabulary::load(file));
    } catch (const Error &error) {
        return error.what();
    }
    return "no error";
}

std::string complaintOf(std::string_view bytes)
{
    const VocabularyFile file(bytes);
    std::string message = complaint(file.path());
    CHECK_MESSAGE(message.find(file.path().string()) != std::string::npos, message);
    return message;
}

bool contains(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

constexpr std::string_view specials = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n";

} // namespace

TEST_CASE("a line's number is the piece's id")
{
    const Vocabulary vocabulary = load("[PAD]\nthe\n[UNK]\n[CLS]\n[SEP]\n##ing\n\u4e2d\n");
    CHECK(vocabulary.size() == 7);
    CHECK(vocabulary.padId() == 0);
    CHECK(vocabulary.unknownId() == 2);
    CHECK(vocabulary.clsId() == 3);
    CHECK(vocabulary.sepId() == 4);
    CHECK(vocabulary.find("the") == 1);
    CHECK(vocabulary.find("##ing") == 5);
    CHECK(vocabulary.find("\u4e2d") == 6);
    CHECK(vocabulary.find("ing") == std::nullopt);
    CHECK(vocabulary.find("") == std::nullopt);
    CHECK(vocabulary.piece(5) == "##ing");
    CHECK(vocabulary.longestPiece() == 5);
}

TEST_CASE("line ends, a missing last one, a byte order mark and blank lines do no harm")
{
    CHECK(load("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nthe\r\n").find("the") == 4);
    CHECK(load(std::string(specials) + "the").find("the") == 4);
    CHECK(load("\xEF\xBB\xBF" + std::string(specials)).padId() == 0);
    CHECK(load(std::string(specials) + "the\n\n\n").size() == 5);
    const Vocabulary gaps = load(std::string(specials) + "\nthe\n\na\n");
    CHECK(gaps.find("the") == 5);
    CHECK(gaps.find("a") == 7);
    CHECK(gaps.piece(4).empty());
    const Vocabulary twice = load(std::string(specials) + "the\na\nthe\n"); // the last line counts
    CHECK(twice.find("the") == 6);
    CHECK(twice.piece(4) == "the");
    // Separators other than line ends are characters of a piece.
    CHECK(load(std::string(specials) + "a\u2028b\n\u00a0\n").find("\u00a0") == 5);
}

TEST_CASE("bad files are refused with the file, the fault and the remedy")
{
    CHECK(contains(complaintOf(std::string_view()), "empty"));
    CHECK(contains(complaintOf("\n\n\r\n"), "empty"));
    CHECK(contains(complaintOf("[PAD]\n[CLS]\nthe\n"), "lacks [UNK], [SEP]"));
    CHECK(contains(complaintOf(std::string(specials) + "caf\xe9\n"), "no UTF-8 text at line 5"));
    CHECK(contains(complaintOf(std::string(specials) + std::string("a\0b\n", 4)), "no UTF-8 text at line 5"));
    CHECK(contains(complaintOf(std::string_view("\xff\xfe[\0P\0", 6)), "UTF-16"));
    CHECK(contains(complaintOf("{\"version\": \"1.0\"}"), "lacks [PAD], [UNK], [CLS], [SEP]"));
}

TEST_CASE("what is no file is refused")
{
    const TemporaryFolder folder;
    CHECK(contains(complaint(folder.path() / "absent.txt"), "does not exist"));
    CHECK(contains(complaint(folder.path()), "is no file"));
    CHECK(contains(complaint(std::filesystem::path("/dev/zero")), "is no file"));
}

TEST_CASE("a file far too large is refused unread")
{
    const VocabularyFile file(specials);
    std::filesystem::resize_file(file.path(), std::uintmax_t{1} << 30U); // sparse, takes no room on the disk
    CHECK(contains(complaint(file.path()), "more than 32 MiB"));
}

TEST_CASE("pieces in memory follow the same rules")
{
    CHECK(Vocabulary::fromPieces({"[PAD]", "[UNK]", "[CLS]", "[SEP]"}, "test").size() == 4);
    CHECK_THROWS_AS(static_cast<void>(Vocabulary::fromPieces({}, "test")), Error);
    CHECK_THROWS_AS(static_cast<void>(Vocabulary::fromPieces({"[PAD]", "[PAD]"}, "test")), Error);
}

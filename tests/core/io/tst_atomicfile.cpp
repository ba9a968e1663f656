// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/csv.h"
#include "core/io/resources.h"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace adaplens;

namespace {

/// A folder that goes when the test ends.
struct Folder {
    Folder() { REQUIRE(::mkdtemp(name) != nullptr); }
    ~Folder()
    {
        std::error_code error;
        std::filesystem::permissions(name, std::filesystem::perms::owner_all, error);
        std::filesystem::remove_all(name, error);
    }
    char name[32] = "/tmp/adaplens-test-XXXXXX";
    [[nodiscard]] std::filesystem::path operator/(const char *file) const { return std::filesystem::path(name) / file; }
    [[nodiscard]] std::size_t files() const
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(name), {}));
    }
};

std::string content(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("a file is replaced whole, in folders that are made")
{
    const Folder folder;
    writeFile(folder / "a/b/c.txt", "first");
    CHECK(content(folder / "a/b/c.txt") == "first");
    std::filesystem::permissions(folder / "a/b/c.txt", std::filesystem::perms(0640));
    writeFile(folder / "a/b/c.txt", std::string(200000, 'x') + "\n");
    CHECK(content(folder / "a/b/c.txt").size() == 200001);
    CHECK(std::filesystem::status(folder / "a/b/c.txt").permissions() == std::filesystem::perms(0640));
}

TEST_CASE("what is not committed leaves nothing behind")
{
    const Folder folder;
    writeFile(folder / "a.txt", "old");
    {
        AtomicFile file(folder / "a.txt");
        file.write("new");
    }
    CHECK(content(folder / "a.txt") == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("what cannot be put in its place is an error, and leaves nothing behind")
{
    const Folder folder;
    AtomicFile file(folder / "out.txt");
    file.write("lost");
    std::filesystem::create_directory(folder / "out.txt"); // in the way by the time the file is whole
    CHECK_THROWS_AS(file.commit(), Error);
    CHECK(std::filesystem::is_directory(folder / "out.txt"));
}

TEST_CASE("a link stays a link")
{
    const Folder folder;
    writeFile(folder / "real.txt", "old");
    std::filesystem::create_symlink("real.txt", folder / "link.txt");
    writeFile(folder / "link.txt", "new");
    CHECK(std::filesystem::is_symlink(folder / "link.txt"));
    CHECK(content(folder / "real.txt") == "new");
}

TEST_CASE("links are followed to their end, also where nothing is there yet")
{
    const Folder folder;
    std::filesystem::create_directory(folder / "sub");
    std::filesystem::create_symlink("sub/second", folder / "first");
    std::filesystem::create_symlink("../new.txt", folder / "sub/second");
    writeFile(folder / "first", "new");
    CHECK(std::filesystem::is_symlink(folder / "first"));
    CHECK(std::filesystem::is_symlink(folder / "sub/second"));
    CHECK(content(folder / "new.txt") == "new");
    std::filesystem::create_symlink("ring", folder / "ring");
    CHECK_THROWS_AS(writeFile(folder / "ring", "x"), Error);
}

TEST_CASE("pipes and devices are written as such, also through links")
{
    const Folder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::filesystem::create_symlink("pipe", folder / "link");
    const int end = ::open((folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    writeFile(folder / "link", "through a link");
    char text[64] = {};
    CHECK(::read(end, text, sizeof text) == 14);
    CHECK(std::string(text) == "through a link");
    ::close(end);
    CHECK(std::filesystem::is_fifo(folder / "pipe"));
    CHECK(folder.files() == 2);
    writeFile("/dev/null", std::string(100000, 'x'));
    CHECK(std::filesystem::is_character_file("/dev/null"));
    CHECK_THROWS_WITH_AS(writeFile("/dev/full", "x"), doctest::Contains("free some space"), Error);
}

TEST_CASE("an open descriptor is written where it stands")
{
    const Folder folder;
    writeFile(folder / "log", "before ");
    const int log = ::open((folder / "log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    for (const std::string &name : {"/dev/fd/" + std::to_string(log), "/proc/self/fd/" + std::to_string(log)})
        writeFile(name, "and after ");
    ::close(log);
    CHECK(content(folder / "log") == "before and after and after ");
    CHECK_THROWS_AS(writeFile("/proc/self/fd/" + std::to_string(log), "x"), Error);
}

TEST_CASE("a disk that takes no more leaves the old file as it was")
{
    const Folder folder;
    writeFile(folder / "a.txt", "old");
    // A limit on the size of files stands in for a full disk: write() fails half-way in the same manner.
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100000, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    std::string message;
    try {
        writeFile(folder / "a.txt", std::string(300000, 'x'));
    } catch (const Error &error) {
        message = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(message.find("a.txt' cannot be written: ") != std::string::npos);
    CHECK(content(folder / "a.txt") == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("places that cannot be written are named with the reason")
{
    const Folder folder;
    CHECK_THROWS_AS(writeFile(folder.name, "x"), Error);
    writeFile(folder / "file", "x");
    CHECK_THROWS_AS(writeFile(folder / "file/under", "x"), Error);
    CHECK_THROWS_WITH_AS(writeFile("/proc/adaplens.txt", "x"),
                         doctest::Contains("'/proc/adaplens.txt' cannot be written"), Error);
    if (::geteuid() != 0) { // root may write everywhere
        std::filesystem::permissions(folder.name, std::filesystem::perms(0500));
        CHECK_THROWS_WITH_AS(writeFile(folder / "new", "x"), doctest::Contains("choose a folder that you may write to"),
                             Error);
    }
}

TEST_CASE("CSV fields are quoted where they must be")
{
    CHECK(csvField("plain text") == "plain text");
    CHECK(csvField("a,b") == "\"a,b\"");
    CHECK(csvField("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csvRow({"a", "", "c\nd"}) == "a,,\"c\nd\"\r\n");
    CHECK(csvRow({"", "b"}) == ",b\r\n");
    CHECK(csvNumber(0.1F) == "0.1");
    CHECK(csvNumber(1e-12) == "1e-12");
    CHECK(csvNumber(std::size_t{42}) == "42");
}

TEST_CASE("resources lie beside the folder of the program")
{
    CHECK(resourceFolder().filename() == "adaplens");
    CHECK(resourceFolder().parent_path().filename() == "share");
    CHECK(std::filesystem::exists(resourceFolder().parent_path().parent_path() / "bin"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/model/modelfolder_p.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <csignal>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

std::size_t entries(const fs::path &folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

void put(const fs::path &file, const std::string &text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

/// Two models of one shape: where files of both are mixed, it reads, and only labels and numbers tell.
struct Two {
    Two()
    {
        for (std::size_t i = 0; i < 2; ++i) {
            const TemporaryFolder folder;
            const std::string mark = std::to_string(i);
            writeTinyModel(folder.path(), {.labels = {"no " + mark, "yes " + mark}, .seed = 10 + i});
            models.push_back(readCheckpoint(folder.path()));
            twins.push_back(readCheckpoint(folder.path() / twinFolderName));
        }
    }
    /// Which of them the folder holds, whole; -1 where it holds neither.
    [[nodiscard]] int held(const fs::path &folder) const
    {
        const Checkpoint model = readCheckpoint(folder), twin = readCheckpoint(folder / twinFolderName);
        for (std::size_t i = 0; i < 2; ++i) {
            if (model.info.labels == models[i].info.labels && twin.info.labels == twins[i].info.labels &&
                at::equal(model.weights.classifier.weight, models[i].weights.classifier.weight) &&
                at::equal(twin.weights.classifier.weight, twins[i].weights.classifier.weight)) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }
    std::vector<Checkpoint> models, twins;
};

} // namespace

TEST_CASE("a kill at any moment leaves the old model or the new one")
{
    const TemporaryFolder parent;
    const fs::path folder = parent.path() / "model";
    const Two two;
    const auto write = [&](std::size_t which) {
        writeWithTwin(folder, two.models[which], two.twins[which], Storage::Float32);
    };
    write(1);
    const auto start = std::chrono::steady_clock::now();
    write(0);
    const auto duration = std::chrono::steady_clock::now() - start;
    std::mt19937 random(3);
    int seen[2] = {};
    for (int round = 0; round < 40; ++round) {
        const int before = two.held(folder);
        int written[2];
        REQUIRE(::pipe(written) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) { // writes one model over the other until it is killed, and tells of each
            for (std::size_t i = before == 0 ? 1 : 0;; ++i) {
                write(i % 2);
                if (::write(written[1], "w", 1) != 1) {
                    ::_exit(1);
                }
            }
        }
        // After up to two of them, however slow the machine is now, somewhere in the next one.
        for (auto whole = random() % 3; whole > 0; --whole) {
            char told = 0;
            REQUIRE(::read(written[0], &told, 1) == 1);
        }
        std::this_thread::sleep_for(duration * (random() % 1000) / 1000);
        REQUIRE(::kill(child, SIGKILL) == 0);
        REQUIRE(::waitpid(child, nullptr, 0) == child);
        ::close(written[0]);
        ::close(written[1]);
        const int found = two.held(folder);
        REQUIRE(found >= 0);
        ++seen[found];
    }
    CHECK(seen[0] > 0);
    CHECK(seen[1] > 0);
}

TEST_CASE("whoever opens a folder while it is written gets the old model or the new one")
{
    const TemporaryFolder parent;
    const fs::path folder = parent.path() / "model";
    const Two two;
    writeWithTwin(folder, two.models[0], two.twins[0], Storage::Float32);
    std::vector<std::vector<float>> expected;
    Encoding text;
    for (std::size_t i = 0; i < 2; ++i) {
        writeWithTwin(folder, two.models[i], two.twins[i], Storage::Float32);
        const auto classifier = Classifier::open(folder);
        text = classifier->encode("a good film", std::nullopt);
        expected.push_back(classifier->runBatch(std::span(&text, 1), Pass::Reduced)->front().logits);
    }
    std::jthread writer([&](std::stop_token stop) {
        for (std::size_t i = 0; !stop.stop_requested(); ++i) {
            writeWithTwin(folder, two.models[i % 2], two.twins[i % 2], Storage::Float32);
        }
    });
    int opened = 0;
    for (int i = 0; i < 30; ++i) {
        try {
            const auto classifier = Classifier::open(folder);
            const auto found = classifier->runBatch(std::span(&text, 1), Pass::Reduced)->front().logits;
            const std::size_t which = classifier->info().labels[0] == "no 0" ? 0 : 1;
            CHECK(found == expected[which]);
            ++opened;
        } catch (const Error &) { // a folder that changes all the time may be refused
        }
    }
    CHECK(opened > 0);
}

TEST_CASE("other files stay in a folder that is written to, what belonged to the old model goes")
{
    const TemporaryFolder parent;
    const fs::path folder = parent.path() / "model";
    writeTinyModel(folder);
    put(folder / "notes.txt", "mine");
    put(folder / "figures" / "one.svg", "<svg/>");
    put(folder / twinFolderName / "notes.txt", "the twin's");
    fs::create_symlink("notes.txt", folder / "link");
    fs::permissions(folder, fs::perms::owner_all);

    const Checkpoint model = readCheckpoint(folder);
    put(folder / "tokenizer.json", "{}");
    const auto checkKept = [&] {
        CHECK(content(folder / "notes.txt") == "mine");
        CHECK(content(folder / "figures" / "one.svg") == "<svg/>");
        CHECK(content(folder / twinFolderName / "notes.txt") == "the twin's");
        CHECK(fs::read_symlink(folder / "link") == "notes.txt");
        CHECK(fs::status(folder).permissions() == fs::perms::owner_all);
        CHECK_FALSE(fs::exists(folder / "tokenizer.json"));
        CHECK(entries(parent.path()) == 1);
    };
    writeCheckpoint(folder, model, Storage::Float32);
    checkKept();
    CHECK(readCheckpoint(folder).info.hasTwin);

    ModelFolderWriter writer(folder / "");
    writeModelFiles(writer.path(), writer.target(), model, Storage::Float32);
    writer.commit(ModelFolderWriter::Twin::Goes);
    CHECK_FALSE(fs::exists(folder / twinFolderName / "config.json"));
    CHECK_FALSE(readCheckpoint(folder).info.hasTwin);
}

TEST_CASE("a new folder that is given up leaves nothing, and what cannot be made is an error")
{
    const TemporaryFolder parent;
    {
        const ModelFolderWriter writer(parent.path() / "new" / "model");
        put(writer.path() / "config.json", "{}");
    }
    CHECK(entries(parent.path() / "new") == 0);
    put(parent.path() / "file", "x");
    CHECK_THROWS_WITH_AS(ModelFolderWriter(parent.path() / "file" / "model"), doctest::Contains("cannot be written"),
                         Error);
    fs::create_directory_symlink(parent.path() / "new", parent.path() / "link");
    writeTinyModel(parent.path() / "link" / "model");
    CHECK(fs::is_symlink(parent.path() / "link"));
    CHECK(readCheckpoint(parent.path() / "new" / "model").info.hasTwin);
}

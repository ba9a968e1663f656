// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/sweep/splits.h"
#include "core/sweep/sweepconfig.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

/// Names and files (or splits) of what is found: "dev=dev.tsv test=test.csv".
std::string found(const fs::path &path, const std::string &split = {})
{
    DataSource source;
    source.path = path;
    source.split = split;
    std::string text;
    for (const SweepSplit &part : splitsOf(source)) {
        text += (text.empty() ? "" : " ") + part.name + '=' + part.source.path.filename().string();
        text += part.source.split.empty() ? "" : ":" + part.source.split;
    }
    return text;
}

} // namespace

TEST_CASE("a folder's splits are found by what their files are called")
{
    const TemporaryFolder folder;
    const auto write = [&](const char *file) { writeFile(folder.path() / file, "a\tb\n"); };
    write("train.tsv");
    CHECK_THROWS_WITH_AS((void)found(folder.path()), doctest::Contains("--dev"), Error);
    write("test.csv");
    CHECK(found(folder.path()) == "test=test.csv");
    write("validation.jsonl");
    CHECK(found(folder.path()) == "dev=validation.jsonl test=test.csv");
    write("dev.tsv");
    CHECK(found(folder.path()) == "dev=dev.tsv test=test.csv");
    CHECK(found(folder.path() / "train.tsv") == "dev=train.tsv");
    CHECK(found(folder.path() / "train.tsv", "odd") == "odd=train.tsv:odd");
}

TEST_CASE("a split may be a folder of texts for each label")
{
    const TemporaryFolder folder;
    for (const char *label : {"test/pos", "test/neg", "train/pos"}) {
        fs::create_directories(folder.path() / label);
        writeFile(folder.path() / label / "0.txt", "A text.");
    }
    CHECK(found(folder.path()) == "test=test");
    DataSource source;
    source.path = folder.path();
    CHECK(readAll(splitsOf(source).front().source).size() == 2);
}

TEST_CASE("ERASER and HateXplain sets have val and test")
{
    const TemporaryFolder folder;
    const fs::path eraser = folder.path() / "eraser", posts = folder.path() / "posts";
    fs::create_directories(eraser / "docs");
    writeFile(eraser / "val.jsonl", "");
    CHECK(found(eraser) == "dev=eraser:val");
    writeFile(eraser / "test.jsonl", "");
    CHECK(found(eraser) == "dev=eraser:val test=eraser:test");
    CHECK(found(eraser, "train") == "train=eraser:train");
    writeFile(posts / "dataset.json", "");
    writeFile(posts / "post_id_divisions.json", "");
    CHECK(found(posts) == "dev=posts:val test=posts:test");
}

TEST_CASE("a configuration names models and trainings, and is refused where it cannot be")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "sweep.json";
    writeFile(file, R"({"models": [{"folder": "a", "knob": "phi", "value": 5e-4, "seed": 7},
                                   {"folder": "/b", "method": "distil", "title": "DistilBERT", "scales": [0.5, 2]}],
                        "train": [{"method": "adapler", "config": "t.json", "from": "runs/f", "place": "data",
                                   "knob": "phi", "values": [1e-4, 1e-3], "seeds": [1, 2]}]})");
    const SweepConfig config = readSweepConfig(file);
    REQUIRE(config.models.size() == 2);
    CHECK(config.models[0].folder == folder.path() / "a");
    CHECK(config.models[0].value == 5e-4);
    CHECK(config.models[0].seed == 7U);
    CHECK(config.models[1].folder == "/b");
    CHECK(config.models[1].title == "DistilBERT");
    CHECK(config.models[1].scales == std::vector<double>{0.5, 2});
    REQUIRE(config.train.size() == 1);
    CHECK(config.train[0].config == folder.path() / "t.json");
    CHECK(config.train[0].from == folder.path() / "runs" / "f");
    CHECK(config.train[0].values == std::vector<double>{1e-4, 1e-3});
    CHECK(config.train[0].seeds == std::vector<std::uint64_t>{1, 2});
    const auto refused = [&](const std::string &text, const char *part) {
        writeFile(file, text);
        CAPTURE(text);
        CHECK_THROWS_WITH_AS((void)readSweepConfig(file), doctest::Contains(part), Error);
        CHECK_THROWS_WITH_AS((void)readSweepConfig(file), doctest::Contains(file.c_str()), Error);
    };
    refused(R"({"model": []})", "models");
    refused(R"({"models": [{"method": "a"}]})", "folder");
    refused(R"({"models": [{"folder": "a", "knob": "phi"}]})", "value");
    refused(R"({"models": [{"folder": "a", "value": 1}]})", "knob");
    refused(R"({"models": [{"folder": "a", "scales": [0]}]})", "above 0");
    refused(R"({"train": [{"config": "a"}]})", "method");
    refused(R"({"train": [{"method": "a"}]})", "config");
    refused(R"({"train": [{"method": "a", "config": "b", "knob": "phi"}]})", "values");
    refused(R"({"train": [{"method": "a", "config": "b", "values": [1]}]})", "knob");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/sweep/sweep.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

/// A table with a point of each kind; the model lies beside the sweep's folder.
Sweep table(const fs::path &folder)
{
    SweepPoint point{.id = "adapler-eta-scale-0.5-dev", .method = "adapler", .title = "AdapLeR", .knob = "eta scale"};
    point.value = 0.5;
    point.seed = 7;
    point.split = "dev";
    point.status = PointStatus::Done;
    point.n = 872;
    point.accuracy = Interval{0.875, 0.85, 0.9, 0.95, 2000};
    point.difference = Interval{-0.01, -0.02, 0.005, 0.95, 2000};
    point.f1 = Interval{0.8, 0.7, 0.85, 0.95, 2000};
    point.f1Difference = Interval{-0.02, -0.03, 0.01, 0.95, 2000};
    point.speedupFlops = 1.75;
    point.speedupFlopsPadded = 3.5;
    point.speedupTime = Interval{1.5, 1.25, 1.625, 0.95, 2000};
    point.msPlain = 12.5;
    point.msReduced = 8.25;
    point.pieces = 25.5;
    point.kept = {20.25, 6.5};
    point.thresholds = {0.25, 0.5};
    point.model = folder / "runs" / "model";
    SweepPoint floor = point;
    floor.id = "random-at-adapler-eta-scale-0.5-dev";
    floor.method = "random";
    floor.title = "Random tokens";
    floor.budgetOf = point.id;
    SweepPoint test = point;
    test.id = "adapler-eta-scale-0.5-test";
    test.split = "test";
    test.n = 100;
    test.accuracy->mean = 0.86;
    SweepPoint failed{.id = "power-dev", .method = "power", .title = "PoWER-BERT", .split = "dev"};
    failed.status = PointStatus::Failed;
    failed.reason = "There is no file a|b.";
    SweepPoint missing{.id = "distil-dev", .method = "distil", .title = "distil", .split = "dev"};
    missing.reason = "No model of this method was named.";
    SweepPoint published{.id = "paper", .method = "power", .title = "PoWER-BERT", .split = "test"};
    published.status = PointStatus::Published;
    published.source = "README of PoWER-BERT; wall clock, K80, batch 128";
    published.accuracy = Interval{.mean = 0.921, .low = 0.921, .high = 0.921};
    published.speedupTime = Interval{.mean = 2.4, .low = 2.4, .high = 2.4};
    Sweep sweep{.data = "a, \"set\"", .f1Label = "positive", .maxLength = 64, .seed = 3};
    sweep.conditions = Conditions{.threads = 2, .batch = 32, .processor = "P", .libtorch = "1", .blas = "B"};
    sweep.points = {point, floor, test, failed, missing, published};
    return sweep;
}

bool same(const std::optional<Interval> &a, const std::optional<Interval> &b)
{
    return a.has_value() == b.has_value() && (!a || (a->mean == b->mean && a->low == b->low && a->high == b->high &&
                                                     a->level == b->level && a->resamples == b->resamples));
}

/// The first table of a Markdown text: [line][cell].
std::vector<std::vector<std::string>> cellsOf(const std::string &markdown)
{
    std::vector<std::vector<std::string>> result;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line) && line.starts_with('|');) {
        std::vector<std::string> &cells = result.emplace_back();
        for (std::size_t from = 2, bar = line.find(" |"); bar != std::string::npos; bar = line.find(" |", from)) {
            cells.push_back(line.substr(from, bar - from));
            from = bar + 3;
        }
    }
    return result;
}

} // namespace

TEST_CASE("a table of operating points reads back as it was written, from wherever its folder goes")
{
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "runs" / "sweep";
    const Sweep written = table(folder.path());
    writeFile(out / sweepFileName, toJson(written, out));
    const auto file = nlohmann::json::parse(toJson(written, out));
    CHECK(file["points"][0]["model"] == "../model");
    CHECK(file["points"][5]["accuracy"] == 0.921); // a number alone
    fs::rename(folder.path() / "runs", folder.path() / "moved");
    const Sweep read = readSweep(folder.path() / "moved" / "sweep");
    CHECK(read.data == written.data);
    CHECK(read.f1Label == "positive");
    CHECK(read.maxLength == 64);
    CHECK(read.seed == 3);
    CHECK(read.conditions->batch == 32);
    REQUIRE(read.points.size() == written.points.size());
    for (std::size_t i = 0; i < read.points.size(); ++i) {
        const SweepPoint &a = read.points[i], &b = written.points[i];
        CAPTURE(b.id);
        CHECK(a.id == b.id);
        CHECK(a.method == b.method);
        CHECK(a.title == b.title);
        CHECK(a.knob == b.knob);
        CHECK(a.value == b.value);
        CHECK(a.seed == b.seed);
        CHECK(a.budgetOf == b.budgetOf);
        CHECK(a.split == b.split);
        CHECK(a.status == b.status);
        CHECK(a.reason == b.reason);
        CHECK(a.source == b.source);
        CHECK(a.n == b.n);
        CHECK(same(a.accuracy, b.accuracy));
        CHECK(same(a.difference, b.difference));
        CHECK(same(a.f1, b.f1));
        CHECK(same(a.f1Difference, b.f1Difference));
        CHECK(a.speedupFlops == b.speedupFlops);
        CHECK(a.speedupFlopsPadded == b.speedupFlopsPadded);
        CHECK(same(a.speedupTime, b.speedupTime));
        CHECK(a.msPlain == b.msPlain);
        CHECK(a.msReduced == b.msReduced);
        CHECK(a.pieces == b.pieces);
        CHECK(a.kept == b.kept);
        CHECK(a.thresholds == b.thresholds);
    }
    CHECK(read.points[0].model == folder.path() / "moved" / "model");
    CHECK(read.points[3].model.empty());
}

TEST_CASE("a file that is no such table is refused by name, with the remedy")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "other.json";
    const auto refused = [&](const std::string &text, const char *part) {
        writeFile(file, text);
        CHECK_THROWS_WITH_AS((void)readSweep(file), doctest::Contains(part), Error);
        if (text.find("twice") == std::string::npos) {
            CHECK_THROWS_WITH_AS((void)readSweep(file), doctest::Contains("adaplens-cli sweep"), Error);
        }
        CHECK_THROWS_WITH_AS((void)readSweep(file), doctest::Contains(file.c_str()), Error);
    };
    const std::string head = R"({"schema": "adaplens.sweep/1", "data": "d", "points": [)";
    const std::string point = R"({"id": "twice", "method": "m", "title": "t", "split": "dev", "status": "not run")";
    refused("[]", "one object");
    refused(R"({"schema": "adaplens.sweep/9", "data": "d", "points": []})", "adaplens.sweep/9");
    refused(head + R"({"id": "a"}]})", "method");
    refused(head + R"({"id": "a", "method": "m", "title": "t", "split": "dev", "status": "perhaps"}]})", "perhaps");
    const std::string begin = R"({"id": "a", "method": "m", "title": "t", "split": "dev", "status": "done", )";
    refused(head + begin + R"("accuracy": "good"}]})", "accuracy");
    refused(head + begin + R"("accuracy": {"mean": 1}}]})", "low");
    refused(head + begin + R"("accuracy": {"mean": 1, "low": 2, "high": 1, "level": 0.9, "resamples": 3}}]})", "ends");
    refused(head + begin + R"("speedup_flops": 0}]})", "above 0");
    refused(head + begin + R"("speedup_time": -2}]})", "above 0");
    refused(head + point + "}, " + point + "}]}", "two points with the id");
    CHECK_THROWS_WITH_AS((void)readSweep(folder.path()), doctest::Contains("sweep.json"), Error);
    writeFile(file, head + "]}");
    CHECK(readSweep(file).points.empty());
}

TEST_CASE("CSV has a line for each point, Markdown one for each setting with its splits side by side")
{
    const Sweep sweep = table("/models");
    const std::string csv = toCsv(sweep);
    CHECK(std::ranges::count(csv, '\n') == 7);
    const auto line = [&](std::size_t number) {
        std::istringstream stream(csv);
        std::string text;
        for (std::size_t i = 0; i <= number; ++i) {
            std::getline(stream, text);
        }
        return text;
    };
    CHECK(line(1) ==
          "\"a, \"\"set\"\"\",adapler-eta-scale-0.5-dev,adapler,AdapLeR,eta scale,0.5,7,,dev,done,,,872,0.875,0.85,0.9,"
          "-0.01,-0.02,0.005,0.8,0.7,0.85,-0.02,-0.03,0.01,1.75,3.5,1.5,1.25,1.625,12.5,8.25,25.5,20.25 6.5,cpu,2,32,"
          "float32,/models/runs/model\r");
    CHECK(line(4).find("failed,There is no file a|b.,,,,") != std::string::npos);
    CHECK(line(6).find("\",,0.921,,,") != std::string::npos); // no interval
    CHECK(line(6).find("cpu") == std::string::npos);
    const auto commas = std::ranges::count(line(0), ',');
    for (std::size_t i = 2; i < 6; ++i) { // the name of the set holds one more, here as everywhere
        CHECK(std::ranges::count(line(i), ',') == commas + 1);
    }

    const auto cells = cellsOf(toMarkdown(sweep));
    REQUIRE(cells.size() == 2 + 5);
    for (const auto &row : cells) {
        CHECK(row.size() == cells[0].size());
    }
    CHECK(cells[2][0] == "AdapLeR");
    CHECK(cells[2][1] == "eta scale 0.5");
    CHECK(cells[2][4] == "0.8750 [0.8500, 0.9000]");
    CHECK(cells[2][5] == "0.8000 [0.7000, 0.8500]");
    CHECK(cells[2][6] == "1.75x");
    CHECK(cells[2][7] == "3.50x");
    CHECK(cells[2][8] == "1.50x [1.25, 1.62]");
    CHECK(cells[2][9] == "20.2 6.5 of 25.5");
    CHECK(cells[2][10] == "100"); // test, beside dev
    CHECK(cells[2][11] == "0.8600 [0.8500, 0.9000]");
    CHECK(cells[2].back() == "done");
    CHECK(cells[4].back() == "failed: There is no file a\\|b.");
    CHECK(cells[5].back() == "not run: No model of this method was named.");
    CHECK(cells[6].back().starts_with("published: README"));
    CHECK(cells[6][11] == "0.9210");
    CHECK(toMarkdown(sweep).find("seed 3") != std::string::npos);
    CHECK(toMarkdown(sweep).find("2 threads, batches of 32") != std::string::npos);
}

TEST_CASE("the front holds what no other point beats")
{
    const auto at = [](double speed, double accuracy) {
        SweepPoint point;
        point.speedupFlops = speed;
        point.accuracy = Interval{.mean = accuracy};
        return point;
    };
    SweepPoint without, slow = at(1, 0.95);
    slow.speedupTime = Interval{.mean = 9};
    slow.f1 = Interval{.mean = 0.5};
    const std::vector<SweepPoint> points = {at(3, 0.8), without,    at(2, 0.9), slow,       at(2.5, 0.8),
                                            at(2, 0.9), at(3, 0.7), at(1, 0.9), at(5, 0.8), at(1.5, 0.9)};
    const auto front = paretoFront(points, SpeedAxis::Flops, ScoreAxis::Accuracy);
    CHECK(front == std::vector<std::size_t>{3, 5, 2, 8}); // two equal ones both stand there
    CHECK(paretoFront(points, SpeedAxis::Time, ScoreAxis::F1) == std::vector<std::size_t>{3});
    CHECK(paretoFront(points, SpeedAxis::FlopsPadded, ScoreAxis::Accuracy).empty());
    CHECK(paretoFront({}, SpeedAxis::Flops, ScoreAxis::Accuracy).empty());
}

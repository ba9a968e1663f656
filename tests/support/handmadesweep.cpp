// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadesweep.h"

#include <tuple>
#include <utility>

namespace adaplens::test {

namespace {

Interval around(double mean, double half)
{
    return {mean, mean - half, mean + half, 0.95, 2000};
}

SweepPoint measured(std::string id, std::string method, std::string title, double accuracy, double speedup)
{
    SweepPoint point{.id = std::move(id), .method = std::move(method), .title = std::move(title), .split = "dev"};
    point.status = PointStatus::Done;
    point.n = 872;
    point.accuracy = around(accuracy, 0.0211);
    point.difference = around(accuracy - 0.9, 0.0101);
    point.f1 = around(accuracy - 0.05, 0.03);
    point.speedupFlops = speedup;
    point.speedupFlopsPadded = 2 * speedup;
    point.speedupTime = around(1 + (speedup - 1) * 0.75, 0.0625);
    point.msPlain = 12.5;
    point.msReduced = 12.5 / point.speedupTime->mean;
    point.pieces = 25.25;
    point.kept = {20.25 / speedup, 6.5 / speedup};
    return point;
}

SweepPoint published(std::string method, std::string title, double accuracy, std::string split)
{
    SweepPoint point{.id = method + "-paper", .method = method, .title = std::move(title), .split = std::move(split)};
    point.status = PointStatus::Published;
    point.source = "README of <" + point.title + ">; BERT-base";
    point.accuracy = Interval{.mean = accuracy, .low = accuracy, .high = accuracy};
    return point;
}

} // namespace

Sweep handMadeSweep(const std::filesystem::path &folder, const std::string &data)
{
    Sweep sweep{.data = data, .f1Label = "positive", .maxLength = 64, .seed = 3};
    sweep.conditions = Conditions{.threads = 2, .batch = 32, .processor = "A processor", .libtorch = "1", .blas = "B"};
    SweepPoint bert = measured("bert-dev", "bert", "BERT", 0.9, 1);
    bert.model = folder / "bert";
    sweep.points.push_back(bert);
    for (const auto &[scale, accuracy, speedup] :
         {std::tuple(0.5, 0.895, 1.25), std::tuple(1.0, 0.88, 1.75), std::tuple(2.0, 0.87, 1.5)}) {
        const std::string name = scale == 1 ? "1" : scale < 1 ? "0.5" : "2";
        SweepPoint point = measured("adapler-" + name + "-dev", "adapler", "AdapLeR", accuracy, speedup);
        point.knob = "eta scale";
        point.value = scale;
        point.seed = 7;
        point.thresholds = {0.25 * scale, 0.5 * scale, 0.125 * scale};
        point.model = folder / "adapler";
        sweep.points.push_back(point);
    }
    SweepPoint test = sweep.points[2];
    test.id = "adapler-1-test";
    test.split = "test";
    test.n = 1821;
    test.accuracy = around(0.86, 0.0211);
    sweep.points.push_back(test);
    SweepPoint floor = measured("random-at-adapler-1-dev", "random", "Random tokens", 0.8, 1.75);
    floor.budgetOf = "adapler-1-dev";
    floor.model = folder / "bert";
    sweep.points.push_back(floor);
    SweepPoint failed{.id = "power-dev", .method = "power", .title = "PoWER-BERT", .split = "dev"};
    failed.status = PointStatus::Failed;
    failed.reason = "There is no file model.safetensors.";
    sweep.points.push_back(failed);
    SweepPoint missing{.id = "distil-dev", .method = "distil", .title = "DistilBERT", .split = "dev"};
    missing.reason = "No model of this method was named.";
    sweep.points.push_back(missing);
    return sweep;
}

Sweep handMadePublished(const std::string &data)
{
    Sweep sweep{.data = data};
    sweep.points = {published("power", "PoWER-BERT", 0.921, "test"), published("top", "ToP", 0.934, "dev")};
    sweep.points[0].speedupTime = Interval{.mean = 2.4, .low = 2.4, .high = 2.4};
    sweep.points[1].speedupFlopsPadded = 4.66;
    return sweep;
}

} // namespace adaplens::test

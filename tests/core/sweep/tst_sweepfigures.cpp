// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/figures_p.h"

#include <doctest/doctest.h>

using namespace adaplens;

namespace {

/// Five examples of class 1, five of class 0; the plain model errs on two, the model on three others.
std::vector<Answer> answers()
{
    return {{1, 1, 1}, {1, 1, 1}, {1, 1, 0}, {1, 0, 1}, {1, 1, 1},
            {0, 0, 1}, {0, 0, 1}, {0, 1, 0}, {0, 0, 0}, {0, 0, 0}};
}

} // namespace

TEST_CASE("F1 is that of the confusion, for the model and ahead of the plain one")
{
    const F1 f1 = f1Of(answers(), 1, {.resamples = 4000, .seed = 1});
    CHECK(f1.model.mean == doctest::Approx(2.0 * 4 / (5 + 6)));
    CHECK(f1.difference.mean == doctest::Approx(2.0 * 4 / (5 + 6) - 2.0 * 4 / (5 + 5)));
    CHECK(f1.model.low < f1.model.mean);
    CHECK(f1.model.high > f1.model.mean);
    CHECK(f1.model.low > 0.2);
    CHECK(f1.model.high <= 1);
    CHECK(f1.difference.low < 0);
    CHECK(f1.difference.high > 0);
    CHECK(f1.model.resamples == 4000);
    const F1 other = f1Of(answers(), 0, {.resamples = 10});
    CHECK(other.model.mean == doctest::Approx(2.0 * 3 / (5 + 4)));
    CHECK(f1Of(answers(), 7, {.resamples = 10}).model.mean == 0); // neither gold nor answered
    CHECK(f1Of({}, 1, {.resamples = 10}).model.mean == 0);

    // Many alike: the interval is narrow, and the difference's narrower than two single ones' would be.
    std::vector<Answer> many;
    for (int i = 0; i < 100; ++i) {
        for (const Answer &answer : answers()) {
            many.push_back(answer);
        }
    }
    const F1 narrow = f1Of(many, 1, {.resamples = 1000});
    CHECK(narrow.model.high - narrow.model.low < 0.06);
    CHECK(narrow.model.mean == doctest::Approx(f1.model.mean));
}

TEST_CASE("the speed-up by the clock is a ratio of sums with a spread over batches")
{
    const std::vector<BatchTime> times = {{10, 5}, {20, 5}, {30, 20}};
    const Interval speedup = speedupOf(times, {.resamples = 2000});
    CHECK(speedup.mean == 2.0);
    CHECK(speedup.low >= 1.5);
    CHECK(speedup.low < 2.0);
    CHECK(speedup.high <= 4.0);
    CHECK(speedup.high > 2.0);
    const Interval one = speedupOf(std::span(times).first(1), {});
    CHECK(one.mean == 2.0);
    CHECK(one.resamples == 0); // a number alone
    const Interval even = speedupOf(std::vector<BatchTime>{{4, 2}, {8, 4}}, {.resamples = 100});
    CHECK(even.low == 2);
    CHECK(even.high == 2);
}

TEST_CASE("a point and its floor hold the figures of the evaluation")
{
    Evaluation evaluation;
    evaluation.n = 10;
    evaluation.answers = answers();
    evaluation.flopsPlain = 100;
    evaluation.flopsReduced = 40;
    evaluation.padded.plain = 300;
    evaluation.padded.reduced = 50;
    evaluation.times = {{30, 10}, {30, 20}};
    evaluation.msPlain = 60;
    evaluation.msReduced = 30;
    evaluation.pieces = 12;
    evaluation.keptPerLayer = {8, 4};
    FloorEvaluation floor;
    floor.flops = 50;
    floor.flopsPadded = 100;
    floor.ms = 15;
    floor.times = {{30, 5}, {30, 10}};
    floor.keptPerLayer = {8, 3};
    floor.answers = std::vector<Answer>(10, {1, 1, 1});
    floor.answers[0].model = 0;
    SweepPoint point, floorPoint;
    point.reason = "The sweep has not come to it.";
    fillPoint(point, evaluation, {.f1Class = 1, .bootstrap = {.resamples = 500}});
    CHECK(point.status == PointStatus::Done);
    CHECK(point.reason.empty());
    CHECK(point.n == 10);
    CHECK(point.accuracy->mean == doctest::Approx(0.7));
    CHECK(point.accuracy->low < 0.7);
    CHECK(point.accuracy->resamples == 500);
    CHECK(point.difference->mean == doctest::Approx(-0.1));
    CHECK(point.f1->mean == doctest::Approx(8.0 / 11));
    CHECK(point.f1Difference->mean == doctest::Approx(8.0 / 11 - 0.8));
    CHECK(point.speedupFlops == 2.5);
    CHECK(point.speedupFlopsPadded == 6);
    CHECK(point.speedupTime->mean == 2);
    CHECK(point.msPlain == 6);
    CHECK(point.msReduced == 3);
    CHECK(point.pieces == 12);
    CHECK(point.kept == std::vector<double>{8, 4});
    fillFloorPoint(floorPoint, evaluation, floor, {.f1Class = std::nullopt, .bootstrap = {.resamples = 500}});
    CHECK(floorPoint.status == PointStatus::Done);
    CHECK(floorPoint.accuracy->mean == doctest::Approx(0.9));
    CHECK(floorPoint.difference->mean == doctest::Approx(-0.1));
    CHECK_FALSE(floorPoint.f1);
    CHECK(floorPoint.speedupFlops == 2);
    CHECK(floorPoint.speedupFlopsPadded == 3);
    CHECK(floorPoint.speedupTime->mean == 4);
    CHECK(floorPoint.msPlain == 6);
    CHECK(floorPoint.msReduced == 1.5);
    CHECK(floorPoint.kept == std::vector<double>{8, 3});
    CHECK(floorPoint.pieces == 12);
}

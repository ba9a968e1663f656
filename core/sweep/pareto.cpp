// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep.h"

#include <algorithm>

namespace adaplens {

std::optional<double> speedOf(const SweepPoint &point, SpeedAxis axis)
{
    switch (axis) {
    case SpeedAxis::FlopsPadded:
        return point.speedupFlopsPadded;
    case SpeedAxis::Time:
        return point.speedupTime ? std::optional(point.speedupTime->mean) : std::nullopt;
    case SpeedAxis::Flops:
        break;
    }
    return point.speedupFlops;
}

std::optional<double> scoreOf(const SweepPoint &point, ScoreAxis axis)
{
    const std::optional<Interval> &score = axis == ScoreAxis::F1 ? point.f1 : point.accuracy;
    return score ? std::optional(score->mean) : std::nullopt;
}

std::vector<std::size_t> paretoFront(std::span<const SweepPoint> points, SpeedAxis speed, ScoreAxis score)
{
    struct Place {
        std::size_t index = 0;
        double speed = 0, score = 0;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto x = speedOf(points[i], speed), y = scoreOf(points[i], score);
        if (x && y) {
            places.push_back({i, *x, *y});
        }
    }
    // From fast to slow: a point stands on the front where it is better than all that are faster.
    std::ranges::stable_sort(places, [](const Place &a, const Place &b) {
        return a.speed != b.speed ? a.speed > b.speed : a.score > b.score;
    });
    std::vector<std::size_t> front;
    const Place *last = nullptr;
    for (const Place &place : places) {
        const bool same = last != nullptr && place.speed == last->speed && place.score == last->score;
        if (last == nullptr || place.score > last->score || same) {
            front.push_back(place.index);
            last = &place;
        }
    }
    std::ranges::reverse(front);
    return front;
}

} // namespace adaplens

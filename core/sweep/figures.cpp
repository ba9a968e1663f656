// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/figures_p.h"

#include <vector>

namespace adaplens {

namespace {

/// Counts of a class.
struct Counts {
    double right = 0, gold = 0, answered = 0;

    void add(bool isGold, bool isAnswered, double times)
    {
        right += isGold && isAnswered ? times : 0;
        gold += isGold ? times : 0;
        answered += isAnswered ? times : 0;
    }
    [[nodiscard]] double f1() const { return gold + answered > 0 ? 2 * right / (gold + answered) : 0.0; }
};

double ratio(double slow, double fast)
{
    return fast > 0 ? slow / fast : 1.0;
}

/// What is read from single answers.
void fillScores(SweepPoint &point, std::span<const Answer> answers, const FigureOptions &options)
{
    std::vector<double> right, difference;
    for (const Answer &answer : answers) {
        right.push_back(answer.model == answer.gold ? 1 : 0);
        difference.push_back(right.back() - (answer.plain == answer.gold ? 1 : 0));
    }
    point.n = answers.size();
    point.accuracy = bootstrapMean(right, options.bootstrap);
    point.difference = bootstrapMean(difference, options.bootstrap);
    if (options.f1Class) {
        const F1 f1 = f1Of(answers, *options.f1Class, options.bootstrap);
        point.f1 = f1.model;
        point.f1Difference = f1.difference;
    }
}

} // namespace

F1 f1Of(std::span<const Answer> answers, std::size_t label, const BootstrapOptions &bootstrap)
{
    const auto figures = [&](auto timesOf) {
        Counts model, plain;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const Answer &answer = answers[i];
            model.add(answer.gold == label, answer.model == label, timesOf(i));
            plain.add(answer.gold == label, answer.plain == label, timesOf(i));
        }
        return std::pair(model.f1(), model.f1() - plain.f1());
    };
    const auto [f1, ahead] = figures([](std::size_t) { return 1.0; });
    std::vector<double> drawn, drawnAhead;
    if (!answers.empty()) {
        forEachResample(answers.size(), bootstrap, [&](std::span<const std::uint32_t> times) {
            const auto [one, other] = figures([&](std::size_t i) { return static_cast<double>(times[i]); });
            drawn.push_back(one);
            drawnAhead.push_back(other);
        });
    }
    return {percentileInterval(f1, std::move(drawn), bootstrap.level),
            percentileInterval(ahead, std::move(drawnAhead), bootstrap.level)};
}

Interval speedupOf(std::span<const BatchTime> times, const BootstrapOptions &bootstrap)
{
    const auto speedup = [&](auto timesOf) {
        double plain = 0, model = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            plain += times[i].plain * timesOf(i);
            model += times[i].model * timesOf(i);
        }
        return ratio(plain, model);
    };
    std::vector<double> drawn;
    if (times.size() > 1) {
        forEachResample(times.size(), bootstrap, [&](std::span<const std::uint32_t> chosen) {
            drawn.push_back(speedup([&](std::size_t i) { return static_cast<double>(chosen[i]); }));
        });
    }
    return percentileInterval(speedup([](std::size_t) { return 1.0; }), std::move(drawn), bootstrap.level);
}

void fillPoint(SweepPoint &point, const Evaluation &evaluation, const FigureOptions &options)
{
    fillScores(point, evaluation.answers, options);
    point.status = PointStatus::Done;
    point.reason.clear();
    point.speedupFlops = evaluation.speedup();
    point.speedupFlopsPadded = evaluation.speedupPadded();
    point.speedupTime = speedupOf(evaluation.times, options.bootstrap);
    point.msPlain = evaluation.msPlain / static_cast<double>(evaluation.n);
    point.msReduced = evaluation.msReduced / static_cast<double>(evaluation.n);
    point.pieces = evaluation.pieces;
    point.kept = evaluation.keptPerLayer;
}

void fillFloorPoint(SweepPoint &point, const Evaluation &evaluation, const FloorEvaluation &floor,
                    const FigureOptions &options)
{
    fillScores(point, floor.answers, options);
    point.status = PointStatus::Done;
    point.reason.clear();
    point.speedupFlops = ratio(evaluation.flopsPlain, floor.flops);
    point.speedupFlopsPadded = ratio(evaluation.padded.plain, floor.flopsPadded);
    point.speedupTime = speedupOf(floor.times, options.bootstrap);
    point.msPlain = evaluation.msPlain / static_cast<double>(evaluation.n);
    point.msReduced = floor.ms / static_cast<double>(evaluation.n);
    point.pieces = evaluation.pieces;
    point.kept = floor.keptPerLayer;
}

} // namespace adaplens

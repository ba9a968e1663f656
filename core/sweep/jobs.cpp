// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/jobs_p.h"

#include "core/reduction/rule_p.h"

namespace adaplens {

namespace {

SweepPoint pointOf(const PlannedModel &model, const std::optional<double> &scale, const std::string &split)
{
    SweepPoint point{.id = model.name,
                     .method = model.method,
                     .title = model.title,
                     .knob = model.knob,
                     .value = model.value,
                     .seed = model.seed,
                     .split = split,
                     .status = model.without,
                     .reason = model.problem.empty() ? "The sweep has not come to it." : model.problem,
                     .model = model.folder};
    if (scale) {
        point.id += "-scale-" + shortNumber(*scale);
        point.knob = model.value ? model.knob + ' ' + shortNumber(*model.value) + ", scale" : "scale";
        point.value = scale;
    }
    point.id += '-' + inFileName(split);
    return point;
}

SweepPoint floorPointOf(const SweepPoint &base, const std::string &floor)
{
    SweepPoint point = base;
    point.id = floor + "-at-" + base.id;
    point.method = floor;
    point.title = ruleNamed(floor)->names().title.english();
    point.knob = "budget of " + base.title + (base.knob.empty() ? "" : ", " + base.knob);
    point.budgetOf = base.id;
    return point;
}

} // namespace

std::vector<std::size_t> SweepJob::points() const
{
    std::vector<std::size_t> result = floors;
    if (point) {
        result.insert(result.begin(), *point);
    }
    return result;
}

std::vector<SweepJob> jobsOf(const PlannedModel &model, const std::vector<std::string> &floors,
                             const std::vector<SweepSplit> &splits, const SweepSettings &settings,
                             std::vector<SweepPoint> &points)
{
    std::vector<std::optional<double>> scales(model.scales.begin(), model.scales.end());
    if (scales.empty()) {
        scales.emplace_back();
    }
    std::vector<SweepJob> jobs;
    for (const auto &scale : scales) {
        for (const SweepSplit &split : splits) {
            SweepJob job{.scale = scale, .split = split.name};
            const SweepPoint own = pointOf(model, scale, split.name);
            if (model.wanted) {
                job.point = points.size();
                points.push_back(own);
            }
            for (std::size_t f = 0; model.withFloors && f < floors.size(); ++f) {
                job.floors.push_back(points.size());
                points.push_back(floorPointOf(own, floors[f]));
            }
            const std::size_t passes = (model.method == plainMethod ? 1 : 2) + job.floors.size();
            job.work = passes * settings.splits.at(split.name).examples;
            jobs.push_back(std::move(job));
        }
    }
    return jobs;
}

} // namespace adaplens

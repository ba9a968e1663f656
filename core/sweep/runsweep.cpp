// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/runsweep.h"

#include "core/data/examplekey.h"
#include "core/error.h"
#include "core/io/hash.h"
#include "core/measure/timing.h"
#include "core/model/identity.h"
#include "core/stopped_p.h"
#include "core/sweep/figures_p.h"
#include "core/sweep/jobs_p.h"
#include "core/sweep/trainedmodels_p.h"

#include <algorithm>
#include <map>
#include <memory>

namespace adaplens {

namespace {

SweepSettings::Split lookedThrough(const SweepSplit &split, const std::stop_token &stop)
{
    SweepSettings::Split result;
    Hash hash;
    const std::unique_ptr<Reader> reader = openReader(split.source);
    while (const auto example = reader->next()) {
        stopIfAsked(stop);
        hash.number(keyOf(*example));
        ++result.examples;
    }
    if (result.examples == 0) {
        throw Error("The split “%1” holds no example with a label, so there is nothing to measure on.", split.name);
    }
    result.key = hash.value();
    return result;
}

SweepSettings settingsOf(const SweepOptions &options, const std::stop_token &stop)
{
    if (options.splits.empty()) {
        throw Error("No data were named, so there is nothing to measure on.");
    }
    SweepSettings settings{.data = options.data,
                           .f1Label = options.f1Label,
                           .protocol = options.protocol,
                           .maxLength = options.maxLength,
                           .seed = options.bootstrap.seed,
                           .resamples = options.bootstrap.resamples,
                           .conditions = conditionsHere(usable(options.precision), options.batch)};
    for (const SweepSplit &split : options.splits) {
        settings.splits[split.name] = lookedThrough(split, stop);
    }
    return settings;
}

/// The gentlest of a model's scales that gives the same thresholds as this one.
double gentlestLike(const Classifier &classifier, const std::vector<double> &scales, double scale)
{
    const std::vector<double> thresholds = classifier.scaled(scale)->thresholds();
    double result = scale;
    for (const double other : scales) {
        if (other < result && classifier.scaled(other)->thresholds() == thresholds) {
            result = other;
        }
    }
    return result;
}

/// One sweep under way.
class SweepRun {
public:
    SweepRun(const SweepOptions &options, std::stop_token stop)
        : m_options(options),
          m_stop(std::move(stop)),
          m_models(planOf(options)),
          m_floors(floorsOf(options)),
          m_settings(settingsOf(options, m_stop)),
          m_folder(options.out, m_settings, options.restart)
    {
        m_sweep = {.data = options.data,
                   .f1Label = options.f1Label,
                   .protocol = options.protocol,
                   .maxLength = options.maxLength,
                   .seed = options.bootstrap.seed,
                   .conditions = m_settings.conditions};
    }

    Sweep run()
    {
        std::vector<std::vector<SweepJob>> jobs;
        for (const PlannedModel &model : m_models) {
            jobs.push_back(jobsOf(model, m_floors, m_options.splits, m_settings, m_sweep.points));
            readFinished(model, jobs.back());
            for (const SweepJob &job : jobs.back()) {
                m_total += job.work;
            }
            m_trainings += model.training != nullptr && !jobs.back().empty() ? 1 : 0;
        }
        m_folder.writeTables(m_sweep);
        // The plain model may be the twin of one that is trained before.
        for (const bool plain : {false, true}) {
            for (std::size_t m = 0; m < m_models.size(); ++m) {
                if (plain == (m_models[m].method == plainMethod) && !jobs[m].empty()) {
                    measure(m_models[m], jobs[m]);
                    m_folder.writeTables(m_sweep);
                }
            }
        }
        return std::move(m_sweep);
    }

private:
    /// Takes what an earlier call has measured; the jobs that are whole go, as those do that cannot be done.
    void readFinished(const PlannedModel &model, std::vector<SweepJob> &jobs)
    {
        std::erase_if(jobs, [&](const SweepJob &job) {
            bool whole = true;
            for (const std::size_t index : job.points()) {
                SweepPoint &point = m_sweep.points[index];
                if (model.problem.empty() && m_folder.has(point.id)) {
                    point = m_folder.read(point.id, fingerprint(model.folder));
                } else {
                    whole = whole && !model.problem.empty();
                }
            }
            return whole;
        });
    }

    std::uint64_t fingerprint(const std::filesystem::path &folder)
    {
        const auto known = m_fingerprints.find(folder);
        return known != m_fingerprints.end() ? known->second
                                             : m_fingerprints.emplace(folder, fingerprintOf(folder)).first->second;
    }

    void leave(const SweepJob &job, PointStatus status, const std::string &reason)
    {
        for (const std::size_t index : job.points()) {
            m_sweep.points[index].status = status;
            m_sweep.points[index].reason = reason;
        }
    }

    /// Runs the jobs of a model. What fails is said by its points.
    void measure(const PlannedModel &model, const std::vector<SweepJob> &jobs)
    {
        std::unique_ptr<Classifier> classifier;
        try {
            classifier = opened(model);
        } catch (const Error &error) {
            for (const SweepJob &job : jobs) {
                leave(job, PointStatus::Failed, error.what());
            }
        }
        m_trainings -= model.training != nullptr ? 1 : 0;
        for (const SweepJob &job : jobs) {
            if (classifier) {
                measure(model, *classifier, job);
            }
            m_done += job.work;
        }
    }

    [[nodiscard]] std::unique_ptr<Classifier> opened(const PlannedModel &model) const
    {
        if (model.training != nullptr) {
            trainModel(model, m_options.out, m_options.progress, m_stop);
        }
        auto classifier = Classifier::open(model.folder, m_options.precision);
        const ModelInfo &info = classifier->info();
        if (!info.adaptive && !info.hasTwin && model.method != plainMethod) {
            throw Error("Model %1 drops no tokens and has no plain twin beside it (plain/) to be compared with.",
                        model.folder.string());
        }
        return classifier;
    }

    void measure(const PlannedModel &model, const Classifier &classifier, const SweepJob &job)
    {
        if (job.scale) {
            const double gentlest = gentlestLike(classifier, model.scales, *job.scale);
            if (gentlest != *job.scale) {
                leave(job, PointStatus::NotRun,
                      "The thresholds are those of scale " + shortNumber(gentlest) + ": their range ends there.");
                return;
            }
        }
        double seconds = 0;
        try {
            const std::unique_ptr<Classifier> measured =
                job.scale ? classifier.scaled(*job.scale) : Classifier::open(model.folder, m_options.precision);
            const Evaluation evaluation = evaluated(*measured, job);
            fill(job, evaluation, measured->thresholds());
            seconds = evaluation.conditions.seconds;
        } catch (const Error &error) {
            leave(job, PointStatus::Failed, error.what());
            return;
        }
        m_seconds += seconds;
        keep(job, model, seconds);
    }

    Evaluation evaluated(Classifier &classifier, const SweepJob &job)
    {
        const SweepSplit &split = *std::ranges::find(m_options.splits, job.split, &SweepSplit::name);
        const Stopwatch watch;
        EvaluateOptions how{.protocol = m_options.protocol,
                            .maxLength = m_options.maxLength,
                            .batch = m_options.batch,
                            .total = m_settings.splits.at(job.split).examples,
                            .floors = job.floors.empty() ? std::vector<std::string>() : m_floors,
                            .floorSeed = m_options.bootstrap.seed,
                            .unreduced = false,
                            .bootstrap = m_options.bootstrap};
        how.progress = [&](const EvaluationProgress &at) {
            if (m_options.progress) {
                const std::size_t done = m_done + job.work * at.done / at.total;
                m_options.progress({m_sweep.points[job.points().front()].id, done, m_total,
                                    left(done, m_seconds + watch.milliseconds() / 1000)});
            }
        };
        const std::unique_ptr<Reader> reader = openReader(split.source);
        return orStop(evaluate(classifier, *reader, how, m_stop));
    }

    /// By the pace so far; empty where models have to be trained yet.
    [[nodiscard]] std::optional<double> left(std::size_t done, double seconds) const
    {
        if (m_trainings > 0 || done == 0) {
            return std::nullopt;
        }
        return seconds / static_cast<double>(done) * static_cast<double>(m_total - done);
    }

    void fill(const SweepJob &job, const Evaluation &evaluation, const std::vector<double> &thresholds)
    {
        FigureOptions how{.f1Class = std::nullopt, .bootstrap = m_options.bootstrap};
        if (!m_options.f1Label.empty()) {
            how.f1Class = mapLabel(m_options.f1Label, evaluation.labels);
        }
        if (job.point) {
            SweepPoint &point = m_sweep.points[*job.point];
            fillPoint(point, evaluation, how);
            point.thresholds = thresholds;
        }
        for (std::size_t f = 0; f < job.floors.size(); ++f) {
            fillFloorPoint(m_sweep.points[job.floors[f]], evaluation, evaluation.floors[f], how);
        }
    }

    /// Writes the points of a job, and the tables with them.
    void keep(const SweepJob &job, const PlannedModel &model, double seconds)
    {
        for (const std::size_t index : job.points()) {
            m_folder.write(m_sweep.points[index], fingerprint(model.folder), seconds);
            seconds = 0; // they were measured together
        }
        m_folder.writeTables(m_sweep);
    }

    const SweepOptions &m_options;
    std::stop_token m_stop;
    std::vector<PlannedModel> m_models;
    std::vector<std::string> m_floors; ///< those asked for
    SweepSettings m_settings;
    SweepFolder m_folder;
    Sweep m_sweep;
    std::map<std::filesystem::path, std::uint64_t> m_fingerprints;
    std::size_t m_done = 0, m_total = 0; ///< passes over examples, of this call
    std::size_t m_trainings = 0;         ///< models that may have to be trained yet
    double m_seconds = 0;                ///< of the evaluations done
};

} // namespace

std::optional<Sweep> runSweep(const SweepOptions &options, std::stop_token stop)
{
    return stoppable([&] { return SweepRun(options, std::move(stop)).run(); });
}

} // namespace adaplens

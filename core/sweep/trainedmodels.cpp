// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/trainedmodels_p.h"

#include "core/io/csv.h"
#include "core/io/jsonbinder_p.h"
#include "core/machine/runtime.h"
#include "core/stopped_p.h"
#include "core/train/train.h"

#include <algorithm>
#include <system_error>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

std::string jsonOf(const fs::path &path)
{
    return OrderedJson(fs::absolute(path).lexically_normal().string()).dump();
}

bool isThere(const fs::path &path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// Puts the threads back to what they were: a training run sets its own.
class KeptThreads {
public:
    KeptThreads() = default;
    ~KeptThreads() { setThreads(m_threads); }
    KeptThreads(const KeptThreads &) = delete;
    KeptThreads &operator=(const KeptThreads &) = delete;

private:
    int m_threads = runtimeInfo().threads;
};

/// Training runs of one model.
class Trained {
public:
    Trained(const PlannedModel &model, fs::path out, const std::function<void(const SweepProgress &)> &progress,
            const std::stop_token &stop)
        : m_model(model), m_training(*model.training), m_out(std::move(out)), m_progress(progress), m_stop(stop)
    {
    }

    void run()
    {
        const fs::path folder = m_model.folder.parent_path();
        if (isThere(folder / m_model.method / "report.json")) {
            return;
        }
        const KeptThreads threads;
        TrainConfig config = configOf(folder, true);
        config.from = base();
        runSteps(config, stepsToRun(config, m_model.method), m_model.name);
    }

private:
    /// The configuration of a run into a folder, with the knob of the model or without.
    [[nodiscard]] TrainConfig configOf(const fs::path &folder, bool withKnob) const
    {
        std::vector<TrainSetting> settings = {{"", "out", jsonOf(folder)}, {"", "from", R"("")"}};
        if (m_model.seed) {
            settings.push_back({"", "seed", std::to_string(*m_model.seed)});
        }
        if (withKnob && m_model.value) {
            settings.push_back({m_training.place, m_training.knob, csvNumber(*m_model.value)});
        }
        return readTrainConfig(m_training.config, settings);
    }

    /// The run whose steps the model goes on from.
    [[nodiscard]] fs::path base() const
    {
        const fs::path own = m_training.from / "config.json";
        const bool named = !m_training.from.empty();
        if (named && (!m_model.seed || readTrainConfig(own).seed == *m_model.seed)) {
            return m_training.from;
        }
        std::string name = "base-" + m_training.config.stem().string();
        name += m_model.seed ? "-seed-" + std::to_string(*m_model.seed) : std::string();
        const TrainConfig config = configOf(m_out / "models" / inFileName(name), false);
        std::vector<std::string> steps = withNeeds(m_model.method);
        std::erase_if(steps, [&](const std::string &step) {
            const std::vector<std::string> needs = withNeeds(step);                        // itself among them
            const bool turned = std::ranges::find(needs, m_training.place) != needs.end(); // each model has its own
            return step == m_model.method || turned || isThere(config.out / step / "report.json");
        });
        if (!steps.empty()) {
            runSteps(config, steps, name);
        }
        return config.out;
    }

    void runSteps(const TrainConfig &config, const std::vector<std::string> &steps, const std::string &name) const
    {
        const Existing existing = isThere(config.out / "config.json") ? Existing::Resume : Existing::Refuse;
        const TrainReport report = train(
            config, steps, existing,
            [&](const TrainProgress &at) {
                if (m_progress) {
                    m_progress({name + ", " + at.step, static_cast<std::size_t>(at.done),
                                static_cast<std::size_t>(at.total), at.secondsLeft});
                }
            },
            m_stop);
        if (!report.finished) {
            throw Stopped();
        }
    }

    const PlannedModel &m_model;
    const SweepTraining &m_training;
    fs::path m_out;
    const std::function<void(const SweepProgress &)> &m_progress;
    std::stop_token m_stop;
};

} // namespace

void trainModel(const PlannedModel &model, const fs::path &out,
                const std::function<void(const SweepProgress &)> &progress, const std::stop_token &stop)
{
    Trained(model, out, progress, stop).run();
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/loop_p.h"

#include "core/error.h"
#include "core/io/jsonbinder_p.h"
#include "core/io/safetensors.h"
#include "core/measure/timing.h"
#include "core/random.h"

#include <ATen/core/grad_mode.h>

#include <cmath>
#include <fstream>

namespace adaplens {

namespace {

/// Where a step stands, beside its tensors.
struct ResumeState {
    std::size_t epoch = 0, batch = 0;
    std::uint64_t logBytes = 0;
    std::vector<std::int64_t> steps; ///< of each optimiser
    std::vector<EpochResult> results;

    friend void bindJson(JsonBinder &json, ResumeState &state)
    {
        json.value("epoch", state.epoch);
        json.value("batch", state.batch);
        json.value("log_bytes", state.logBytes);
        json.value("steps", state.steps);
        json.value("results", state.results);
    }
};

TensorView viewOf(const at::Tensor &tensor)
{
    const std::vector<std::int64_t> shape(tensor.sizes().begin(), tensor.sizes().end());
    const auto *bytes = static_cast<const std::byte *>(tensor.data_ptr());
    return {ElementType::F32, shape, {bytes, static_cast<std::size_t>(tensor.nbytes())}};
}

void copyInto(at::Tensor tensor, const SafetensorsFile &file, const std::string &name)
{
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.size != tensor.nbytes()) {
        throw Error("The resume point does not fit this configuration (%1); start the step anew with --restart.", name);
    }
    if (tensor.numel() == 0) {
        return;
    }
    const at::Tensor host = at::empty(tensor.sizes(), at::kFloat);
    file.read(found->second, {static_cast<std::byte *>(host.data_ptr()), host.nbytes()});
    const at::NoGradGuard guard;
    tensor.copy_(host);
}

/// The epochs of one step: order of batches, seeds, schedule, log, progress, resume points.
class Loop {
public:
    Loop(Run &run, const std::string &step, std::size_t epochs, TrainMethod &method);

    /// Empty = cancelled.
    [[nodiscard]] std::optional<std::vector<EpochResult>> go();

private:
    void save(std::size_t epoch, std::size_t batch);
    bool restore();
    void log(const OrderedJson &line) { m_log << line.dump() << '\n' << std::flush; }
    void trainOn(const Batch &batch, std::int64_t step, std::int64_t total);
    void report(std::int64_t step, std::int64_t total, const BatchResult &result);

    Run &m_run;
    std::string m_step;
    std::size_t m_epochs;
    TrainMethod &m_method;
    std::vector<AdamW *> m_optimisers;
    std::uint64_t m_seed;
    std::filesystem::path m_folder, m_resumeFile, m_logFile;
    std::ofstream m_log;
    std::size_t m_epoch = 0, m_batch = 0; ///< where it stands
    std::vector<EpochResult> m_results;
    Stopwatch m_watch, m_saved;
    std::int64_t m_doneHere = 0;                ///< batches since the start or the resume point
    double m_tokensHere = 0, m_secondsHere = 0; ///< tokens of these batches, and the time that they took
    double m_meanLoss = 0;
};

Loop::Loop(Run &run, const std::string &step, std::size_t epochs, TrainMethod &method)
    : m_run(run),
      m_step(step),
      m_epochs(epochs),
      m_method(method),
      m_optimisers(method.optimisers()),
      m_seed(mixSeed(run.config->seed, std::hash<std::string>{}(step))),
      m_folder(run.folderOf(step)),
      m_resumeFile(m_folder / "resume.safetensors"),
      m_logFile(m_folder / "log.jsonl")
{
    std::filesystem::create_directories(m_folder);
    const bool resumed = restore();
    m_log.open(m_logFile, std::ios::binary | (resumed ? std::ios::app : std::ios::trunc));
    if (!m_log) {
        throw Error("%1 cannot be written; check the folder's permissions and free space.", m_logFile.string());
    }
    if (!resumed) {
        auto sets = OrderedJson::array();
        for (const SampleSet &set : run.sets) {
            sets.push_back({{"name", set.name},
                            {"train", set.train.size()},
                            {"validation", set.validation.size()},
                            {"truncated", set.truncated},
                            {"excluded", set.excluded},
                            {"skipped", set.skipped}});
        }
        log({{"step", step},
             {"epochs", epochs},
             {"event", "start"},
             {"batches", epochBatches(run.sets, m_seed, 0, method.usesTwinLabels()).size()},
             {"sets", sets}});
    }
}

void Loop::save(std::size_t epoch, std::size_t batch)
{
    std::map<std::string, TensorView> tensors;
    std::vector<at::Tensor> hosts; // keeps device tensors' copies alive until they are written
    ResumeState state{epoch, batch, std::filesystem::file_size(m_logFile), {}, m_results};
    for (std::size_t o = 0; o < m_optimisers.size(); ++o) {
        state.steps.push_back(m_optimisers[o]->steps());
        for (const Parameter &p : m_optimisers[o]->parameters()) {
            for (const auto &[kind, tensor] : {std::pair{"value", p.value}, {"first", p.first}, {"second", p.second}}) {
                hosts.push_back(tensor.detach().cpu().contiguous());
                tensors[std::to_string(o) + "." + p.name + "." + kind] = viewOf(hosts.back());
            }
        }
    }
    writeSafetensors(m_resumeFile, tensors, {{"state", jsonText(toOrderedJson(state), -1)}});
    m_saved = Stopwatch();
}

bool Loop::restore()
{
    if (!std::filesystem::exists(m_resumeFile)) {
        return false;
    }
    const SafetensorsFile file(m_resumeFile);
    ResumeState state;
    try {
        readJson(file.metadata().at("state"), {}, state);
        for (std::size_t o = 0; o < m_optimisers.size(); ++o) {
            m_optimisers[o]->setSteps(state.steps.at(o));
        }
    } catch (const std::exception &) {
        throw Error("The resume point %1 is damaged; start the step anew with --restart.", m_resumeFile.string());
    }
    m_epoch = state.epoch;
    m_batch = state.batch;
    m_results = std::move(state.results);
    for (std::size_t o = 0; o < m_optimisers.size(); ++o) {
        for (Parameter &p : m_optimisers[o]->parameters()) {
            const std::string name = std::to_string(o) + "." + p.name + ".";
            copyInto(p.value, file, name + "value");
            copyInto(p.first, file, name + "first");
            copyInto(p.second, file, name + "second");
        }
    }
    if (std::filesystem::exists(m_logFile) && std::filesystem::file_size(m_logFile) > state.logBytes) {
        std::filesystem::resize_file(m_logFile, state.logBytes); // batches after the resume point run again
    }
    return true;
}

void Loop::trainOn(const Batch &batch, std::int64_t step, std::int64_t total)
{
    const TrainConfig &config = *m_run.config;
    const Stopwatch watch;
    at::manual_seed(mixSeed(m_seed, 1'000'000 + static_cast<std::uint64_t>(step))); // dropout, resumable anywhere
    BatchResult result = m_method.backward(batch, m_epoch);
    const std::string &set = m_run.sets[batch.set].name;
    if (!std::isfinite(result.loss)) {
        throw Error(
            "Step %1 stopped in epoch %2, batch %3 (%4): the loss is not a number. Lower the learning rates, or "
            "switch bfloat16 off.",
            m_step, m_epoch + 1, m_batch + 1, set);
    }
    const double schedule = linearSchedule(step, total, config.warmup);
    std::vector<double> norms;
    for (std::size_t o = 0; o < m_optimisers.size(); ++o) {
        norms.push_back(jointNorm(result.gradients[o]));
        m_optimisers[o]->step(result.gradients[o], schedule, clipScale(norms.back(), config.clip));
    }
    m_method.afterStep();

    std::size_t tokens = 0;
    for (const std::size_t i : batch.samples) {
        tokens += m_run.sets[batch.set].train[i].ids.size();
    }
    OrderedJson line = {{"step", m_step},   {"epoch", m_epoch + 1}, {"batch", m_batch + 1}, {"set", set},
                        {"tokens", tokens}, {"loss", result.loss},  {"schedule", schedule}, {"norm", norms.front()}};
    if (result.kept) {
        line["kept"] = *result.kept;
    }
    line.update(result.details);
    log(line);
    constexpr std::int64_t first = 3; // in which products of new shapes are compiled
    if (m_doneHere == first) {
        m_tokensHere = m_secondsHere = 0;
    }
    m_secondsHere += watch.milliseconds() / 1000;
    m_tokensHere += static_cast<double>(tokens);
    report(step, total, result);
}

void Loop::report(std::int64_t step, std::int64_t total, const BatchResult &result)
{
    ++m_doneHere;
    m_meanLoss = m_doneHere == 1 ? result.loss : 0.98 * m_meanLoss + 0.02 * result.loss;
    if (m_run.progress) {
        m_run.progress({m_step, m_epoch + 1, m_epochs, step + 1, total, m_meanLoss, result.kept,
                        secondsLeft(m_watch, m_doneHere, total - step - 1), m_tokensHere / m_secondsHere});
    }
}

std::optional<std::vector<EpochResult>> Loop::go()
{
    for (; m_epoch < m_epochs; ++m_epoch, m_batch = 0) {
        const std::vector<Batch> batches = epochBatches(m_run.sets, m_seed, m_epoch, m_method.usesTwinLabels());
        const auto perEpoch = static_cast<std::int64_t>(batches.size());
        for (; m_batch < batches.size(); ++m_batch) {
            const bool stopped = m_run.stop.stop_requested();
            if (stopped || m_saved.milliseconds() > 1000 * m_run.config->saveEverySeconds) {
                save(m_epoch, m_batch);
            }
            if (stopped) {
                return std::nullopt;
            }
            trainOn(batches[m_batch],
                    perEpoch * static_cast<std::int64_t>(m_epoch) + static_cast<std::int64_t>(m_batch),
                    perEpoch * static_cast<std::int64_t>(m_epochs));
        }
        writeCheckpoint(epochFolder(m_folder, m_epoch + 1), m_method.model(), Storage::Float32);
        m_results.push_back(scoreValidation(m_run, m_method.model(), m_epoch + 1));
        OrderedJson line = {{"step", m_step}, {"event", "epoch"}};
        line.update(toOrderedJson(m_results.back()));
        log(line);
        save(m_epoch + 1, 0);
    }
    return m_results;
}

} // namespace

std::optional<StepReport> trainEpochs(Run &run, const std::string &step, std::size_t epochs, TrainMethod &method)
{
    Loop loop(run, step, epochs, method);
    auto results = loop.go();
    if (!results) {
        return std::nullopt;
    }
    StepReport report{step, std::move(*results), 0, true};
    report.chosen = chooseEpoch(report.epochs, method.leastScore(report.epochs), &report.withinTolerance);
    return report;
}

} // namespace adaplens

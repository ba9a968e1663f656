// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/loop_p.h"

#include "core/error.h"
#include "core/io/safetensors.h"
#include "core/random.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace adaplens {

namespace {

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
        throw Error("The resume point does not fit this configuration (" + name + "); start again without --resume.");
    }
    const at::Tensor host = at::empty(tensor.sizes(), at::kFloat);
    file.read(found->second, {static_cast<std::byte *>(host.data_ptr()), host.nbytes()});
    const at::NoGradGuard guard;
    tensor.copy_(host);
}

} // namespace

nlohmann::ordered_json toJson(const EpochResult &result)
{
    return {{"epoch", result.epoch},
            {"accuracies", result.accuracies},
            {"speedups", result.speedups},
            {"score", result.score},
            {"speedup", result.speedup}};
}

EpochResult epochResultFromJson(const nlohmann::ordered_json &json)
{
    return {json.at("epoch").get<std::size_t>(), json.at("accuracies").get<std::vector<double>>(),
            json.at("speedups").get<std::vector<double>>(), json.at("score").get<double>(),
            json.at("speedup").get<double>()};
}

Loop::Loop(Setup setup)
    : m(std::move(setup)),
      m_resumeFile(m.config->out / (m.step + ".resume.safetensors")),
      m_logFile(m.config->out / "log.jsonl")
{
    const bool resumed = restore();
    m_log.open(m_logFile, std::ios::binary | std::ios::app);
    if (!m_log) {
        throw Error("Cannot write " + m_logFile.string() + "; check the folder's permissions and free space.");
    }
    if (!resumed) {
        log({{"step", m.step}, {"epochs", m.epochs}, {"event", "start"}});
    }
}

void Loop::log(const nlohmann::ordered_json &line)
{
    m_log << line.dump() << '\n' << std::flush;
}

void Loop::save(std::size_t epoch, std::size_t batch) const
{
    std::map<std::string, TensorView> tensors;
    std::vector<at::Tensor> hosts; // keeps device tensors' copies alive until they are written
    nlohmann::ordered_json state = {{"epoch", epoch},
                                    {"batch", batch},
                                    {"log_bytes", std::filesystem::file_size(m_logFile)},
                                    {"steps", nlohmann::ordered_json::array()},
                                    {"results", nlohmann::ordered_json::array()}};
    for (std::size_t o = 0; o < m.optimisers.size(); ++o) {
        state["steps"].push_back(m.optimisers[o]->steps());
        for (const Parameter &p : m.optimisers[o]->parameters()) {
            for (const auto &[kind, tensor] : {std::pair{"value", p.value}, {"first", p.first}, {"second", p.second}}) {
                hosts.push_back(tensor.detach().cpu().contiguous());
                tensors[std::to_string(o) + "." + p.name + "." + kind] = viewOf(hosts.back());
            }
        }
    }
    for (const EpochResult &result : m_results) {
        state["results"].push_back(toJson(result));
    }
    writeSafetensors(m_resumeFile, tensors, {{"state", state.dump()}});
}

bool Loop::restore()
{
    if (!std::filesystem::exists(m_resumeFile)) {
        return false;
    }
    const SafetensorsFile file(m_resumeFile);
    std::uintmax_t logBytes = 0;
    try {
        const auto state = nlohmann::ordered_json::parse(file.metadata().at("state"));
        m_epoch = state.at("epoch").get<std::size_t>();
        m_batch = state.at("batch").get<std::size_t>();
        logBytes = state.at("log_bytes").get<std::uintmax_t>();
        for (std::size_t o = 0; o < m.optimisers.size(); ++o) {
            m.optimisers[o]->setSteps(state.at("steps").at(o).get<std::int64_t>());
        }
        for (const auto &result : state.at("results")) {
            m_results.push_back(epochResultFromJson(result));
        }
    } catch (const std::exception &) {
        throw Error("The resume point " + m_resumeFile.string() + " is damaged; delete it to start this step again.");
    }
    for (std::size_t o = 0; o < m.optimisers.size(); ++o) {
        for (Parameter &p : m.optimisers[o]->parameters()) {
            const std::string name = std::to_string(o) + "." + p.name + ".";
            copyInto(p.value, file, name + "value");
            copyInto(p.first, file, name + "first");
            copyInto(p.second, file, name + "second");
        }
    }
    if (std::filesystem::exists(m_logFile) && std::filesystem::file_size(m_logFile) > logBytes) {
        std::filesystem::resize_file(m_logFile, logBytes); // batches after the resume point run again
    }
    return true;
}

std::optional<std::vector<EpochResult>> Loop::run(const OnBatch &onBatch, const OnEpoch &onEpoch,
                                                  const std::function<void(const TrainProgress &)> &progress,
                                                  const std::stop_token &stop)
{
    using Clock = std::chrono::steady_clock;
    const std::uint64_t seed = mixSeed(m.config->seed, std::hash<std::string>{}(m.step));
    const auto seconds = [](Clock::duration d) { return std::chrono::duration<double>(d).count(); };
    const Clock::time_point begin = Clock::now();
    Clock::time_point saved = begin;
    std::int64_t doneHere = 0;
    double meanLoss = 0;
    for (; m_epoch < m.epochs; ++m_epoch, m_batch = 0) {
        const std::vector<Batch> batches = epochBatches(*m.sets, seed, m_epoch, m.twinLabelled);
        const auto perEpoch = static_cast<std::int64_t>(batches.size());
        const std::int64_t total = perEpoch * static_cast<std::int64_t>(m.epochs);
        for (; m_batch < batches.size(); ++m_batch) {
            const bool due = seconds(Clock::now() - saved) > m.config->saveEverySeconds;
            if (due || stop.stop_requested()) {
                save(m_epoch, m_batch);
                saved = Clock::now();
                if (stop.stop_requested()) {
                    return std::nullopt;
                }
            }
            const std::int64_t step =
                perEpoch * static_cast<std::int64_t>(m_epoch) + static_cast<std::int64_t>(m_batch);
            at::manual_seed(mixSeed(seed, 1'000'000 + static_cast<std::uint64_t>(step))); // dropout, resumable anywhere
            const double schedule = linearSchedule(step, total, m.config->warmup);
            const BatchReport report = onBatch(batches[m_batch], m_epoch, schedule);
            const std::string &set = (*m.sets)[batches[m_batch].set].name;
            if (!std::isfinite(report.loss)) {
                throw Error("Step " + m.step + " stopped in epoch " + std::to_string(m_epoch + 1) + ", batch " +
                            std::to_string(m_batch + 1) + " (" + set +
                            "): the loss is not a number. Lower the learning rates, or switch bfloat16 off.");
            }
            ++doneHere;
            meanLoss = doneHere == 1 ? report.loss : 0.98 * meanLoss + 0.02 * report.loss;
            nlohmann::ordered_json line = {{"step", m.step},      {"epoch", m_epoch + 1}, {"batch", m_batch + 1},
                                           {"set", set},          {"loss", report.loss},  {"kept", report.kept},
                                           {"schedule", schedule}};
            line.update(report.details);
            log(line);
            if (progress) {
                const double each = seconds(Clock::now() - begin) / static_cast<double>(doneHere);
                progress({m.step, m_epoch + 1, m.epochs, step + 1, total, meanLoss, report.kept,
                          each * static_cast<double>(total - step - 1)});
            }
        }
        m_results.push_back(onEpoch(m_epoch));
        nlohmann::ordered_json line = {{"step", m.step}, {"event", "epoch"}};
        line.update(toJson(m_results.back()));
        log(line);
        save(m_epoch + 1, 0);
        saved = Clock::now();
    }
    return m_results;
}

} // namespace adaplens

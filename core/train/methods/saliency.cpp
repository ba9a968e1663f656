// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/methods/saliency_p.h"

#include "core/encoder/trainedlayer_p.h"
#include "core/io/safetensors.h"
#include "core/measure/timing.h"
#include "core/train/methods/registry_p.h"
#include "core/train/run_p.h"
#include "core/train/softremoval_p.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace adaplens {

namespace {

struct Settings {
    std::size_t epochs = 3; ///< the best ones of fine-tuning, over which saliency is averaged

    friend void bindJson(JsonBinder &json, Settings &settings) { json.value("epochs", settings.epochs, 1, 1000); }
};

std::filesystem::path fileIn(const std::filesystem::path &folder)
{
    return folder / "targets.safetensors";
}

std::string nameOf(std::size_t set)
{
    return "set." + std::to_string(set);
}

SaliencySet emptyLike(const std::vector<SampleSet> &sets)
{
    SaliencySet result(sets.size());
    for (std::size_t s = 0; s < sets.size(); ++s) {
        for (const Sample &sample : sets[s].train) {
            result[s].emplace_back(sample.ids.size(), 0.0F);
        }
    }
    return result;
}

/// The best epochs of fine-tuning, best first.
std::vector<EpochResult> bestEpochs(std::vector<EpochResult> epochs, std::size_t count)
{
    std::stable_sort(epochs.begin(), epochs.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    epochs.resize(std::min(epochs.size(), count));
    return epochs;
}

std::optional<StepReport> run(Run &run)
{
    SaliencySet targets = emptyLike(run.sets);
    const FinishedStep &tuned = run.finished.at(fineTuneStep);
    const auto best = bestEpochs(tuned.report.epochs, settingsOf<Settings>(*run.config, saliencyStep).epochs);
    std::int64_t total = 0;
    for (const SampleSet &set : run.sets) {
        total += static_cast<std::int64_t>((set.train.size() + set.batch - 1) / set.batch * best.size());
    }
    std::int64_t done = 0;
    double tokens = 0;
    const Stopwatch watch;
    for (std::size_t e = 0; e < best.size(); ++e) {
        Checkpoint model = readCheckpoint(epochFolder(tuned.folder, best[e].epoch));
        moveTo(run.device(), model);
        if (run.products() == at::kBFloat16) {
            layForTraining(model.weights, model.info);
        }
        for (std::size_t s = 0; s < run.sets.size(); ++s) {
            const std::vector<Sample> &samples = run.sets[s].train;
            for (const auto &chosen : sortedBatches(samples, run.sets[s].batch)) {
                if (run.stop.stop_requested()) {
                    return std::nullopt;
                }
                const at::Tensor scores =
                    saliencyTargets(model.weights, model.info, inputOf(samples, chosen),
                                    labelsOf(samples, chosen, run.device()), {0, 0, run.products()})
                        .to(at::kFloat)
                        .cpu()
                        .contiguous();
                const auto *score = scores.data_ptr<float>();
                for (const std::size_t i : chosen) {
                    for (float &target : targets[s][i]) {
                        target += *score++;
                    }
                    tokens += static_cast<double>(targets[s][i].size());
                }
                ++done;
                if (run.progress) {
                    run.progress({saliencyStep,
                                  e + 1,
                                  best.size(),
                                  done,
                                  total,
                                  {},
                                  {},
                                  secondsLeft(watch, done, total - done),
                                  1000 * tokens / watch.milliseconds()});
                }
            }
        }
    }
    for (auto &set : targets) {
        for (auto &sample : set) {
            const float sum = std::accumulate(sample.begin(), sample.end(), 0.0F);
            for (float &target : sample) {
                target = sum > 0 ? target / sum : 1.0F / static_cast<float>(sample.size());
            }
        }
    }
    writeTargets(run.folderOf(saliencyStep), targets);
    return StepReport{saliencyStep, {}, 0, true};
}

} // namespace

void writeTargets(const std::filesystem::path &folder, const SaliencySet &targets)
{
    std::vector<std::vector<float>> flat(targets.size());
    std::map<std::string, TensorView> tensors;
    for (std::size_t s = 0; s < targets.size(); ++s) {
        for (const auto &sample : targets[s]) {
            flat[s].insert(flat[s].end(), sample.begin(), sample.end());
        }
        tensors[nameOf(s)] = {
            ElementType::F32, {static_cast<std::int64_t>(flat[s].size())}, std::as_bytes(std::span(flat[s]))};
    }
    writeSafetensors(fileIn(folder), tensors);
}

SaliencySet readTargets(const std::filesystem::path &folder, const std::vector<SampleSet> &sets)
{
    SaliencySet result = emptyLike(sets);
    const SafetensorsFile file(fileIn(folder));
    for (std::size_t s = 0; s < result.size(); ++s) {
        std::size_t bytes = 0;
        for (const auto &sample : result[s]) {
            bytes += sample.size() * sizeof(float);
        }
        const auto found = file.tensors().find(nameOf(s));
        if (found == file.tensors().end() || found->second.size != bytes) {
            throw Error("%1 belongs to other data; run step %2 again.", fileIn(folder).string(), saliencyStep);
        }
        std::vector<std::byte> stored(bytes);
        file.read(found->second, stored);
        const std::byte *from = stored.data();
        for (auto &sample : result[s]) {
            std::memcpy(sample.data(), from, sample.size() * sizeof(float));
            from += sample.size() * sizeof(float);
        }
    }
    return result;
}

TrainStep makeSaliencyTargets()
{
    return {{saliencyStep, "computes saliency targets of the training examples", {fineTuneStep}, false, {}, 0.5},
            bindSettings<Settings>,
            nullptr,
            run};
}

} // namespace adaplens

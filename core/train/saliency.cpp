// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/safetensors.h"
#include "core/train/run_p.h"
#include "core/train/soft_removal_p.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <numeric>

namespace adaplens {

namespace {

std::filesystem::path fileOf(const Run &run)
{
    return run.config->out / "saliency.safetensors";
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

std::optional<SaliencySet> load(const Run &run)
{
    if (!std::filesystem::exists(fileOf(run))) {
        return std::nullopt;
    }
    const auto file = SafetensorsFile::open(fileOf(run));
    SaliencySet result = emptyLike(run.sets);
    for (std::size_t s = 0; s < result.size(); ++s) {
        std::size_t bytes = 0;
        for (const auto &sample : result[s]) {
            bytes += sample.size() * sizeof(float);
        }
        const auto found = file->tensors().find(nameOf(s));
        if (found == file->tensors().end() || found->second.bytes.size() != bytes) {
            throw Error(fileOf(run).string() + " belongs to other data; delete it, or choose another “out” folder.");
        }
        const std::byte *from = found->second.bytes.data();
        for (auto &sample : result[s]) {
            std::memcpy(sample.data(), from, sample.size() * sizeof(float));
            from += sample.size() * sizeof(float);
        }
    }
    return result;
}

void save(const Run &run, const SaliencySet &targets)
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
    writeSafetensors(fileOf(run), tensors);
}

} // namespace

std::optional<SaliencySet> saliency(Run &run, const std::vector<EpochResult> &fineTuned)
{
    if (auto done = load(run)) {
        return done;
    }
    std::vector<EpochResult> best = fineTuned;
    std::stable_sort(best.begin(), best.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    best.resize(std::min(best.size(), run.config->saliency.epochs));

    SaliencySet targets = emptyLike(run.sets);
    std::int64_t total = 0;
    for (const SampleSet &set : run.sets) {
        total += static_cast<std::int64_t>((set.train.size() + set.batch - 1) / set.batch * best.size());
    }
    std::int64_t done = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t e = 0; e < best.size(); ++e) {
        Checkpoint model = readCheckpoint(run.epochFolder("fine-tune", best[e].epoch));
        forEachTensor(model.weights, model.info, false,
                      [&](const std::string &, const std::vector<std::int64_t> &, at::Tensor &tensor) {
                          tensor = tensor.to(run.device());
                      });
        for (std::size_t s = 0; s < run.sets.size(); ++s) {
            const std::vector<Sample> &samples = run.sets[s].train;
            for (const auto &chosen : sortedBatches(samples, run.sets[s].batch)) {
                if (run.stop.stop_requested()) {
                    return std::nullopt;
                }
                const BatchInput input = inputOf(samples, chosen);
                const at::Tensor scores =
                    saliencyTargets(model.weights, model.info, input, labelsOf(samples, chosen, run.device()),
                                    {0, 0, run.products()})
                        .to(at::kFloat)
                        .cpu()
                        .contiguous();
                const auto *score = scores.data_ptr<float>();
                for (const std::size_t i : chosen) {
                    for (float &target : targets[s][i]) {
                        target += *score++;
                    }
                }
                ++done;
                if (run.progress) {
                    const double each =
                        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() /
                        static_cast<double>(done);
                    run.progress(
                        {"saliency", e + 1, best.size(), done, total, 0, 1, each * static_cast<double>(total - done)});
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
    save(run, targets);
    return targets;
}

} // namespace adaplens

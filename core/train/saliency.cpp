// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/safetensors.h"
#include "core/train/run_p.h"
#include "core/train/softremoval_p.h"

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

/// Fills in the sets that were done before; says of each set whether it was.
std::vector<bool> load(const Run &run, SaliencySet &result)
{
    std::vector<bool> done(result.size(), false);
    if (!std::filesystem::exists(fileOf(run))) {
        return done;
    }
    const SafetensorsFile file(fileOf(run));
    for (std::size_t s = 0; s < result.size() && file.tensors().contains(nameOf(s)); ++s) {
        std::size_t bytes = 0;
        for (const auto &sample : result[s]) {
            bytes += sample.size() * sizeof(float);
        }
        const StoredTensor &found = file.tensors().at(nameOf(s));
        if (found.size != bytes) {
            throw Error(fileOf(run).string() + " belongs to other data; delete it, or choose another “out” folder.");
        }
        std::vector<std::byte> stored(bytes);
        file.read(found, stored);
        const std::byte *from = stored.data();
        for (auto &sample : result[s]) {
            std::memcpy(sample.data(), from, sample.size() * sizeof(float));
            from += sample.size() * sizeof(float);
        }
        done[s] = true;
    }
    return done;
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
    SaliencySet targets = emptyLike(run.sets);
    const std::vector<bool> known = load(run, targets);
    if (std::find(known.begin(), known.end(), false) == known.end()) {
        return targets;
    }
    std::vector<EpochResult> best = fineTuned;
    std::stable_sort(best.begin(), best.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    best.resize(std::min(best.size(), run.config->saliency.epochs));

    std::int64_t total = 0;
    for (std::size_t s = 0; s < run.sets.size(); ++s) {
        const SampleSet &set = run.sets[s];
        total += known[s] ? 0 : static_cast<std::int64_t>((set.train.size() + set.batch - 1) / set.batch * best.size());
    }
    std::int64_t done = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t e = 0; e < best.size(); ++e) {
        Checkpoint model = readCheckpoint(run.epochFolder("fine-tune", best[e].epoch));
        moveTo(run.device(), model);
        for (std::size_t s = 0; s < run.sets.size(); ++s) {
            if (known[s]) {
                continue;
            }
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
    for (std::size_t s = 0; s < targets.size(); ++s) {
        for (auto &sample : targets[s]) {
            if (known[s]) {
                continue;
            }
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

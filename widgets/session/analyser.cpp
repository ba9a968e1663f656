// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/analyser.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

namespace {

/// Repeated timings of two models take turns: at once each would time the other, too. Empty = stopped meanwhile.
std::unique_lock<std::timed_mutex> turnToTime(const std::stop_token &stop)
{
    constexpr std::chrono::milliseconds patience{2};
    static std::timed_mutex mutex;
    std::unique_lock lock(mutex, std::defer_lock);
    while (!stop.stop_requested() && !lock.try_lock_for(patience)) {
    }
    return lock;
}

class ClassifierAnalyser final : public Analyser {
public:
    explicit ClassifierAnalyser(std::unique_ptr<adaplens::Classifier> classifier) : m_classifier(std::move(classifier))
    {
    }

    const adaplens::ModelInfo &info() const override { return m_classifier->info(); }

    const adaplens::ModelIdentity &identity() const override { return m_classifier->identity(); }

    std::optional<adaplens::Trace> run(const AnalysisRequest &request, std::stop_token stop) override
    {
        const std::optional<std::string> pair = info().pairs ? request.pair : std::nullopt;
        auto windows = m_classifier->tokenizer().encodeWindows(request.text, pair, info().maxLength);
        if (windows.empty() || stop.stop_requested()) {
            return std::nullopt;
        }
        std::unique_lock<std::timed_mutex> turn;
        if (request.options.timingRuns > 1) {
            turn = turnToTime(stop);
        }
        const std::size_t window = std::min(request.window, windows.size() - 1);
        auto trace = m_classifier->run(request.text, pair, std::move(windows[window]), request.options, stop);
        if (trace) {
            trace->window = window;
            trace->windows = windows.size();
        }
        return trace;
    }

    std::optional<AttributionResult> attribute(const AttributionRequest &request, std::stop_token stop) override
    {
        AttributionResult result;
        auto attribution = adaplens::attribute(*m_classifier, request.encoding, request.options, stop);
        if (!attribution) {
            return std::nullopt;
        }
        result.attribution = std::make_shared<const adaplens::Attribution>(std::move(*attribution));
        for (const adaplens::ScoreMethod method : request.estimates) {
            if (stop.stop_requested()) {
                return std::nullopt;
            }
            adaplens::AttributionOptions options = request.options;
            options.methods = {method};
            result.estimates.push_back(adaplens::estimateSeconds(*m_classifier, request.encoding, options));
        }
        return result;
    }

private:
    std::unique_ptr<adaplens::Classifier> m_classifier;
};

} // namespace

Loader classifierLoader()
{
    return [](const std::filesystem::path &folder, adaplens::Precision precision,
              std::stop_token stop) -> std::unique_ptr<Analyser> {
        auto classifier = adaplens::Classifier::open(folder, precision, {}, stop);
        if (!classifier) {
            return nullptr;
        }
        // The first run brings the weights in from the disk and starts the threads: its time says nothing of the model.
        const auto pair = classifier->info().pairs ? std::optional<std::string>("warm up") : std::nullopt;
        if (!classifier->run("warm up", pair, {}, stop)) {
            return nullptr;
        }
        return std::make_unique<ClassifierAnalyser>(std::move(classifier));
    };
}

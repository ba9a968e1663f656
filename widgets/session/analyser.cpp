// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/analyser.h"

#include <algorithm>
#include <utility>

namespace {

class ClassifierAnalyser final : public Analyser {
public:
    explicit ClassifierAnalyser(const std::filesystem::path &folder) : m_classifier(adaplens::Classifier::open(folder))
    {
    }

    const adaplens::ModelInfo &info() const override { return m_classifier->info(); }

    std::optional<adaplens::Trace> run(const AnalysisRequest &request, std::stop_token stop) override
    {
        const std::optional<std::string> pair = info().pairs ? request.pair : std::nullopt;
        auto windows = m_classifier->tokenizer().encodeWindows(request.text, pair, info().maxLength);
        if (windows.empty() || stop.stop_requested()) {
            return std::nullopt;
        }
        const std::size_t window = std::min(request.window, windows.size() - 1);
        auto trace = m_classifier->run(request.text, pair, std::move(windows[window]), request.options, stop);
        if (trace) {
            trace->window = window;
            trace->windows = windows.size();
        }
        return trace;
    }

private:
    std::unique_ptr<adaplens::Classifier> m_classifier;
};

} // namespace

Loader classifierLoader()
{
    return [](const std::filesystem::path &folder) { return std::make_unique<ClassifierAnalyser>(folder); };
}

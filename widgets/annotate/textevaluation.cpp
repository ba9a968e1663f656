// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textevaluation.h"

#include "core/attribution/attribute.h"
#include "core/agreement/alignment.h"
#include "core/agreement/ranking.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace {

/// Mean over layers of the average precision of contribution scores within one window; empty where all or none of its
/// pieces are marked.
std::optional<double> meanPrecision(const adaplens::TokenScores &scores, const std::vector<std::uint8_t> &content,
                                    const std::vector<std::uint8_t> &marked)
{
    std::vector<std::uint8_t> labels;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] != 0) {
            labels.push_back(marked[i]);
        }
    }
    double sum = 0;
    for (const std::vector<float> &layer : scores.layers) {
        std::vector<double> values;
        for (std::size_t i = 0; i < content.size(); ++i) {
            if (content[i] != 0) {
                values.push_back(layer[i]);
            }
        }
        const auto ap = adaplens::averagePrecision(values, labels);
        if (!ap) {
            return std::nullopt;
        }
        sum += *ap;
    }
    return scores.layers.empty() ? std::nullopt : std::optional(sum / static_cast<double>(scores.layers.size()));
}

class ClassifierEvaluator final : public TextEvaluator {
public:
    ClassifierEvaluator(const std::filesystem::path &folder, adaplens::Precision precision)
        : m_classifier(adaplens::Classifier::open(folder, precision))
    {
    }

    std::optional<TextEvaluation> evaluate(const adaplens::Example &whole, std::stop_token stop) override
    {
        const adaplens::ModelInfo &info = m_classifier->info();
        adaplens::Example example = whole;
        if (!info.pairs) {
            example.pair.reset();
        }
        const auto cut = adaplens::rationaleWindows(m_classifier->tokenizer(), example, info.maxLength);
        adaplens::AttributionOptions options;
        if (info.adaptive) {
            options.methods = {adaplens::ScoreMethod::Contribution};
        }
        TextEvaluation evaluation;
        std::vector<double> probabilities(info.labels.size(), 0.0);
        double plain = 0, reduced = 0, precision = 0;
        for (const adaplens::Encoding &window : cut.windows) {
            const auto attribution = adaplens::attribute(*m_classifier, window, options, stop);
            if (!attribution) {
                return std::nullopt;
            }
            for (std::size_t k = 0; k < probabilities.size(); ++k) {
                probabilities[k] += attribution->reduced.probabilities.at(k);
            }
            plain += attribution->flopsPlain;
            reduced += attribution->flopsReduced;
            const auto ap = attribution->scores.empty()
                                ? std::nullopt
                                : meanPrecision(attribution->scores.front(), adaplens::contentPieces(window),
                                                adaplens::markedPieces(window, example.rationale));
            precision += ap.value_or(0);
            evaluation.windowsWithout += ap ? 0 : 1;
        }
        evaluation.windows = cut.windows.size();
        const auto best = std::max_element(probabilities.begin(), probabilities.end());
        evaluation.predicted = static_cast<std::size_t>(best - probabilities.begin());
        evaluation.probability = *best / static_cast<double>(evaluation.windows);
        evaluation.speedup = reduced > 0 ? plain / reduced : 1;
        if (evaluation.windowsWithout < evaluation.windows) {
            evaluation.ap = precision / static_cast<double>(evaluation.windows - evaluation.windowsWithout);
        }
        return evaluation;
    }

private:
    std::unique_ptr<adaplens::Classifier> m_classifier;
};

} // namespace

TextEvaluatorLoader classifierEvaluator()
{
    return [](const std::filesystem::path &folder, adaplens::Precision precision) {
        return std::make_unique<ClassifierEvaluator>(folder, precision);
    };
}

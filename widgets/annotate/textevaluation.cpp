// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textevaluation.h"

#include "core/attribution/attribute.h"
#include "core/agreement/alignment.h"
#include "widgets/annotate/textagreement.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace {

std::optional<TextEvaluation> evaluate(adaplens::Classifier &classifier, const adaplens::Example &whole,
                                       const std::stop_token &stop)
{
    const adaplens::ModelInfo &info = classifier.info();
    adaplens::Example example = whole;
    if (!info.pairs) {
        example.pair.reset();
    }
    const auto cut = adaplens::rationaleWindows(classifier.tokenizer(), example, info.maxLength);
    adaplens::AttributionOptions options;
    if (info.adaptive) {
        options.methods = {adaplens::ScoreMethod::Contribution};
    }
    TextEvaluation evaluation;
    std::vector<double> probabilities(info.labels.size(), 0.0);
    double plain = 0, reduced = 0, precision = 0;
    for (const adaplens::Encoding &window : cut.windows) {
        const auto attribution = adaplens::attribute(classifier, window, options, stop);
        if (!attribution) {
            return std::nullopt;
        }
        for (std::size_t k = 0; k < probabilities.size(); ++k) {
            probabilities[k] += attribution->reduced.probabilities.at(k);
        }
        plain += attribution->flopsPlain;
        reduced += attribution->flopsReduced;
        const TextAgreements agreements = textAgreement(*attribution, window, example.rationale, std::nullopt);
        const auto ap = agreements.methods.empty() ? std::nullopt : agreements.methods.front().ap;
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

} // namespace

TextEvaluatorLoader classifierEvaluator()
{
    return [](const std::filesystem::path &folder, adaplens::Precision precision,
              const std::stop_token &stop) -> TextEvaluator {
        const std::shared_ptr<adaplens::Classifier> classifier =
            adaplens::Classifier::open(folder, precision, {}, stop);
        if (!classifier) {
            return nullptr;
        }
        return [classifier](const adaplens::Example &example, const std::stop_token &stopText) {
            return evaluate(*classifier, example, stopText);
        };
    };
}

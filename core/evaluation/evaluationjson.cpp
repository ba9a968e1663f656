// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include "core/measure/conditions_p.h"

#include <algorithm>

namespace adaplens {

namespace {

using json = OrderedJson;

double ratio(std::size_t part, std::size_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

double times(double slow, double fast)
{
    return fast > 0 ? slow / fast : 1.0;
}

/// Recall, precision and F1 of each class; 0 where there is nothing to divide by.
json classesJson(const Evaluation &evaluation)
{
    json result = json::array();
    for (std::size_t k = 0; k < evaluation.labels.size(); ++k) {
        const auto figures = [&](const std::vector<std::vector<std::size_t>> &confusion) {
            std::size_t gold = 0, predicted = 0;
            for (std::size_t j = 0; j < confusion.size(); ++j) {
                gold += confusion[k][j];
                predicted += confusion[j][k];
            }
            return json{{"recall", ratio(confusion[k][k], gold)},
                        {"precision", ratio(confusion[k][k], predicted)},
                        {"f1", ratio(2 * confusion[k][k], gold + predicted)}};
        };
        std::size_t n = 0;
        for (const std::size_t count : evaluation.confusion[k])
            n += count;
        json entry = {{"label", evaluation.labels[k]}, {"n", n}};
        entry.update(figures(evaluation.confusion));
        entry["plain"] = figures(evaluation.confusionPlain);
        result.push_back(std::move(entry));
    }
    return result;
}

} // namespace

std::string toJson(const Evaluation &evaluation)
{
    json difference = toOrderedJson(evaluation.difference);
    difference["seed"] = evaluation.seed;
    json conditions = toOrderedJson(evaluation.conditions);
    conditions["timed_runs"] = 1;
    const double examples = static_cast<double>(std::max<std::size_t>(evaluation.n, 1));
    json result = {
        {"schema", "adaplens.evaluation/1"},
        {"model", evaluation.model},
        {"plain_model", evaluation.plainModel},
        {"accuracy", evaluation.accuracy()},
        {"accuracy_plain", evaluation.accuracyPlain()},
        {"accuracy_unreduced", evaluation.accuracyUnreduced()},
        {"difference", std::move(difference)},
        {"speedup", evaluation.speedup()},
        {"speedup_padded", evaluation.speedupPadded()},
        {"padded_length", evaluation.padded.longest},
        {"speedup_wall", evaluation.speedupWall()},
        {"kept_per_layer", evaluation.keptPerLayer},
        {"pieces", evaluation.pieces},
        {"ms_plain", evaluation.msPlain / examples},
        {"ms_reduced", evaluation.msReduced / examples},
        {"flops_plain", evaluation.flopsPlain / examples},
        {"flops_reduced", evaluation.flopsReduced / examples},
        {"n", evaluation.n},
        {"sequences", evaluation.sequences},
        {"correct", evaluation.correct},
        {"correct_plain", evaluation.correctPlain},
        {"correct_unreduced", evaluation.correctUnreduced},
        {"changed", evaluation.changed},
        {"near_ties", evaluation.nearTies},
        {"protocol", nameOf(evaluation.protocol)},
        {"max_length", evaluation.maxLength},
        {"truncated", evaluation.truncated},
        {"skipped", skippedText(evaluation.skipped)},
        {"classes", classesJson(evaluation)},
        {"confusion", evaluation.confusion},
        {"confusion_plain", evaluation.confusionPlain},
        {"conditions", std::move(conditions)},
    };
    for (const FloorEvaluation &floor : evaluation.floors) {
        json ahead = toOrderedJson(floor.difference);
        ahead["seed"] = evaluation.seed;
        result["floors"].push_back({{"rule", floor.rule},
                                    {"accuracy", ratio(floor.correct, evaluation.n)},
                                    {"correct", floor.correct},
                                    {"difference", std::move(ahead)},
                                    {"speedup", times(evaluation.flopsPlain, floor.flops)},
                                    {"flops", floor.flops / examples},
                                    {"ms", floor.ms / examples}});
    }
    if (const auto &float32 = evaluation.float32) {
        result["float32"] = {{"decisions", float32->decisions},
                             {"decisions_differing", float32->decisionsDiffering},
                             {"share_differing", float32->shareDiffering()},
                             {"answers_differing", float32->answersDiffering},
                             {"plain_answers_differing", float32->plainAnswersDiffering},
                             {"faster_plain", times(float32->msPlain, evaluation.msPlain)},
                             {"faster_reduced", times(float32->msReduced, evaluation.msReduced)}};
    }
    return jsonText(result);
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/reduction/predictor_p.h"
#include "core/reduction/rule_p.h"

#include <vector>

namespace adaplens {

/// The "trbert" section of config.json.
struct TrbertSettings {
    std::size_t selectorHidden = 32; ///< width of a selector
    double threshold = 0.5;          ///< of the probability to be kept
};
void bindJson(JsonBinder &json, TrbertSettings &settings);
/// Those of a model that carries the rule; throws Error of another.
[[nodiscard]] TrbertSettings trbertSettings(const ModelInfo &info);

/// The layers before whose attention a selector stands: 1 and L/2, counted from 0; one where they are the same, none of
/// a single layer.
[[nodiscard]] std::vector<std::size_t> selectorPlaces(std::size_t layers);
/// What TR-BERT adds to a model, one selector a place; handles of what lies in Weights::rule.
[[nodiscard]] std::vector<PredictorWeights> selectorsOf(const Weights &weights);

/// TR-BERT: at two places a selector gives each token a probability, sigmoid(Linear(GELU(Linear(h)))), and the token
/// stays where it reaches the threshold, [CLS] always. Source: Ye et al., NAACL 2021, section 3.
[[nodiscard]] RulePointer trbertRule(const TrbertSettings &settings);
[[nodiscard]] RulePointer readTrbertRule(JsonBinder &section);

} // namespace adaplens

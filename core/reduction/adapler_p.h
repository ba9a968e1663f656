// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/predictor_p.h"
#include "core/reduction/rule_p.h"

#include <vector>

namespace adaplens {

/// What AdapLeR adds to a model; handles of what lies in Weights::rule.
struct AdaplerTensors {
    std::vector<PredictorWeights> predictors; ///< one a layer
    at::Tensor eta;                           ///< [L]
    at::Tensor theta;                         ///< [L - 1], theta_1 .. theta_{L-1}
};
[[nodiscard]] AdaplerTensors adaplerTensors(const Weights &weights);

/// The "adapler" section of config.json.
struct AdaplerSettings {
    std::size_t cpHidden = 32; ///< width of a predictor
    bool thetaForward = false; ///< theta_mode "forward": theta rescales [CLS]'s share at inference
};
/// Those of a model that carries the rule; throws Error of another.
[[nodiscard]] AdaplerSettings adaplerSettings(const ModelInfo &info);

/// AdapLeR's contribution predictors and thresholds: kept where softmax(CP(h))_i >= eta_l / n_l, [CLS] always. Source:
/// Modarressi et al., ACL 2022, section 3.
[[nodiscard]] RulePointer adaplerRule(const AdaplerSettings &settings);
[[nodiscard]] RulePointer readAdaplerRule(JsonBinder &section);

} // namespace adaplens

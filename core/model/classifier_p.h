// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/reduction/reducedpass_p.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace adaplens {

/// What core's other rooms reach of an opened model without copying its weights.
class ClassifierAccess {
public:
    /// The weights that drop tokens; of a plain model its only ones.
    [[nodiscard]] static const Checkpoint &model(const Classifier &classifier);
    /// The weights of Pass::Plain, and whether they are others than the model's.
    [[nodiscard]] static const Checkpoint &plain(const Classifier &classifier);
    [[nodiscard]] static bool plainIsTwin(const Classifier &classifier);
    /// The weights of Pass::Twin.
    [[nodiscard]] static const Checkpoint &twin(const Classifier &classifier);
    /// Throws Error if the model cannot read the encoding.
    static void check(const Classifier &classifier, const Encoding &encoding);
    /// One pass over a batch; `record` as in runReduced(). Throws Error if the logits are not finite. Empty = stopped.
    [[nodiscard]] static std::optional<ReducedPass> run(const Classifier &classifier, const BatchInput &input,
                                                        Pass kind, bool record, const std::stop_token &stop);
};

/// Softmax and label of one text's logits.
[[nodiscard]] Prediction predictionOf(std::vector<float> logits);

} // namespace adaplens

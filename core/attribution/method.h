// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace adaplens {

/// The ways of giving each token a score.
enum class ScoreMethod {
    Contribution,        ///< the contribution predictor of an AdapLeR model ("cp")
    Attention,           ///< the row of [CLS], heads averaged ("attention")
    AttentionReceived,   ///< the column mean, heads averaged ("attention-received")
    Rollout,             ///< attention rollout, Abnar & Zuidema 2020 ("rollout")
    Saliency,            ///< gradient x input at each layer's input ("saliency")
    IntegratedGradients, ///< at the embedding output ("ig")
    LeaveOneOut,         ///< fall of the probability when the token is deleted ("loo")
    Random               ///< seeded, the floor ("random")
};

/// The name on the command line and in files.
[[nodiscard]] const char *nameOf(ScoreMethod method);
/// Throws Error listing the known names.
[[nodiscard]] ScoreMethod scoreMethodNamed(const std::string &name);
/// All of them, in the order in which they are listed everywhere.
[[nodiscard]] const std::vector<ScoreMethod> &allScoreMethods();
/// True where a method scores tokens anew at each layer; the others give one score a token.
[[nodiscard]] bool hasLayers(ScoreMethod method);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace adaplens {

/// The ways of giving each token a score.
enum class ScoreMethod {
    Contribution,        ///< what the model itself drops tokens by: AdapLeR's contributions, significance, ... ("cp")
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
/// The name in tables, in English.
[[nodiscard]] const char *titleOf(ScoreMethod method);
/// Throws Error listing the known names.
[[nodiscard]] ScoreMethod scoreMethodNamed(const std::string &name);
/// All of them, in the order in which they are listed everywhere.
[[nodiscard]] const std::vector<ScoreMethod> &allScoreMethods();
/// Those that are compared unless others are asked for: quick ones, and the floor.
[[nodiscard]] std::vector<ScoreMethod> usualScoreMethods();
/// True where a method scores tokens anew at each layer; the others give one score a token.
[[nodiscard]] bool hasLayers(ScoreMethod method);
/// True where a method runs the model many times for one text.
[[nodiscard]] bool isSlow(ScoreMethod method);
/// True of the scores by which a model itself decides which tokens to drop. A model that drops none has no such scores.
[[nodiscard]] bool isOwnScore(ScoreMethod method);

} // namespace adaplens

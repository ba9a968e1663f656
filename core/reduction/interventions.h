// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace adaplens {

/// A token about which a user decides instead of the model's rule, from one layer on.
struct ForcedToken {
    std::uint32_t piece = 0;   ///< its place in the text's encoding; not 0, for [CLS] always stays
    std::size_t fromLayer = 0; ///< before it the rule decides, so that the token may be gone by then
    bool stays = false;        ///< false: it goes at that layer
    bool operator==(const ForcedToken &) const = default;
};

/// What a user changes about one run of a model that drops tokens.
struct Interventions {
    /// Thresholds in place of the model's, as setEta() takes them; empty = its own.
    std::vector<double> eta = {};
    /// Of the thresholds: above 1 more tokens go, below 1 fewer. They stay in the range that the rule allows.
    double scale = 1;
    /// Of each layer, on top of `scale`; empty = 1 everywhere. For rules that have a threshold in each layer.
    std::vector<double> layerScales = {};
    std::vector<ForcedToken> forced = {}; ///< of several about one token the last that applies counts
    [[nodiscard]] bool empty() const { return *this == Interventions(); }
    bool operator==(const Interventions &) const = default;
};

} // namespace adaplens

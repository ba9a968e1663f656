// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/reduction/rule_p.h"

#include <vector>

namespace adaplens {

/// The "power" section of config.json.
struct PowerSettings {
    std::vector<std::size_t> retention = {}; ///< r_0 .. r_{L-1}, [CLS] counted; empty = not searched yet, all stay
};
void bindJson(JsonBinder &json, PowerSettings &settings);
/// Those of a model that carries the rule; throws Error of another.
[[nodiscard]] PowerSettings powerSettings(const ModelInfo &info);

/// PoWER-BERT: in each layer, between attention and feed-forward part, the r_l most significant tokens stay, [CLS]
/// always. Significance is the attention that a token receives from the others, averaged over heads and summed over
/// the tokens alive. Source: Goyal et al., ICML 2020, section 3.
[[nodiscard]] RulePointer powerRule(const PowerSettings &settings);
[[nodiscard]] RulePointer readPowerRule(JsonBinder &section);

} // namespace adaplens

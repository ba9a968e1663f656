// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/reduction/rule_p.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace adaplens {

/// How many tokens each layer leaves of a text, [CLS] among them, and the seed of what is drawn: the section of a floor
/// in config.json. One of the lists, with a value a layer; both empty = all stay.
struct FloorSettings {
    std::vector<std::size_t> keep = {}; ///< tokens
    std::vector<double> keepShare = {}; ///< of the text's tokens, rounded, at least one
    std::uint64_t seed = 0;
};
void bindJson(JsonBinder &json, FloorSettings &settings);

/// A way to choose tokens that needs no training, as many as a budget says. One file here and one line in rule.cpp.
struct FloorMethod {
    RuleNames names;
    /// Scores of the tokens of sequence `b` that are alive, none negative, by which the best stay; before attention.
    /// Null: the attention that they receive, after it.
    std::vector<float> (*scores)(const AliveTokens &alive, std::int64_t b, std::uint64_t seed) = nullptr;
};

[[nodiscard]] const FloorMethod &randomFloor();
[[nodiscard]] const FloorMethod &attentionFloor();
[[nodiscard]] const FloorMethod &firstFloor();
[[nodiscard]] const FloorMethod &lastFloor();

[[nodiscard]] RulePointer floorRule(const FloorMethod &method, const FloorSettings &settings);
[[nodiscard]] RulePointer readFloorRule(const FloorMethod &method, JsonBinder &section);
/// `alive`: [B][L + 1], what stays of each text of a batch.
[[nodiscard]] std::unique_ptr<Reducer> floorReducer(const FloorMethod &method,
                                                    std::vector<std::vector<std::uint32_t>> alive, std::uint64_t seed,
                                                    const ModelInfo &info);

} // namespace adaplens

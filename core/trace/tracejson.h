// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <span>
#include <string>

namespace adaplens {

/// A trace as JSON, schema `adaplens.trace/1`:
/// `{"schema","model","score","drops","precision","text","rule"?,"pair"?,"tokens":[{"piece","id","start","end","word",
/// "segment","special","unknown"}],"words":[{"start","end","segment"}],"layers":[{"alive","raw","adjusted","threshold",
/// "kept","drop","scale"}],"survivors","labels","logits","probabilities","label","plain":{"model","logits","probabilities","label"},
/// "cost":{"flops_plain","flops_reduced","speedup","ms_plain","ms_reduced","speedup_wall","runs","threads","device"},
/// "truncated","truncated_words","covered":[start,end],"window":{"index","count"}}`.
/// `rule` is what drops tokens, where they are dropped; `drop` where in the layer they go: "nowhere",
/// "before-attention" or "after-attention"; `raw` times `scale` is the score in the rule's own unit.
/// `raw`, `adjusted` and `kept` are parallel to `alive`, whose numbers index `tokens`; `layers` is a list, the window's
/// layer 1 first; `word` indexes `words` (-1: added special); `label` is the class's name. start and end are UTF-8
/// bytes of `text` (of `pair` where segment is 1) as the file holds it: the result is always valid UTF-8; a broken byte
/// sequence of the user's text becomes U+FFFD, offsets are moved along and `"repaired":true` says so.
[[nodiscard]] std::string traceToJson(const Trace &trace);

/// A long text in windows, schema `adaplens.windows/1`: `{"schema","model","windows":[trace..],"probabilities",
/// "label","plain":{"model","probabilities","label"}}`, probabilities being means over the windows. Offsets refer to
/// the whole text. `windows` must not be empty.
[[nodiscard]] std::string windowsToJson(std::span<const Trace> windows);

} // namespace adaplens

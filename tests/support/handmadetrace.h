// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

namespace adaplens::test {

/// A trace written by hand, consistent in every field (scores sum to 1, kept = score >= threshold, kept sets shrink),
/// for tests of whatever reads traces. No model runs.
///
/// Text "A truly fine film, unforgettable :)!" with an emoji in place of ":)", 12 pieces, 8 words, 3 layers, classes
/// negative and positive:
///   [CLS] A truly fine film , un ##forget ##table [UNK] ! [SEP]   ([UNK] is the emoji)
///   layer 0 drops "A" and ","                 (12 alive, 10 kept)
///   layer 1 drops "film", "##table" and "!"   (10 alive, 7 kept; "unforgettable" is partly dropped)
///   layer 2 drops "truly", "un", "##forget", the [UNK] and [SEP]; left are [CLS] and "fine"
[[nodiscard]] Trace handMadeTrace();

/// The same text through a plain model: attention in place of contributions, nothing dropped.
[[nodiscard]] Trace handMadePlainTrace();

/// A long one: `pieces` pieces (one a word), `layers` layers, each dropping about a fifth of what is alive.
[[nodiscard]] Trace longTrace(std::size_t pieces, std::size_t layers);

/// The layer whose drop removes piece `piece`, or empty if it reaches the prediction.
[[nodiscard]] std::optional<std::size_t> droppedAt(const Trace &trace, std::size_t piece);

} // namespace adaplens::test

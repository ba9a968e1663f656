// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QString>

/// How the page and its figures speak of two analyses side by side, which are called A and B.
namespace beside {

/// "A" and "B".
[[nodiscard]] QString letter(bool second);
/// What runs: "Sentiment · AdapLeR", "Sentiment · nothing dropped".
[[nodiscard]] QString title(const adaplens::Trace &trace);
/// "Both keep 5 of 19 words at the end; only A keeps “not”." Of layer `layer` of each, or its last one; empty where the
/// texts are not the same.
[[nodiscard]] QString keptWords(const adaplens::Trace &first, const adaplens::Trace &second, std::size_t layer);
/// The probabilities of the classes, the predicted one first; of many classes that one alone.
[[nodiscard]] QString prediction(const adaplens::Trace &trace);
/// "0.21 GFLOP, 2.9× fewer"; `scale` as CostView::operations() has it.
[[nodiscard]] QString operations(const adaplens::Trace &trace, double scale);

} // namespace beside

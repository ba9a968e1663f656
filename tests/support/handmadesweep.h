// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

namespace adaplens::test {

/// A sweep with invented figures: BERT, AdapLeR at three scales on dev and one on test, a floor of one of these, PoWER-BERT
/// that failed, a student that was not run. Models lie in folders "adapler" and "bert" beside `folder`.
[[nodiscard]] Sweep handMadeSweep(const std::filesystem::path &folder, const std::string &data = "SST-2");

/// Published points of the same set: one over time, one over padded operations.
[[nodiscard]] Sweep handMadePublished(const std::string &data = "SST-2");

} // namespace adaplens::test

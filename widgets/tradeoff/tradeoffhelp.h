// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Explanations behind the "?" of the trade-off's panels, as rich text.
namespace help {

[[nodiscard]] QString tradeoff();
[[nodiscard]] QString tradeoffPoints();
[[nodiscard]] QString sweeps();
[[nodiscard]] QString calibration();

} // namespace help

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the "?" of the Inspect page's panels say: rich text, with the formula.
namespace help {

[[nodiscard]] QString text();
[[nodiscard]] QString tokenMap();
[[nodiscard]] QString alive();
[[nodiscard]] QString scores();
[[nodiscard]] QString prediction();
[[nodiscard]] QString cost();
[[nodiscard]] QString word();

} // namespace help

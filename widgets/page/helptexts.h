// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the "?" of each panel says, with the formula: rich text.
namespace help {

[[nodiscard]] QString text();
[[nodiscard]] QString tokenMap();
[[nodiscard]] QString alive();
[[nodiscard]] QString scores();
[[nodiscard]] QString prediction();
[[nodiscard]] QString cost();
[[nodiscard]] QString word();
[[nodiscard]] QString compare();
[[nodiscard]] QString ranking();
[[nodiscard]] QString evaluation();
[[nodiscard]] QString agreementCurves();
[[nodiscard]] QString agreementTable();
/// All of them with an introduction: "How to read this".
[[nodiscard]] QString everything();

} // namespace help

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the "?" of the Evaluate page's panels say: rich text, with the formula.
namespace help {

[[nodiscard]] QString evaluation();
[[nodiscard]] QString agreementCurves();
[[nodiscard]] QString agreementTable();

} // namespace help

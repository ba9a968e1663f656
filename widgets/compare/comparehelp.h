// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the "?" of the Compare page's panels say: rich text, with the formula.
namespace help {

[[nodiscard]] QString compare();
[[nodiscard]] QString ranking();

} // namespace help

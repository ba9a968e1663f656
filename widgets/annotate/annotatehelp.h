// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the "?" of the Annotate page's panels say: rich text.
namespace help {

[[nodiscard]] QString browser();
[[nodiscard]] QString annotation();
[[nodiscard]] QString agreement();

} // namespace help

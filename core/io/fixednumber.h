// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace adaplens {

/// A number with so many digits after its point, as printf's "%.3f" writes it where nobody has set a locale.
[[nodiscard]] std::string fixedNumber(double value, int digits);

} // namespace adaplens

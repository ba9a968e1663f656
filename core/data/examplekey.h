// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"

#include <cstdint>

namespace adaplens {

/// A number that stands for all that a data set says of an example.
[[nodiscard]] std::uint64_t keyOf(const Example &example);

} // namespace adaplens

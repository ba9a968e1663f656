// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

/// How a table should write a cell, given by its model: what it means, not how it looks.
namespace emphasis {

inline constexpr int Role = Qt::UserRole + 100;
enum Kind { Plain, Quiet, Good, Warning, Bold };

} // namespace emphasis

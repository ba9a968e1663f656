// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

/// How a table should write a cell, given by its model: what it means, not how it looks.
namespace emphasis {

inline constexpr int Role = Qt::UserRole + 100;       ///< a Kind
inline constexpr int DetailRole = Qt::UserRole + 101; ///< text that stands small and quiet behind the cell's own
inline constexpr int MethodRole = Qt::UserRole + 102; ///< the adaplens::ScoreMethod whose colour a swatch shows
inline constexpr int PointRole = Qt::UserRole + 103;  ///< the method whose mark stands before the text (pointstyle.h)
inline constexpr int HollowRole = Qt::UserRole + 104; ///< whether that mark is hollow
enum Kind { Plain, Quiet, Good, Warning, Bold, Highlighted };

} // namespace emphasis

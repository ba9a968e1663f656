// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/rulenames.h"

#include <QString>

/// What the "?" of the Inspect page's panels say: rich text, with the formula. What depends on how a model drops words is
/// said of its rule.
namespace help {

[[nodiscard]] QString text();
[[nodiscard]] QString tokenMap(const adaplens::RuleNames &rule);
/// Of two analyses side by side.
[[nodiscard]] QString beside();
[[nodiscard]] QString alive();
[[nodiscard]] QString scores(const adaplens::RuleNames &rule);
[[nodiscard]] QString prediction();
[[nodiscard]] QString cost(const adaplens::RuleNames &rule);
[[nodiscard]] QString word();
[[nodiscard]] QString whatIf();
[[nodiscard]] QString triedRuns();

} // namespace help

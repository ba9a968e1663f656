// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/trace/rulenames.h"

#include <optional>
#include <string>

namespace adaplens {

/// What the rule of a model is called, and its scores.
[[nodiscard]] RuleNames namesOf(const ModelInfo &model);
/// The same by the rule's name in files, with the rule's usual settings; empty if there is none of that name.
[[nodiscard]] std::optional<RuleNames> namesOfRule(const std::string &rule);

} // namespace adaplens

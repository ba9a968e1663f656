// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace adaplens {

/// Text as LaTeX prints it: what has a meaning of its own there is escaped.
[[nodiscard]] std::string latexText(const std::string &text);

} // namespace adaplens

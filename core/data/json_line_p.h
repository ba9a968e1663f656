// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/textfile_p.h"

#include <nlohmann/json.hpp>

namespace adaplens {

/// The JSON object that a line holds. Throws Error naming file and line.
[[nodiscard]] nlohmann::json parseLine(const TextFile &file, std::size_t line, const std::string &text);

} // namespace adaplens

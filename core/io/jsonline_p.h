// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/textfile_p.h"

#include <nlohmann/json.hpp>

namespace adaplens {

/// The JSON object that a line holds. Throws Error naming file and line.
[[nodiscard]] nlohmann::json parseLine(const TextFile &file, std::size_t line, const std::string &text);

/// A line of a JSONL file.
struct JsonLine {
    nlohmann::json object;
    std::size_t line = 0; ///< its number, from 1
};
/// The next line that is not blank, or false at the end of the file. Throws Error naming file and line.
[[nodiscard]] bool nextObject(TextFile &file, JsonLine &next);

} // namespace adaplens

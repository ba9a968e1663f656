// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

namespace adaplens::cli {

/// printf for numbers: at most 95 characters.
template <typename... Arguments>
[[nodiscard]] std::string format(const char *pattern, Arguments... arguments)
{
    char text[96];
    std::snprintf(text, sizeof text, pattern, arguments...);
    return text;
}

/// "1 word", "2 words".
[[nodiscard]] inline std::string counted(std::size_t number, const char *thing)
{
    return std::to_string(number) + ' ' + thing + (number == 1 ? "" : "s");
}

} // namespace adaplens::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <charconv>
#include <vector>

namespace adaplens {

/// A float as the shortest decimal that reads back the same: 0.1, not 0.10000000149011612. NaN and infinity, for which
/// JSON has no number, become null.
[[nodiscard]] inline nlohmann::json jsonNumber(float value)
{
    char buffer[64];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
    double decimal = 0;
    const auto read = std::from_chars(buffer, written.ptr, decimal);
    if (read.ec != std::errc{} || static_cast<float>(decimal) != value)
        return value;
    return decimal;
}

[[nodiscard]] inline nlohmann::json jsonNumbers(const std::vector<float> &values)
{
    auto result = nlohmann::json::array();
    for (const float value : values)
        result.push_back(jsonNumber(value));
    return result;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include <charconv>
#include <utility>

namespace adaplens {

namespace {

template <typename Number>
std::string shortest(Number value)
{
    char buffer[64];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, error == std::errc{} ? end : buffer};
}

} // namespace

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result += '"';
        result += c;
    }
    return result += '"';
}

std::string csvRow(std::initializer_list<std::string_view> fields)
{
    std::string result;
    bool first = true;
    for (const auto field : fields) {
        if (!std::exchange(first, false))
            result += ',';
        result += csvField(field);
    }
    return result += "\r\n";
}

std::string csvNumber(float value)
{
    return shortest(value);
}

std::string csvNumber(double value)
{
    return shortest(value);
}

std::string csvNumber(std::size_t value)
{
    return shortest(value);
}

} // namespace adaplens

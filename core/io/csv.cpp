// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"

#include <utility>

namespace adaplens {

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

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonline_p.h"

namespace adaplens {

using nlohmann::json;

json parseLine(const TextFile &file, std::size_t line, const std::string &text)
{
    json object;
    try {
        object = json::parse(text);
    } catch (const json::parse_error &error) {
        file.fail(line, message("broken JSON at byte %1; one object a line was expected.", error.byte));
    } catch (const json::out_of_range &) {
        file.fail(line, message("a number is too large."));
    }
    if (!object.is_object())
        file.fail(line, message("a JSON %1 was found; one object a line was expected.", object.type_name()));
    return object;
}

bool nextObject(TextFile &file, JsonLine &next)
{
    std::string text;
    do {
        next.line = file.line();
        if (!file.getLine(text))
            return false;
    } while (text.find_first_not_of(" \t") == std::string::npos);
    next.object = parseLine(file, next.line, text);
    return true;
}

} // namespace adaplens

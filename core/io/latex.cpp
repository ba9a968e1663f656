// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/latex.h"

#include <string_view>

namespace adaplens {

std::string latexText(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '\\':
            result += "\\textbackslash{}";
            break;
        case '~':
            result += "\\textasciitilde{}";
            break;
        case '^':
            result += "\\textasciicircum{}";
            break;
        default:
            result += std::string_view("&%$#_{}").find(c) == std::string_view::npos ? "" : "\\";
            result += c;
        }
    }
    return result;
}

} // namespace adaplens

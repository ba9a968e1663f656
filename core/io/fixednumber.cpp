// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fixednumber.h"

#include <array>
#include <charconv>

namespace adaplens {

std::string fixedNumber(double value, int digits)
{
    std::array<char, 512> text{}; // the largest double has 309 digits before its point
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    return {text.data(), written.ptr};
}

} // namespace adaplens

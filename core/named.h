// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <array>
#include <string>

namespace adaplens {

/// The one of `all` that nameOf() gives this name; `kind` is what they are in a message. Throws Error listing the
/// names.
template <typename Values>
[[nodiscard]] auto named(const Values &all, const std::string &name, const Message &kind)
{
    std::string known;
    for (const auto &value : all) {
        if (name == nameOf(value))
            return value;
        known += (known.empty() ? "" : ", ") + std::string(nameOf(value));
    }
    throw Error("There is no %1 '%2'; known are %3.", kind, name, known);
}

} // namespace adaplens

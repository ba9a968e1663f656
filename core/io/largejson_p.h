// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace adaplens {

/// As parseJsonObject(), for objects of very many keys: in a tree, where OrderedJson looks through a list at each.
[[nodiscard]] nlohmann::json parseLargeJsonObject(std::string_view text, const std::string &name);

} // namespace adaplens

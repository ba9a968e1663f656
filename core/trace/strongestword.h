// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

namespace adaplens {

/// The first piece of the word that matters most to the model: of the first `among` columns the one that stays longest,
/// partly at least, and among those scores highest at the last layer it reaches. Empty where there is no word.
[[nodiscard]] std::optional<std::size_t> strongestWord(const Trace &trace, std::size_t among);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <cstddef>
#include <map>
#include <string>

/// A sentence or name of core in the language of the window; a plain text as it is. Rooms of core know no language.
[[nodiscard]] QString translated(const adaplens::Message &message);
/// Sentences of core and how often each is true: "rows without a label: 3, ...".
[[nodiscard]] QString translatedCounts(const std::map<std::string, std::size_t> &counts);

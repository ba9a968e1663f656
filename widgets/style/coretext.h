// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

/// A sentence or name of core in the language of the window; a plain text as it is. Rooms of core know no language.
[[nodiscard]] QString translated(const adaplens::Message &message);

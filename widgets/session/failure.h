// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adaplens {
class Message;
}

/// A sentence of the core in the window's language, with everything in its place.
[[nodiscard]] QString translated(const adaplens::Message &message);

/// Text for the user of whatever was thrown. To be called within a catch block, on any thread.
[[nodiscard]] QString describeException();

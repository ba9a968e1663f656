// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Text for the user of whatever was thrown. To be called within a catch block, on any thread.
[[nodiscard]] QString describeException();

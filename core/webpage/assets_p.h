// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace adaplens {

/// What every web page holds; made of resources/webpage/ when the program is built.
extern const char *const webPageStyle;
extern const char *const webPageScript;

} // namespace adaplens

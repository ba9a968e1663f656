// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace adaplens {

/// Keeps memory that is freed for what is allocated next, from now on and in the whole process: a step of training
/// allocates some hundred megabytes, and to get them from the system page by page anew each time takes longer than some
/// of its products. Does nothing with other C libraries than GNU's.
void keepFreedMemory();

} // namespace adaplens

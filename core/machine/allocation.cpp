// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/allocation.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace adaplens {

void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int largest = 32 << 20; // the most that glibc takes from its own heap
    constexpr int never = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, largest);
    mallopt(M_TRIM_THRESHOLD, never);
#endif
}

} // namespace adaplens

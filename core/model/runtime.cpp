// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/runtime.h"

#include <ATen/Parallel.h>

namespace adaplens {

void setThreads(int threads)
{
    at::set_num_threads(threads);
}

} // namespace adaplens

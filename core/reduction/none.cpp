// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/reducer_p.h"

namespace adaplens {

std::unique_ptr<Reducer> makeNone()
{
    return std::make_unique<Reducer>();
}

} // namespace adaplens

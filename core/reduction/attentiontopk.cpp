// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/floor_p.h"

namespace adaplens {

const FloorMethod &attentionFloor()
{
    static const FloorMethod method{
        {"attention-topk", message("Most attended tokens"), "significance", message("significance")}, nullptr};
    return method;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/floor_p.h"

namespace adaplens {

const FloorMethod &attentionFloor()
{
    static const FloorMethod method{
        {.name = "attention-topk",
         .title = message("Most attended tokens"),
         .score = "significance",
         .scoreTitle = message("significance"),
         .thresholdTitle = message("budget"),
         .keptBy = KeptBy::Rank,
         .ownUnit = true,
         .explanation = message("Inside each layer, after its attention and before its feed-forward part, the pieces "
                                "stay that receive the most attention from all others, as many as the configuration "
                                "says. Nothing is learned: it is a floor that shows what another rule's choice is "
                                "worth."),
         .cost = costOfDroppingAfterAttention()},
        nullptr};
    return method;
}

} // namespace adaplens

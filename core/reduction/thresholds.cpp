// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/thresholds.h"

#include "core/reduction/rule_p.h"

namespace adaplens {

bool hasThresholds(const ModelInfo &model)
{
    return ruleOf(model).hasThresholds();
}

bool hasLayerThresholds(const ModelInfo &model)
{
    return ruleOf(model).hasLayerThresholds();
}

} // namespace adaplens

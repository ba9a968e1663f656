// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/sweep/sweep.h"

namespace adaplens {

void bindJson(JsonBinder &json, SweepPoint &point);
/// The point with its model's folder as a file in `folder` names it.
[[nodiscard]] SweepPoint relativeTo(const std::filesystem::path &folder, SweepPoint point);

} // namespace adaplens

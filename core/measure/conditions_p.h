// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/measure/bootstrap.h"
#include "core/measure/conditions.h"

namespace adaplens {

/// `{"threads", "batch"?, "device", "precision"?, "processor", "libtorch", "blas", "seconds"}`.
void bindJson(JsonBinder &json, Conditions &conditions);
/// `{"mean", "low", "high", "level", "resamples"}`.
void bindJson(JsonBinder &json, Interval &interval);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/report.h"
#include "core/io/jsonbinder_p.h"

namespace adaplens {

/// The options that change a result, as reports and resume files hold them.
void bindJson(JsonBinder &json, AgreementOptions &options);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/report.h"

#include <string>

namespace adaplens::cli {

/// An agreement report as tables for a terminal: conditions, means over layers with intervals, the figures layer by
/// layer.
[[nodiscard]] std::string agreementTable(const AgreementReport &report);

} // namespace adaplens::cli

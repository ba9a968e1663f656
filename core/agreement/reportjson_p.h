// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/report.h"

#include <nlohmann/json.hpp>

namespace adaplens {

/// The options that change a result, as reports and resume files hold them.
[[nodiscard]] nlohmann::ordered_json optionsJson(const AgreementOptions &options);

} // namespace adaplens

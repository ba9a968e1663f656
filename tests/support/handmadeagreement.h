// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/report.h"

namespace adaplens::test {

/// A complete report of three layers: contribution, attention and random (which has one score a token). The value of
/// metric m (its place in allMetrics()), method i (its place in the report) and layer l is 0.1 i + 0.01 m + 0.001 l,
/// its interval 0.05 wide to each side; faithfulness is not measured.
[[nodiscard]] AgreementReport handMadeAgreement();

} // namespace adaplens::test

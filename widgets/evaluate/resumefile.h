// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementrunner.h"

/// The file in `folder` in which an interrupted run of these very settings goes on. Other settings, and another version
/// of the data or the model, have other names.
[[nodiscard]] std::filesystem::path resumeFileOf(const AgreementRequest &request, const std::filesystem::path &folder);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agree.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

/// What an agreement run needs to know.
struct AgreementRequest {
    std::filesystem::path model; ///< folder
    adaplens::Precision precision = adaplens::Precision::Float32;
    adaplens::DataSource data;
    adaplens::AgreementOptions options;
};

/// Does the work, on the thread of the run. Empty = cancelled. Throws adaplens::Error. Tests put fast, endless or
/// failing ones here.
using AgreementRunner = std::function<std::optional<adaplens::AgreementReport>(
    const AgreementRequest &, const adaplens::AgreementCallbacks &, std::stop_token)>;

/// The runner of the program: opens the model as a Classifier, which it keeps for the next run of the same folder and
/// precision as long as nobody writes to the folder, and removes the resume file of a run that came to its end.
[[nodiscard]] AgreementRunner classifierAgreement();

/// The file in `folder` in which an interrupted run of these very settings goes on. Other settings, and another version
/// of the data or the model, have other names.
[[nodiscard]] std::filesystem::path resumeFileOf(const AgreementRequest &request, const std::filesystem::path &folder);

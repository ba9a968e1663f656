// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

namespace adaplens {

/// What importKeras() reads and where it writes.
struct KerasImport {
    std::filesystem::path weights; ///< the .h5 file that AdapLeR's published code saved (TensorFlow 2.7)
    std::filesystem::path config;  ///< a folder with config.json and vocabulary of the BERT that was trained
    std::filesystem::path out;
    bool force = false; ///< files of a model in `out` are replaced, all others stay
};

/// What importKeras() wrote.
struct ImportedModel {
    std::filesystem::path folder;
    /// THETA_PR, which rescales [CLS]'s share at inference, is not 1: theta_mode is "forward".
    bool thetaForward = false;
};

/// Makes a model folder of weights that AdapLeR's published code saved. Labels are those of the config; where it names
/// none, LABEL_0, LABEL_1, ... as many as the classifier has. Empty = cancelled; then, as after an error, `out` is as
/// it was. Throws Error: every missing, misshapen or unknown tensor is listed in one message.
[[nodiscard]] std::optional<ImportedModel> importKeras(const KerasImport &what, std::stop_token stop = {});

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

namespace adaplens {

/// What exportModel() wrote.
struct ExportedModel {
    std::filesystem::path folder;
    bool adaptive = false;                     ///< has contribution predictors
    std::optional<std::filesystem::path> twin; ///< the plain twin's folder, where the model has one
};

/// Float32 opens everywhere; the others are smaller and open in AdapLens only, the twin then without word embeddings
/// of its own (it shares the model's, which must be the same).
enum class ExportForm { Float32, Float16, Int8 };

/// Copies a model as Hugging Face folders, float32 unless told otherwise: the model itself to `out`, its plain twin with embeddings of its
/// own to `out/plain`, README, LICENSE and NOTICE files beside them. Empty = cancelled; then, as after an error, `out`
/// is as it was. Throws Error if the model cannot be read, `out` cannot be written, is or holds the model itself, or is
/// not empty and `force` is off. With `force`, files of a model in `out` are replaced and all others stay.
[[nodiscard]] std::optional<ExportedModel> exportModel(const std::filesystem::path &folder,
                                                       const std::filesystem::path &out, bool force,
                                                       std::stop_token stop = {},
                                                       ExportForm form = ExportForm::Float32);

} // namespace adaplens

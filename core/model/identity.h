// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>

namespace adaplens {

/// Which model an opened one is: equal identities mean the same numbers. Another version means that somebody has
/// written to the folder, for example trained the model anew.
struct ModelIdentity {
    std::filesystem::path folder; ///< absolute, links resolved
    Precision precision = Precision::Float32;
    /// Size, time and place on the disk of each file, those of the twin and of shared word embeddings too; compared, never
    /// shown.
    std::string version;
    auto operator<=>(const ModelIdentity &) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

/// The identity of what lies in `folder` now. Never throws; files that are missing are part of the version.
[[nodiscard]] ModelIdentity identityOf(const std::filesystem::path &folder, Precision precision);

/// A number that stands for what the files of a model hold that make it what it is: configuration, vocabulary and
/// weights, those of the twin too. Reads all of them.
[[nodiscard]] std::uint64_t fingerprintOf(const std::filesystem::path &folder);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/model/shipped.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

namespace adaplens {

/// The shipped model of this folder, however it is written; null if it is none of them.
[[nodiscard]] const ShippedModel *shippedAt(std::span<const ShippedModel> shipped, const std::filesystem::path &folder);

/// Why a model is not the one for a text.
enum class Misfit {
    TooLong,      ///< the text is much longer than those that it was trained on
    OneTextOnly,  ///< there is a second text, which it does not read
    SecondMissing ///< it reads two texts, and there is one
};

/// A misfit, and the shipped model that would do better; null where none ships.
struct Advice {
    Misfit misfit = Misfit::TooLong;
    std::size_t reads = 0; ///< pieces that the model was trained on, where the text is too long
    const ShippedModel *better = nullptr;
};

/// From how many times the trained length on a text counts as much longer.
inline constexpr double muchLonger = 1.5;

/// Whether the open model is the one for a text of so many pieces, with a second text or alone; empty = it is, or nobody
/// can do better with so long a text. A better model for a long text has the same labels; `shipped` must outlive the
/// result.
[[nodiscard]] std::optional<Advice> adviceOn(const ModelInfo &open, std::span<const ShippedModel> shipped,
                                             std::size_t pieces, bool pair);

/// Whether both are the same folder of the disk.
[[nodiscard]] bool isSameFolder(const std::filesystem::path &a, const std::filesystem::path &b);

} // namespace adaplens

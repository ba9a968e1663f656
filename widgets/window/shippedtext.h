// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace adaplens {
struct ModelInfo;
struct ShippedModel;
} // namespace adaplens

/// What people call an open model: the title that the menu has for it, or its own name where it did not ship.
[[nodiscard]] QString shippedName(const std::vector<adaplens::ShippedModel> &shipped, const adaplens::ModelInfo &open);

/// Its title, for a menu.
[[nodiscard]] QString shippedTitle(const adaplens::ShippedModel &model);
/// The same and, where keys stand, what it was measured to do.
[[nodiscard]] QString shippedEntry(const adaplens::ShippedModel &model);
/// All that is known of it, in a few lines.
[[nodiscard]] QString shippedDescription(const adaplens::ShippedModel &model);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace adaplens {

/// Folder of what ships beside the program (models, examples): the one that ADAPLENS_RESOURCES names, or
/// `../share/adaplens` from the running binary, links resolved; it need not exist.
[[nodiscard]] std::filesystem::path resourceFolder();

} // namespace adaplens

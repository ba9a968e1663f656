// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace adaplens::cli {

/// The text of `--version`: AdapLens, LibTorch, BLAS, threads, processor, and advice where the BLAS is slow.
[[nodiscard]] std::string versionText();

} // namespace adaplens::cli

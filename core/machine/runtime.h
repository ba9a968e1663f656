// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <optional>
#include <string>

namespace adaplens {

/// What the program computes with, for `--version`, About and the conditions of a measurement.
struct RuntimeInfo {
    std::string version;   ///< AdapLens
    std::string libtorch;  ///< e.g. "1.13.1"
    std::string blas;      ///< e.g. "OpenBLAS 0.3.21 (OpenMP)"
    std::string processor; ///< model name and the vector features in use
    int threads = 1;
    std::optional<Message> advice; ///< the remedy for a slow BLAS
};

[[nodiscard]] RuntimeInfo runtimeInfo();
/// Sets the threads that tensor operations use; 0 = defaultThreads(), as where nobody sets them.
void setThreads(int threads);
/// Makes the calling thread compute with the threads set, which a new thread does not by itself; cheap.
void useThreads();

} // namespace adaplens

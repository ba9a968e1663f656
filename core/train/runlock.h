// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace adaplens {

/// The folder of a run as long as it is being trained into: another process that wanted to go on with the same run would
/// damage it. Ends with the process, however that ends, and leaves no file behind.
class RunLock {
public:
    /// The folder is made where it is missing. Throws Error if somebody else trains into it.
    explicit RunLock(const std::filesystem::path &folder);
    ~RunLock();
    RunLock(const RunLock &) = delete;
    RunLock &operator=(const RunLock &) = delete;

private:
    int m_descriptor = -1;
};

/// Whether some process, this one or another, holds the lock of a folder.
[[nodiscard]] bool isTrainedInto(const std::filesystem::path &folder);

} // namespace adaplens

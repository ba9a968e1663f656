// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace adaplens {

/// What a file of the system holds; empty where there is none.
using SystemFile = std::function<std::string(const std::string &path)>;

/// How many processors' time control groups (versions 1 and 2) leave to this process: the least of the limits of its
/// group and of those around it. Empty = no limit.
[[nodiscard]] std::optional<double> cgroupQuota(const SystemFile &read);

/// Cores, not hardware threads, among the processors of the numbers given: two threads of one core share its
/// arithmetic. `cpuInfo` is /proc/cpuinfo, which need not tell the cores apart; then each processor counts.
[[nodiscard]] int coresAmong(std::string_view cpuInfo, std::span<const int> processors);

/// Cores that this process may use, at least 1: those that its affinity allows, cut to whole ones of its quota.
[[nodiscard]] int allowedCores();

/// Threads to compute with where nobody chose a number: OMP_NUM_THREADS, or else allowedCores().
[[nodiscard]] int defaultThreads();

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace adaplens {

/// Values of a key in the text of /proc/cpuinfo, one for each logical processor that has it.
[[nodiscard]] std::vector<std::string> processorInfo(std::string_view cpuInfo, std::string_view key);

/// The processor's name and the features that kernels use: "Some Processor (AVX2, AVX-512)". From /proc/cpuinfo's text.
[[nodiscard]] std::string processorName(std::string_view cpuInfo);

/// What a file of the system (/proc, /sys) holds; empty where there is none.
[[nodiscard]] std::string systemFile(const std::string &path);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/processor.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

namespace adaplens {

std::vector<std::string> processorInfo(std::string_view cpuInfo, std::string_view key)
{
    std::vector<std::string> values;
    while (!cpuInfo.empty()) {
        const std::size_t end = std::min(cpuInfo.find('\n'), cpuInfo.size());
        const std::string_view line = cpuInfo.substr(0, end);
        cpuInfo.remove_prefix(std::min(end + 1, cpuInfo.size()));
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && colon > 0 &&
            line.substr(0, line.find_last_not_of(" \t", colon - 1) + 1) == key) {
            values.emplace_back(line.substr(std::min(colon + 2, line.size())));
        }
    }
    return values;
}

std::string processorName(std::string_view cpuInfo)
{
    const auto names = processorInfo(cpuInfo, "model name"), flags = processorInfo(cpuInfo, "flags");
    const std::string text = names.empty() ? "unknown processor" : names.front();
    std::istringstream words(flags.empty() ? "" : flags.front());
    const std::set<std::string> has{std::istream_iterator<std::string>(words), {}};
    static constexpr std::array<std::pair<const char *, const char *>, 6> features = {
        {{"avx2", "AVX2"},
         {"avx512f", "AVX-512"},
         {"avx512_bf16", "bfloat16"},
         {"amx_bf16", "AMX bfloat16"},
         {"avx_vnni", "VNNI"},
         {"avx512_vnni", "AVX-512 VNNI"}}};
    std::string list;
    for (const auto &[flag, name] : features) {
        if (has.contains(flag)) {
            list += (list.empty() ? " (" : ", ") + std::string(name);
        }
    }
    return text + (list.empty() ? "" : list + ")");
}

std::string systemFile(const std::string &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace adaplens

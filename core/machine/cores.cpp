// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/cores.h"

#include "core/machine/processor.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sched.h>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

bool listed(const std::string &list, std::string_view name)
{
    std::istringstream names(list);
    for (std::string item; std::getline(names, item, ',');) {
        if (item == name) {
            return true;
        }
    }
    return false;
}

/// Where the control groups of a version are mounted, and the group that the mount starts at.
struct Mount {
    std::string root, point;
};

std::optional<Mount> mountOf(const SystemFile &read, bool second)
{
    std::istringstream lines(read("/proc/self/mountinfo"));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t dash = line.find(" - ");
        if (dash == std::string::npos) {
            continue;
        }
        std::istringstream before(line.substr(0, dash)), after(line.substr(dash + 3));
        std::string skipped, type, source, options;
        Mount mount;
        before >> skipped >> skipped >> skipped >> mount.root >> mount.point;
        after >> type >> source >> options;
        if (second ? type == "cgroup2" : type == "cgroup" && listed(options, "cpu")) {
            return mount;
        }
    }
    return std::nullopt;
}

/// The group of this process: "4:cpu,cpuacct:/a/b" in version 1, "0::/a/b" in version 2.
std::optional<std::string> groupOf(const SystemFile &read, bool second)
{
    std::istringstream lines(read("/proc/self/cgroup"));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t first = line.find(':'), next = line.find(':', first + 1);
        if (next == std::string::npos) {
            continue;
        }
        const std::string controllers = line.substr(first + 1, next - first - 1);
        if (second ? controllers.empty() : listed(controllers, "cpu")) {
            return line.substr(next + 1);
        }
    }
    return std::nullopt;
}

/// Two numbers of microseconds as processors; empty for "max", -1 and whatever is no number.
std::optional<double> processors(const std::string &quota, const std::string &period)
{
    const auto number = [](const std::string &text) {
        double value = 0;
        std::istringstream(text) >> value;
        return value;
    };
    const double time = number(quota), each = number(period);
    return time > 0 && each > 0 ? std::optional(time / each) : std::nullopt;
}

std::optional<double> quotaIn(const SystemFile &read, const std::string &folder, bool second)
{
    if (!second) {
        return processors(read(folder + "/cpu.cfs_quota_us"), read(folder + "/cpu.cfs_period_us"));
    }
    std::istringstream words(read(folder + "/cpu.max"));
    std::string quota, period;
    words >> quota >> period;
    return processors(quota, period);
}

std::vector<int> allowedProcessors()
{
    constexpr int most = 8192;
    std::vector<int> result;
    cpu_set_t *set = CPU_ALLOC(most);
    const std::size_t size = CPU_ALLOC_SIZE(most);
    if (set != nullptr && sched_getaffinity(0, size, set) == 0) {
        for (int i = 0; i < most; ++i) {
            if (CPU_ISSET_S(static_cast<std::size_t>(i), size, set)) {
                result.push_back(i);
            }
        }
    }
    CPU_FREE(set);
    return result;
}

} // namespace

std::optional<double> cgroupQuota(const SystemFile &read)
{
    std::optional<double> least;
    for (const bool second : {false, true}) {
        const auto mount = mountOf(read, second);
        auto group = groupOf(read, second);
        if (!mount || !group) {
            continue;
        }
        // In a container the mount may start at the container's own group, and names outside it mean nothing.
        if (mount->root != "/") {
            group = group->starts_with(mount->root) ? group->substr(mount->root.size()) : std::string();
        }
        while (true) {
            while (group->ends_with('/')) {
                group->pop_back();
            }
            if (const auto quota = quotaIn(read, mount->point + *group, second)) {
                least = std::min(least.value_or(*quota), *quota);
            }
            if (group->empty()) {
                break;
            }
            group->resize(std::min(group->rfind('/'), group->size() - 1));
        }
    }
    return least;
}

int coresAmong(std::string_view cpuInfo, std::span<const int> processors)
{
    const auto numbers = processorInfo(cpuInfo, "processor"), packages = processorInfo(cpuInfo, "physical id"),
               ids = processorInfo(cpuInfo, "core id");
    if (ids.size() != numbers.size() || packages.size() != numbers.size()) {
        return static_cast<int>(processors.size());
    }
    std::set<std::pair<std::string, std::string>> cores;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto same = [&](int processor) { return std::to_string(processor) == numbers[i]; };
        if (std::ranges::any_of(processors, same)) {
            cores.emplace(packages[i], ids[i]);
        }
    }
    return cores.empty() ? static_cast<int>(processors.size()) : static_cast<int>(cores.size());
}

int allowedCores()
{
    const int cores = coresAmong(systemFile("/proc/cpuinfo"), allowedProcessors());
    const double quota = cgroupQuota(systemFile).value_or(cores);
    return std::max(1, std::min(cores, static_cast<int>(std::min(quota, 1e6))));
}

int defaultThreads()
{
    const char *given = std::getenv("OMP_NUM_THREADS"); // "4", or "4,2" where parallel parts are nested
    const std::string_view text = given != nullptr ? given : "";
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number > 0 ? number : allowedCores();
}

} // namespace adaplens

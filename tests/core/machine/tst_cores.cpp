// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/cores.h"
#include "core/machine/processor.h"
#include "core/machine/runtime.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <sched.h>
#include <thread>
#include <vector>

using namespace adaplens;

namespace {

using Files = std::map<std::string, std::string>;

std::optional<double> quotaOf(const Files &files)
{
    return cgroupQuota([&](const std::string &path) {
        const auto place = files.find(path);
        return place == files.end() ? std::string() : place->second;
    });
}

/// A line of /proc/self/mountinfo.
std::string mount(const char *root, const char *point, const char *kind)
{
    return std::string("31 23 0:28 ") + root + ' ' + point + " rw,relatime shared:9 - " + kind + '\n';
}

const char *const second = "cgroup2 cgroup2 rw";
const char *const first = "cgroup cgroup rw,cpu,cpuacct";

/// /proc/cpuinfo of processors that each have a package and a core.
std::string cpuInfo(const std::vector<std::pair<int, int>> &processors)
{
    std::string text;
    for (std::size_t i = 0; i < processors.size(); ++i) {
        text += "processor\t: " + std::to_string(i) + "\nmodel name\t: Some Processor\nflags\t\t: fpu avx2 avx_vnni\n" +
                "physical id\t: " + std::to_string(processors[i].first) +
                "\ncore id\t\t: " + std::to_string(processors[i].second) + "\n\n";
    }
    return text;
}

} // namespace

TEST_CASE("the quota is the least of the groups around the process, in both versions")
{
    const std::string mountinfo = "/proc/self/mountinfo", cgroup = "/proc/self/cgroup", at = "/sys/fs/cgroup";
    struct Row {
        const char *what;
        Files files;
        std::optional<double> expected;
    };
    const Row rows[] = {
        {"no control groups", {}, std::nullopt},
        {"version 2, no limit",
         {{mountinfo, mount("/", "/sys/fs/cgroup", second)},
          {cgroup, "0::/user\n"},
          {at + "/user/cpu.max", "max 100000\n"}},
         std::nullopt},
        {"version 2, a limit",
         {{mountinfo, mount("/", "/sys/fs/cgroup", second)},
          {cgroup, "0::/user\n"},
          {at + "/user/cpu.max", "250000 100000\n"}},
         2.5},
        {"version 2, the group around is tighter",
         {{mountinfo, mount("/", "/sys/fs/cgroup", second)},
          {cgroup, "0::/a.slice/b.scope\n"},
          {at + "/a.slice/b.scope/cpu.max", "400000 100000\n"},
          {at + "/a.slice/cpu.max", "150000 100000\n"}},
         1.5},
        {"version 2, in a container that sees itself as the root",
         {{mountinfo, mount("/", "/sys/fs/cgroup", second)}, {cgroup, "0::/\n"}, {at + "/cpu.max", "50000 100000"}},
         0.5},
        {"version 1, a limit",
         {{mountinfo, mount("/", "/sys/fs/cgroup/cpu", first)},
          {cgroup, "5:memory:/other\n4:cpu,cpuacct:/job\n"},
          {at + "/cpu/job/cpu.cfs_quota_us", "300000\n"},
          {at + "/cpu/job/cpu.cfs_period_us", "100000\n"}},
         3.0},
        {"version 1, no limit",
         {{mountinfo, mount("/", "/sys/fs/cgroup/cpu", first)},
          {cgroup, "4:cpu,cpuacct:/\n"},
          {at + "/cpu/cpu.cfs_quota_us", "-1\n"},
          {at + "/cpu/cpu.cfs_period_us", "100000\n"}},
         std::nullopt},
        {"version 1, mounted at the container's own group",
         {{mountinfo, mount("/docker/abc", "/sys/fs/cgroup/cpu", first)},
          {cgroup, "4:cpu,cpuacct:/docker/abc\n"},
          {at + "/cpu/cpu.cfs_quota_us", "200000\n"},
          {at + "/cpu/cpu.cfs_period_us", "100000\n"}},
         2.0},
        {"only another controller of version 1 is mounted",
         {{mountinfo, mount("/", "/sys/fs/cgroup/cpuset", "cgroup cgroup rw,cpuset")},
          {cgroup, "4:cpuset:/\n"},
          {at + "/cpuset/cpu.cfs_quota_us", "200000\n"},
          {at + "/cpuset/cpu.cfs_period_us", "100000\n"}},
         std::nullopt},
        {"both versions, each with a limit",
         {{mountinfo, mount("/", "/sys/fs/cgroup/cpu", first) + mount("/", "/sys/fs/cgroup/unified", second)},
          {cgroup, "4:cpu,cpuacct:/job\n0::/job\n"},
          {at + "/cpu/job/cpu.cfs_quota_us", "300000\n"},
          {at + "/cpu/job/cpu.cfs_period_us", "100000\n"},
          {at + "/unified/job/cpu.max", "200000 100000\n"}},
         2.0},
        {"files that say nothing sensible",
         {{mountinfo, "nonsense\n" + mount("/", "/sys/fs/cgroup", second)},
          {cgroup, "x\n0::/\n"},
          {at + "/cpu.max", "soon"}},
         std::nullopt},
    };
    for (const Row &row : rows) {
        CAPTURE(row.what);
        CHECK(quotaOf(row.files) == row.expected);
    }
}

TEST_CASE("cores are counted, not their threads, and only those that are allowed")
{
    const std::string two = cpuInfo({{0, 0}, {0, 1}, {0, 0}, {0, 1}}), sockets = cpuInfo({{0, 0}, {1, 0}});
    CHECK(coresAmong(two, std::vector{0, 1, 2, 3}) == 2);
    CHECK(coresAmong(two, std::vector{0, 2}) == 1);
    CHECK(coresAmong(two, std::vector{1, 2}) == 2);
    CHECK(coresAmong(sockets, std::vector{0, 1}) == 2);
    CHECK(coresAmong("processor\t: 0\n\nprocessor\t: 1\n", std::vector{0, 1}) == 2); // tells no cores apart
    CHECK(coresAmong("", std::vector{3}) == 1);
}

TEST_CASE("the processor is named with the features that kernels use")
{
    CHECK(processorName(cpuInfo({{0, 0}, {0, 1}})) == "Some Processor (AVX2, VNNI)");
    CHECK(processorName("") == "unknown processor");
}

TEST_CASE("threads follow the affinity of the process, unless OMP_NUM_THREADS says otherwise")
{
    cpu_set_t before, one;
    REQUIRE(sched_getaffinity(0, sizeof before, &before) == 0);
    CHECK(allowedCores() >= 1);
    CHECK(allowedCores() <= static_cast<int>(std::thread::hardware_concurrency()));
    CPU_ZERO(&one);
    for (std::size_t i = 0; i < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++i) {
        if (CPU_ISSET(i, &before)) {
            CPU_SET(i, &one);
        }
    }
    REQUIRE(sched_setaffinity(0, sizeof one, &one) == 0);
    CHECK(allowedCores() == 1);
    const char *given = std::getenv("OMP_NUM_THREADS");
    const std::string old = given != nullptr ? given : "";
    for (const auto &[value, expected] : {std::pair("3", 3), {"5,2", 5}, {"0", 1}, {"many", 1}, {"", 1}}) {
        CAPTURE(value);
        ::setenv("OMP_NUM_THREADS", value, 1);
        CHECK(defaultThreads() == expected);
    }
    ::unsetenv("OMP_NUM_THREADS");
    CHECK(defaultThreads() == 1);
    ::setenv("OMP_NUM_THREADS", old.c_str(), given != nullptr ? 1 : 0);
    REQUIRE(sched_setaffinity(0, sizeof before, &before) == 0);
}

TEST_CASE("what is chosen goes before the default, in every thread")
{
    setThreads(0);
    CHECK(runtimeInfo().threads == defaultThreads());
    setThreads(3);
    CHECK(runtimeInfo().threads == 3);
    int elsewhere = 0;
    std::thread([&] { elsewhere = runtimeInfo().threads; }).join();
    CHECK(elsewhere == 3);
    setThreads(0);
    std::thread([&] { elsewhere = runtimeInfo().threads; }).join();
    CHECK(elsewhere == defaultThreads());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/runtime.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/version.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <dlfcn.h>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include <omp.h>

namespace adaplens {

namespace {

struct Blas {
    std::string name, advice;
};

/// A function that a loaded library offers, whichever library that is; null if none does.
template <typename Function>
Function *loaded(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_DEFAULT, name));
}

/// Whether a shared library with this in its file name is loaded.
bool loadedFile(const std::string &part)
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.substr(line.find_last_of('/') + 1).find(part) != std::string::npos) {
            return true;
        }
    }
    return false;
}

Blas openBlas()
{
    // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH ...": the first two words are name and version.
    std::istringstream words(loaded<char *()>("openblas_get_config")());
    std::string name, version;
    words >> name >> version;
    auto *parallel = loaded<int()>("openblas_get_parallel");
    const int kind = parallel != nullptr ? parallel() : 2;
    if (kind == 2) {
        return {name + " " + version + " (OpenMP)", {}};
    }
    if (kind == 1) {
        return {
            name + " " + version + " (own threads)",
            "The threads of this OpenBLAS fight LibTorch's and slow both: replace the package libopenblas0-pthread by "
            "libopenblas0-openmp."};
    }
    return {name + " " + version + " (one thread)",
            "This OpenBLAS uses one thread only: replace the package libopenblas0-serial by libopenblas0-openmp."};
}

Blas blas()
{
    if (at::hasMKL()) {
        return {"MKL", {}};
    }
    if (loaded<char *()>("openblas_get_config") != nullptr) {
        return openBlas();
    }
    for (const auto &[file, name] : {std::pair("libblis", "BLIS"), std::pair("libatlas", "ATLAS")}) {
        if (loadedFile(file)) {
            return {name, {}};
        }
    }
    return {loadedFile("libblas") ? "reference BLAS" : "unknown BLAS",
            "Matrix products run on a slow BLAS, up to 25 times slower than they could: install the package "
            "libopenblas0-openmp."};
}

/// Values of a key in /proc/cpuinfo, one for each logical processor.
std::vector<std::string> cpuInfo(const std::string &key)
{
    std::vector<std::string> values;
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(':');
        if (colon != std::string::npos && line.substr(0, line.find_last_not_of(" \t", colon - 1) + 1) == key) {
            values.push_back(line.substr(std::min(colon + 2, line.size())));
        }
    }
    return values;
}

std::string processor()
{
    const auto names = cpuInfo("model name"), flags = cpuInfo("flags");
    std::string text = names.empty() ? "unknown processor" : names.front();
    std::istringstream words(flags.empty() ? "" : flags.front());
    std::set<std::string> has;
    for (std::string flag; words >> flag;) {
        has.insert(flag);
    }
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

std::atomic<int> chosenThreads = 0; ///< 0 until somebody chooses

/// Cores, not hardware threads: two threads of one core share its arithmetic.
int cores()
{
    const auto packages = cpuInfo("physical id"), ids = cpuInfo("core id");
    std::set<std::pair<std::string, std::string>> distinct;
    for (std::size_t i = 0; i < std::min(packages.size(), ids.size()); ++i) {
        distinct.emplace(packages[i], ids[i]);
    }
    const auto allowed = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return distinct.empty() ? allowed : std::min(allowed, static_cast<int>(distinct.size()));
}

} // namespace

RuntimeInfo runtimeInfo()
{
    const Blas used = blas();
    return {.version = ADAPLENS_VERSION,
            .libtorch = TORCH_VERSION,
            .blas = used.name,
            .processor = processor(),
            .threads = at::get_num_threads(),
            .advice = used.advice};
}

void setThreads(int threads)
{
    chosenThreads = threads > 0 ? threads : cores();
    useThreads();
}

void useThreads()
{
    const int chosen = chosenThreads;
    static_cast<void>(at::get_num_threads()); // LibTorch sets a new thread's default where it is first asked
    if (chosen == 0) {
        return;
    }
    // LibTorch's own function is the last resort: each call starts another pool of threads, which spin for 25 ms.
    omp_set_num_threads(chosen);
    if (at::get_num_threads() != chosen) {
        at::set_num_threads(chosen);
    }
}

} // namespace adaplens

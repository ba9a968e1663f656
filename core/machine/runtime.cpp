// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/runtime.h"

#include "core/machine/cores.h"
#include "core/machine/processor.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/version.h>

#include <atomic>
#include <dlfcn.h>
#include <fstream>
#include <sstream>

#include <omp.h>

namespace adaplens {

namespace {

struct Blas {
    std::string name;
    std::optional<Message> advice = {};
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
        return {name + " " + version + " (OpenMP)"};
    }
    if (kind == 1) {
        return {name + " " + version + " (own threads)",
                message("The threads of this OpenBLAS fight LibTorch's and slow both: replace the package "
                        "libopenblas0-pthread by libopenblas0-openmp.")};
    }
    return {name + " " + version + " (one thread)",
            message("This OpenBLAS uses one thread only: replace the package libopenblas0-serial by "
                    "libopenblas0-openmp.")};
}

Blas blas()
{
    if (at::hasMKL()) {
        return {"MKL"};
    }
    if (loaded<char *()>("openblas_get_config") != nullptr) {
        return openBlas();
    }
    for (const auto &[file, name] : {std::pair("libblis", "BLIS"), std::pair("libatlas", "ATLAS")}) {
        if (loadedFile(file)) {
            return {name};
        }
    }
    return {loadedFile("libblas") ? "reference BLAS" : "unknown BLAS",
            message("Matrix products run on a slow BLAS, up to 25 times slower than they could: install the package "
                    "libopenblas0-openmp.")};
}

std::atomic<int> chosenThreads = 0; ///< 0 until somebody chooses

} // namespace

RuntimeInfo runtimeInfo()
{
    const Blas used = blas();
    useThreads();
    return {.version = ADAPLENS_VERSION,
            .libtorch = TORCH_VERSION,
            .blas = used.name,
            .processor = processorName(systemFile("/proc/cpuinfo")),
            .threads = at::get_num_threads(),
            .advice = used.advice};
}

void setThreads(int threads)
{
    chosenThreads = threads;
    useThreads();
}

void useThreads()
{
    static const int byDefault = defaultThreads();
    const int chosen = chosenThreads > 0 ? chosenThreads.load() : byDefault;
    static_cast<void>(at::get_num_threads()); // LibTorch sets a new thread's default where it is first asked
    // LibTorch's own function is the last resort: each call starts another pool of threads, which spin for 25 ms.
    omp_set_num_threads(chosen);
    if (at::get_num_threads() != chosen) {
        at::set_num_threads(chosen);
    }
}

} // namespace adaplens

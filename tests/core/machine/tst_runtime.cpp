// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/runtime.h"

#include <doctest/doctest.h>

#include <thread>

using namespace adaplens;

TEST_CASE("the runtime names everything a measurement depends on")
{
    const RuntimeInfo info = runtimeInfo();
    CHECK(info.version.find('.') != std::string::npos);
    CHECK(info.libtorch.find('.') != std::string::npos);
    CHECK_FALSE(info.blas.empty());
    CHECK_FALSE(info.processor.empty());
    CHECK(info.threads >= 1);
    // A fast BLAS needs no advice, and advice names the remedy.
    CHECK((info.advice.empty() || info.advice.find("libopenblas0-openmp") != std::string::npos));
    CHECK(info.advice.empty() == (info.blas.find("OpenMP") != std::string::npos || info.blas == "MKL" ||
                                  info.blas == "BLIS" || info.blas == "ATLAS"));
    MESSAGE(info.libtorch << ", " << info.blas << ", " << info.processor);
}

TEST_CASE("threads are set, and 0 means the cores of the machine")
{
    setThreads(1);
    CHECK(runtimeInfo().threads == 1);
    setThreads(2);
    CHECK(runtimeInfo().threads == 2);
    setThreads(0);
    CHECK(runtimeInfo().threads >= 1);
    CHECK(runtimeInfo().threads <= static_cast<int>(std::thread::hardware_concurrency()));
}

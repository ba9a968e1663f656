// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/runtime.h"

#include <doctest/doctest.h>

using namespace adaplens;

TEST_CASE("the runtime names everything a measurement depends on")
{
    const RuntimeInfo info = runtimeInfo();
    CHECK(info.version.find('.') != std::string::npos);
    CHECK(info.libtorch.find('.') != std::string::npos);
    CHECK_FALSE(info.blas.empty());
    CHECK_FALSE(info.processor.empty());
    CHECK(info.threads >= 1);
    // Advice names the remedy. That the machines this is tested on have a fast BLAS is part of the set-up.
    CHECK_MESSAGE(!info.advice, info.blas << ": " << (info.advice ? info.advice->english() : ""));
}

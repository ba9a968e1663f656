// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version.h"

#include "core/machine/runtime.h"

namespace adaplens::cli {

std::string versionText()
{
    const RuntimeInfo info = runtimeInfo();
    std::string text = "AdapLens " + info.version + "\nLibTorch " + info.libtorch + "\nBLAS " + info.blas +
                       "\nThreads " + std::to_string(info.threads) + "\nProcessor " + info.processor;
    if (info.advice) {
        text += "\n" + info.advice->english();
    }
    return text;
}

} // namespace adaplens::cli

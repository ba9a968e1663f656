// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <c10/util/Exception.h>

#include <filesystem>
#include <new>
#include <string>
#include <utility>

namespace adaplens {

/// Runs `work` and turns what other libraries throw into an Error: one sentence instead of a stack trace.
/// `doing`: what failed, for the message, e.g. "Running model X".
template <typename Work>
decltype(auto) translatingErrors(const Message &doing, Work &&work)
{
    const auto noMemory = [&doing] {
        return Error("%1 needs more memory than this machine has free; take a shorter text or a smaller batch.", doing);
    };
    try {
        return std::forward<Work>(work)();
    } catch (const c10::Error &error) {
        const std::string what = error.what_without_backtrace();
        if (what.find("not enough memory") != std::string::npos || what.find("out of memory") != std::string::npos) {
            throw noMemory();
        }
        throw Error("%1 failed inside LibTorch: %2", doing, what.substr(0, what.find('\n')));
    } catch (const std::bad_alloc &) {
        throw noMemory();
    } catch (const std::filesystem::filesystem_error &error) {
        throw Error("%1 failed: %2 (%3); check the permissions there, and the free space.", doing,
                    error.code().message(), error.path1().string());
    }
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <utility>

namespace adaplens {

/// Unwinds work that was asked to stop, within a room; to its callers that is an outcome (stoppable()).
struct Stopped {};

inline void stopIfAsked(const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        throw Stopped();
    }
}

/// What a step gave that is empty where it was stopped.
template <typename T>
[[nodiscard]] T orStop(std::optional<T> &&result)
{
    if (!result) {
        throw Stopped();
    }
    return std::move(*result);
}

/// What `work` gives; empty if it was stopped.
template <typename Work>
[[nodiscard]] auto stoppable(Work &&work) -> std::optional<decltype(work())>
{
    try {
        return std::forward<Work>(work)();
    } catch (const Stopped &) {
        return std::nullopt;
    }
}

} // namespace adaplens

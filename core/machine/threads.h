// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace adaplens {

/// Deals the sequences of a batch out to threads: indices into `lengths` in shares of about equal tokens, at least one
/// share a thread and none much longer than a processor's cache holds states of. One share of everything where threads
/// would wait for one another: too few sequences, or one much longer than the rest.
[[nodiscard]] std::vector<std::vector<std::size_t>> dealOut(std::span<const std::size_t> lengths, std::size_t threads);

/// Runs task(0) .. task(count - 1), each on one thread from beginning to end, as many at a time as the calling thread
/// may use; within a task everything runs on that thread alone. A single task is run by the caller with all threads.
/// Throws what the first failing task threw, once all have ended.
void inThreads(std::size_t count, const std::function<void(std::size_t)> &task);

} // namespace adaplens

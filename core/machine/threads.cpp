// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machine/threads.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <numeric>

#include <omp.h>

namespace adaplens {

std::vector<std::vector<std::size_t>> dealOut(std::span<const std::size_t> lengths, std::size_t threads)
{
    // Few enough that states stay in the cache from layer to layer, enough that reading the weights is paid for.
    constexpr std::size_t rows = 1024;
    std::vector<std::size_t> order(lengths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t total = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
    threads = std::max<std::size_t>(threads, 1);
    const std::size_t rounds = (total + threads * rows - 1) / (threads * rows);
    const std::size_t count = std::min(threads * std::max<std::size_t>(rounds, 1), lengths.size());
    if (count < threads || threads == 1) {
        return {std::move(order)};
    }
    // The longest first, each to whoever has least: within a third of the best there is.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lengths[a] > lengths[b]; });
    std::vector<std::vector<std::size_t>> shares(count);
    std::vector<std::size_t> loads(count);
    for (const std::size_t sequence : order) {
        const auto least = static_cast<std::size_t>(std::min_element(loads.begin(), loads.end()) - loads.begin());
        shares[least].push_back(sequence);
        loads[least] += lengths[sequence];
    }
    const std::size_t most = *std::max_element(loads.begin(), loads.end()) * ((count + threads - 1) / threads);
    if (most * threads * 4 > total * 5) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        return {std::move(order)};
    }
    return shares;
}

void inThreads(std::size_t count, const std::function<void(std::size_t)> &task)
{
    if (count == 1) {
        task(0);
        return;
    }
    std::exception_ptr failure;
    std::mutex mutex;
#pragma omp parallel for schedule(dynamic, 1)
    for (std::size_t i = 0; i < count; ++i) {
        try {
            task(i);
        } catch (...) {
            const std::scoped_lock lock(mutex);
            if (!failure) {
                failure = std::current_exception();
            }
        }
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace adaplens

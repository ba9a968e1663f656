// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace adaplens {

/// The prediction of a document that was read in windows: the class of the largest mean probability.
class Vote {
public:
    /// Adds a window; `logits` [K], at least one.
    void add(const std::vector<float> &logits);
    /// The class; the first of equals. Of at least one window, like mean().
    [[nodiscard]] std::size_t winner() const;
    /// Mean probability of each class [K].
    [[nodiscard]] std::vector<double> mean() const;

private:
    std::vector<double> m_sums;
    std::size_t m_count = 0;
};

} // namespace adaplens

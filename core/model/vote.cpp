// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vote_p.h"

#include <algorithm>
#include <cmath>

namespace adaplens {

void Vote::add(const std::vector<float> &logits)
{
    const double largest = static_cast<double>(*std::ranges::max_element(logits));
    std::vector<double> powers;
    double total = 0;
    for (const float logit : logits) {
        powers.push_back(std::exp(static_cast<double>(logit) - largest));
        total += powers.back();
    }
    m_sums.resize(logits.size());
    for (std::size_t k = 0; k < powers.size(); ++k)
        m_sums[k] += powers[k] / total;
    ++m_count;
}

std::size_t Vote::winner() const
{
    return static_cast<std::size_t>(std::ranges::max_element(m_sums) - m_sums.begin());
}

std::vector<double> Vote::mean() const
{
    std::vector<double> result = m_sums;
    for (double &value : result)
        value /= static_cast<double>(m_count);
    return result;
}

} // namespace adaplens

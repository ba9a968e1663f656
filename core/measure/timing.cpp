// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/timing.h"

#include <algorithm>

namespace adaplens {

void TimeLeft::add(std::size_t pieces, double seconds)
{
    addKnown(pieces);
    m_timedPieces += static_cast<double>(pieces);
    m_seconds += seconds;
}

std::optional<double> TimeLeft::seconds(std::size_t done, std::size_t total) const
{
    if (done == 0 || total < done || m_timedPieces == 0)
        return std::nullopt;
    const double pieces = m_pieces / static_cast<double>(done) * static_cast<double>(total - done);
    return m_seconds / m_timedPieces * pieces;
}

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace adaplens

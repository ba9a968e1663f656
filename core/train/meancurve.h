// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace adaplens {

/// A point of a curve over the batches of a step.
struct CurvePoint {
    double at = 0; ///< batch, from 1
    double value = 0;
};

/// A series of any length in little memory: once there are as many points as a screen can show, neighbours are merged,
/// and each point is the mean of twice as many values.
class MeanCurve {
public:
    /// `most` points, an even number.
    explicit MeanCurve(std::size_t most = 1024) : m_most(most) {}

    void add(double value)
    {
        m_sum += value;
        if (++m_count < m_width) {
            return;
        }
        m_sums.push_back(m_sum);
        m_sum = 0;
        m_count = 0;
        if (m_sums.size() == m_most) {
            for (std::size_t i = 0; i < m_most / 2; ++i) {
                m_sums[i] = m_sums[2 * i] + m_sums[2 * i + 1];
            }
            m_sums.resize(m_most / 2);
            m_width *= 2;
        }
    }

    /// How many values a point is the mean of; the last one may have fewer.
    [[nodiscard]] std::size_t width() const { return m_width; }
    /// Each in the middle of its values.
    [[nodiscard]] std::vector<CurvePoint> points() const
    {
        std::vector<CurvePoint> result;
        const auto width = static_cast<double>(m_width);
        for (const double sum : m_sums) {
            result.push_back({static_cast<double>(result.size()) * width + (width + 1) / 2, sum / width});
        }
        if (m_count > 0) {
            const auto count = static_cast<double>(m_count);
            result.push_back({static_cast<double>(result.size()) * width + (count + 1) / 2, m_sum / count});
        }
        return result;
    }

private:
    std::size_t m_most, m_width = 1, m_count = 0; // m_count: of the values in m_sum
    double m_sum = 0;
    std::vector<double> m_sums;
};

} // namespace adaplens

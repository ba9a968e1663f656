// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/weights_p.h"
#include "core/model/classifier.h"

#include <stop_token>
#include <vector>

namespace adaplens {

/// Whether this build has packed products, their weights laid out once.
[[nodiscard]] bool packedProducts();

/// The ways on which one text can go through a model without dropping: packed products in some precision, the same in
/// float32 where that is another one, and LibTorch's products and attention.
class PlainPaths {
public:
    /// The plain twin of a model; with `onlyOwn` the first way alone.
    [[nodiscard]] static PlainPaths ofModel(const Classifier &classifier, bool onlyOwn = false);
    /// BERT-base's shape, random weights.
    [[nodiscard]] static PlainPaths ofBertBase(Precision precision);

    [[nodiscard]] const ModelInfo &info() const { return m_info; }
    [[nodiscard]] std::size_t count() const { return m_paths.size(); }
    /// One pass over `n` pieces. Throws Stopped.
    void run(std::size_t path, std::size_t n, const std::stop_token &stop) const;

private:
    PlainPaths(ModelInfo info, const Weights &weights, Precision precision, bool onlyOwn);

    ModelInfo m_info;
    std::vector<Weights> m_paths;
};

/// Milliseconds by length, between the lengths measured along straight lines.
class Curve {
public:
    /// Lengths in ascending order.
    void add(double n, double milliseconds) { m_points.emplace_back(n, milliseconds); }
    [[nodiscard]] double at(double n) const;

private:
    std::vector<std::pair<double, double>> m_points;
};

} // namespace adaplens

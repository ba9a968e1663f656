// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/bench_p.h"

#include "core/model/classifier_p.h"
#include "core/stopped_p.h"
#include "core/machine/runtime.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace adaplens {

namespace {

/// Source: Devlin et al. 2019, the base model.
ModelInfo bertBase()
{
    ModelInfo info;
    info.name = "random";
    info.labels = {"negative", "positive"};
    info.layers = 12;
    info.hidden = 768;
    info.heads = 12;
    info.intermediate = 3072;
    info.maxLength = 512;
    info.vocabularySize = 30522;
    return info;
}

Weights randomWeights(const ModelInfo &info)
{
    constexpr double spread = 0.02;
    Weights weights;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{1});
    forEachEncoderTensor(weights, info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        tensor = at::empty(spec.shape).normal_(0, spread, generator);
    });
    return weights;
}

} // namespace

bool packedProducts()
{
    constexpr std::size_t side = 32;
    const std::vector<float> weight(side * side), bias(side);
    return PackedLinear::make(weight, bias, Precision::Float32) != nullptr;
}

PlainPaths::PlainPaths(ModelInfo info, const Weights &weights, Precision precision, bool onlyOwn)
    : m_info(std::move(info))
{
    m_paths.push_back(weights);
    if (!onlyOwn && precision != Precision::Float32) {
        m_paths.push_back(weights);
        pack(m_paths.back());
    }
    if (!onlyOwn) {
        m_paths.push_back(unpacked(weights));
    }
}

PlainPaths PlainPaths::ofModel(const Classifier &classifier, bool onlyOwn)
{
    const Checkpoint &plain = ClassifierAccess::plain(classifier);
    return {plain.info, plain.weights, classifier.precision(), onlyOwn};
}

PlainPaths PlainPaths::ofBertBase(Precision precision)
{
    const ModelInfo info = bertBase();
    Weights weights = randomWeights(info);
    pack(weights, precision);
    return {info, weights, precision, false};
}

void PlainPaths::run(std::size_t path, std::size_t n, const std::stop_token &stop) const
{
    useThreads();
    const c10::InferenceMode guard;
    Encoding encoding;
    encoding.pieces.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        encoding.pieces[i].id = static_cast<std::int32_t>(i * 7919 % m_info.vocabularySize);
    }
    const Encoding *const one[] = {&encoding};
    (void)orStop(runReduced(m_paths[path], m_info, BatchInput::of(one), Reducer(), false, {}, stop));
}

double Curve::at(double n) const
{
    const auto after = std::ranges::lower_bound(m_points, n, {}, [](const auto &point) { return point.first; });
    if (after == m_points.end()) {
        return m_points.empty() ? 0 : m_points.back().second;
    }
    if (after == m_points.begin()) {
        return after->second;
    }
    const auto before = std::prev(after);
    const double share = (n - before->first) / (after->first - before->first);
    return before->second + share * (after->second - before->second);
}

} // namespace adaplens

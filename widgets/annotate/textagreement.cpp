// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textagreement.h"

#include "core/agreement/alignment.h"
#include "core/agreement/ranking.h"
#include "core/agreement/selection.h"

#include <algorithm>

using adaplens::ScoreMethod;

namespace {

/// The entries of `values` where `content` is 1, negative ones as 0.
std::vector<double> contentScores(std::span<const float> values, std::span<const std::uint8_t> content)
{
    std::vector<double> result;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] != 0) {
            result.push_back(std::max(0.0, static_cast<double>(values[i])));
        }
    }
    return result;
}

/// Layers of a method that are to be looked at.
std::span<const std::vector<float>> layersOf(const adaplens::TokenScores &scores, std::optional<std::size_t> layer)
{
    const std::span<const std::vector<float>> all = scores.layers;
    return !layer || all.size() <= 1 ? all : all.subspan(std::min(*layer, all.size() - 1), 1);
}

/// A mean that is empty where it has no values.
class Mean {
public:
    void add(std::optional<double> value)
    {
        if (value) {
            m_sum += *value;
            ++m_count;
        }
    }
    [[nodiscard]] std::optional<double> value() const
    {
        return m_count == 0 ? std::nullopt : std::optional(m_sum / m_count);
    }

private:
    double m_sum = 0;
    int m_count = 0;
};

} // namespace

TextAgreements textAgreement(const adaplens::Attribution &attribution, const adaplens::Encoding &encoding,
                             std::span<const adaplens::ByteRange> rationale, std::optional<std::size_t> layer)
{
    const std::vector<std::uint8_t> content = adaplens::contentPieces(encoding);
    const std::vector<std::uint8_t> marked = adaplens::markedPieces(encoding, rationale);
    std::vector<std::uint8_t> labels;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] != 0) {
            labels.push_back(marked[i]);
        }
    }
    TextAgreements result;
    result.content = labels.size();
    result.marked = static_cast<std::size_t>(std::count(labels.begin(), labels.end(), 1));

    std::vector<std::size_t> sizes; // of the contribution's selection, per layer looked at
    for (const adaplens::TokenScores &scores : attribution.scores) {
        if (scores.method == ScoreMethod::Contribution) {
            for (const std::vector<float> &values : layersOf(scores, layer)) {
                const auto selected = adaplens::selectUniform(contentScores(values, content));
                sizes.push_back(static_cast<std::size_t>(std::count(selected.begin(), selected.end(), 1)));
            }
        }
    }
    for (const adaplens::TokenScores &scores : attribution.scores) {
        const auto layers = layersOf(scores, layer);
        // A method without layers is compared at every size that the contribution has.
        const std::size_t steps = layers.size() == 1 ? std::max<std::size_t>(1, sizes.size()) : layers.size();
        Mean ap, precision, recall, falsePositives, selectedShare;
        for (std::size_t step = 0; step < steps && !layers.empty(); ++step) {
            const auto values = contentScores(layers[std::min(step, layers.size() - 1)], content);
            ap.add(adaplens::averagePrecision(values, labels));
            const auto uniform = adaplens::countSelection(adaplens::selectUniform(values), labels);
            falsePositives.add(uniform.falsePositiveRate());
            selectedShare.add(uniform.selectedShare());
            if (step < sizes.size()) {
                const auto top = adaplens::countSelection(adaplens::selectTop(values, sizes[step]), labels);
                precision.add(top.precision());
                recall.add(top.truePositiveRate());
            }
        }
        result.methods.push_back({scores.method, ap.value(), precision.value(), recall.value(),
                                  falsePositives.value().value_or(0), selectedShare.value().value_or(0),
                                  layers.size()});
    }
    return result;
}

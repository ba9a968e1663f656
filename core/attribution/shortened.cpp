// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/shortened_p.h"

#include "core/model/classifier_p.h"

#include <algorithm>
#include <numeric>

namespace adaplens {

namespace {

/// Texts of `longest` pieces that run together: enough to keep the processor busy, and their attention within 64 MB.
std::size_t batchOf(const ModelInfo &info, std::size_t longest)
{
    constexpr std::size_t rows = 2048, numbers = std::size_t{16} << 20U;
    return std::max<std::size_t>(1, std::min(rows / longest, numbers / (info.heads * longest * longest)));
}

} // namespace

Encoding withPieces(const Encoding &encoding, std::span<const std::uint8_t> stays)
{
    Encoding result;
    for (std::size_t i = 0; i < encoding.pieces.size(); ++i) {
        if (stays[i] != 0) {
            result.pieces.push_back(encoding.pieces[i]);
        }
    }
    return result;
}

std::optional<std::vector<std::vector<float>>> probabilitiesOf(Classifier &classifier, std::span<const Encoding> texts,
                                                               Pass pass, const std::stop_token &stop,
                                                               const std::function<void(std::size_t)> &done)
{
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return texts[a].pieces.size() > texts[b].pieces.size(); });
    std::vector<std::vector<float>> probabilities(texts.size());
    for (std::size_t begin = 0; begin < order.size();) {
        const std::size_t most =
            batchOf(classifier.info(), std::max<std::size_t>(1, texts[order[begin]].pieces.size()));
        const std::size_t end = std::min(order.size(), begin + most);
        std::vector<Encoding> batch;
        for (std::size_t i = begin; i < end; ++i) {
            batch.push_back(texts[order[i]]);
        }
        const auto outcomes = classifier.runBatch(batch, pass, stop);
        if (!outcomes) {
            return std::nullopt;
        }
        for (std::size_t i = begin; i < end; ++i) {
            probabilities[order[i]] = predictionOf((*outcomes)[i - begin].logits).probabilities;
        }
        if (done) {
            done(end - begin);
        }
        begin = end;
    }
    return probabilities;
}

} // namespace adaplens

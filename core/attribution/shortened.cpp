// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/shortened_p.h"

#include "core/model/classifier_p.h"
#include "core/stopped_p.h"

#include <algorithm>
#include <numeric>

namespace adaplens {

namespace {

/// Pieces of texts that run together: a few for each thread to choose from; no more of them are in work at a time.
constexpr std::size_t batchPieces = 8192;

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

std::vector<std::vector<float>> probabilitiesOf(Classifier &classifier, std::span<const Encoding> texts, Pass pass,
                                                const std::stop_token &stop,
                                                const std::function<void(std::size_t)> &done)
{
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return texts[a].pieces.size() > texts[b].pieces.size(); });
    std::vector<std::vector<float>> probabilities(texts.size());
    for (std::size_t begin = 0; begin < order.size();) {
        const std::size_t longest = std::max<std::size_t>(1, texts[order[begin]].pieces.size());
        const std::size_t end = std::min(order.size(), begin + std::max<std::size_t>(1, batchPieces / longest));
        std::vector<Encoding> batch;
        for (std::size_t i = begin; i < end; ++i) {
            batch.push_back(texts[order[i]]);
        }
        const auto outcomes = orStop(classifier.runBatch(batch, pass, stop));
        for (std::size_t i = begin; i < end; ++i) {
            probabilities[order[i]] = predictionOf(outcomes[i - begin].logits).probabilities;
        }
        if (done) {
            done(end - begin);
        }
        begin = end;
    }
    return probabilities;
}

std::size_t ShortenedTexts::add(std::size_t text, std::vector<std::uint8_t> stays)
{
    const auto [place, isNew] = m_places.try_emplace({text, std::move(stays)}, m_shortened.size());
    if (isNew) {
        m_shortened.push_back(withPieces(m_texts[text], place->first.second));
    }
    return place->second;
}

std::vector<std::vector<float>> ShortenedTexts::run(Classifier &classifier, Pass pass,
                                                    const std::stop_token &stop) const
{
    return probabilitiesOf(classifier, m_shortened, pass, stop);
}

} // namespace adaplens

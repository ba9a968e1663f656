// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/faithfulness.h"

#include "core/attribution/shortened_p.h"
#include "core/attribution/topscores.h"
#include "core/error.h"
#include "core/stopped_p.h"

#include <algorithm>
#include <numeric>

namespace adaplens {

namespace {

/// [pieces] 1 for those of the words chosen, 1 a word of the first text.
std::vector<std::uint8_t> piecesOf(const Encoding &encoding, const std::vector<std::uint8_t> &words)
{
    std::vector<std::uint8_t> chosen;
    for (const Piece &piece : encoding.pieces) {
        const bool word = !piece.special && piece.segment == 0 && piece.word >= 0;
        chosen.push_back(word ? words[static_cast<std::size_t>(piece.word)] : 0);
    }
    return chosen;
}

double meanFall(double whole, const std::array<double, 5> &probabilities)
{
    return whole -
           std::accumulate(probabilities.begin(), probabilities.end(), 0.0) / static_cast<double>(probabilities.size());
}

} // namespace

double Faithfulness::aopcComprehensiveness() const
{
    return meanFall(whole, without);
}

double Faithfulness::aopcSufficiency() const
{
    return meanFall(whole, only);
}

std::optional<std::vector<Faithfulness>> faithfulness(Classifier &classifier, const Encoding &encoding,
                                                      std::span<const std::vector<double>> wordScores,
                                                      std::optional<std::size_t> target, std::stop_token stop)
{
    if (target && *target >= classifier.info().labels.size()) {
        throw Error("Model %1 has no class number %2.", classifier.info().name, *target);
    }
    // The words of the first text come before those of the second.
    const auto words = static_cast<std::size_t>(std::ranges::count(encoding.words, 0, &Word::segment));
    std::vector<ChosenPieces> sets;
    sets.push_back(ChosenPieces{std::vector<std::uint8_t>(encoding.pieces.size(), 0)}); // without nothing: the text
    for (const std::vector<double> &scores : wordScores) {
        if (scores.size() != words)
            throw Error("The text has %1 words, but %2 word scores came with it; score the text again.", words,
                        scores.size());
        for (const double share : faithfulnessShares)
            sets.push_back(ChosenPieces{piecesOf(encoding, selectTop(scores, countOfShare(share, words)))});
    }
    const auto found = erasedProbabilities(classifier, {&encoding, 1}, sets, std::move(stop));
    if (!found)
        return std::nullopt;
    const std::vector<double> &whole = found->front().without;
    const auto predicted = static_cast<std::size_t>(std::ranges::max_element(whole) - whole.begin());
    const std::size_t explained = target.value_or(predicted);
    std::vector<Faithfulness> result;
    for (std::size_t row = 0; row < wordScores.size(); ++row)
        result.push_back(
            faithfulnessOf(explained, whole,
                           std::span(*found).subspan(1 + row * faithfulnessShares.size(), faithfulnessShares.size())));
    return result;
}

Faithfulness faithfulnessOf(std::size_t target, std::span<const double> whole,
                            std::span<const ErasedProbabilities> shares)
{
    Faithfulness result{target, whole[target], {}, {}};
    for (std::size_t s = 0; s < faithfulnessShares.size(); ++s) {
        result.without[s] = shares[s].without[target];
        result.only[s] = shares[s].only[target];
    }
    return result;
}

std::optional<std::vector<ErasedProbabilities>> erasedProbabilities(Classifier &classifier,
                                                                    std::span<const Encoding> windows,
                                                                    std::span<const ChosenPieces> sets,
                                                                    std::stop_token stop)
{
    ShortenedTexts texts(windows);
    std::vector<std::vector<std::size_t>> means; // of which texts each result is the mean: without, only, by turns
    for (const ChosenPieces &chosen : sets) {
        for (const bool only : {false, true}) {
            std::vector<std::size_t> left, bare; // windows with something of the first text, and without anything
            std::vector<std::vector<std::uint8_t>> stays(windows.size());
            for (std::size_t w = 0; w < windows.size(); ++w) {
                bool something = false;
                for (std::size_t i = 0; i < windows[w].pieces.size(); ++i) {
                    const Piece &piece = windows[w].pieces[i];
                    const bool word = !piece.special && piece.segment == 0;
                    stays[w].push_back(!word || (chosen[w][i] != 0) == only ? 1 : 0);
                    something = something || (word && stays[w].back() != 0);
                }
                (something ? left : bare).push_back(w);
            }
            auto &places = means.emplace_back();
            for (const std::size_t w : left.empty() ? bare : left) {
                places.push_back(texts.add(w, std::move(stays[w])));
            }
        }
    }
    const auto all = stoppable([&] { return texts.run(classifier, Pass::Plain, stop); });
    if (!all) {
        return std::nullopt;
    }
    std::vector<ErasedProbabilities> result(sets.size());
    for (std::size_t m = 0; m < means.size(); ++m) {
        std::vector<double> &mean = m % 2 == 0 ? result[m / 2].without : result[m / 2].only;
        mean.assign(classifier.info().labels.size(), 0.0);
        for (const std::size_t text : means[m]) {
            for (std::size_t k = 0; k < mean.size(); ++k) {
                mean[k] += static_cast<double>((*all)[text][k]) / static_cast<double>(means[m].size());
            }
        }
    }
    return result;
}

} // namespace adaplens

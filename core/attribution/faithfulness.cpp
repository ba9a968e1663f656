// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/faithfulness.h"

#include "core/attribution/shortened_p.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace adaplens {

namespace {

/// The words of the first text, as indices into encoding.words; `given` values were passed in for them.
std::vector<std::size_t> wordsOf(const Encoding &encoding, std::size_t given)
{
    std::vector<std::size_t> words;
    for (std::size_t w = 0; w < encoding.words.size(); ++w) {
        if (encoding.words[w].segment == 0) {
            words.push_back(w);
        }
    }
    if (words.size() != given) {
        throw Error("The text has " + std::to_string(words.size()) + " words, but " + std::to_string(given) +
                    " word scores came with it; score the text again.");
    }
    return words;
}

/// [words in encoding] 1 for the `count` best of `words`; of equal scores the earlier comes first.
std::vector<std::uint8_t> best(const std::vector<std::size_t> &words, std::span<const double> scores, std::size_t count,
                               std::size_t total)
{
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    std::vector<std::uint8_t> chosen(total, 0);
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i) {
        chosen[words[order[i]]] = 1;
    }
    return chosen;
}

/// [pieces] 1 for those that stay where the chosen words of the first text go, or where only these stay; special pieces
/// and the second text stay.
std::vector<std::uint8_t> staying(const Encoding &encoding, const std::vector<std::uint8_t> &chosen, bool only)
{
    std::vector<std::uint8_t> stays;
    for (const Piece &piece : encoding.pieces) {
        const bool word = !piece.special && piece.segment == 0 && piece.word >= 0;
        stays.push_back(!word || (chosen[static_cast<std::size_t>(piece.word)] != 0) == only ? 1 : 0);
    }
    return stays;
}

/// Places in a ShortenedTexts of what becomes of a text for each share of its words.
struct Places {
    std::array<std::size_t, faithfulnessShares.size()> without{}, only{};
};

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
        throw Error("Model " + classifier.info().name + " has no class number " + std::to_string(*target) + ".");
    }
    ShortenedTexts texts({&encoding, 1});
    const std::size_t whole = texts.add(0, std::vector<std::uint8_t>(encoding.pieces.size(), 1));
    std::vector<Places> places;
    for (const std::vector<double> &scores : wordScores) {
        const std::vector<std::size_t> words = wordsOf(encoding, scores.size());
        Places &row = places.emplace_back();
        for (std::size_t s = 0; s < faithfulnessShares.size(); ++s) {
            // 0.01 * 700 is a little more than 7 in binary: that is 7 words, not 8.
            const double count = std::ceil(faithfulnessShares[s] * static_cast<double>(words.size()) - 1e-9);
            const auto chosen =
                best(words, scores, static_cast<std::size_t>(std::max(0.0, count)), encoding.words.size());
            row.without[s] = texts.add(0, staying(encoding, chosen, false));
            row.only[s] = texts.add(0, staying(encoding, chosen, true));
        }
    }
    const auto found = texts.run(classifier, Pass::Plain, stop);
    if (!found) {
        return std::nullopt;
    }
    const auto most = std::ranges::max_element((*found)[whole]) - (*found)[whole].begin();
    const std::size_t explained = target.value_or(static_cast<std::size_t>(most));
    std::vector<Faithfulness> result;
    for (const Places &row : places) {
        Faithfulness &faithfulness = result.emplace_back();
        faithfulness.target = explained;
        faithfulness.whole = (*found)[whole][explained];
        for (std::size_t s = 0; s < faithfulnessShares.size(); ++s) {
            faithfulness.without[s] = (*found)[row.without[s]][explained];
            faithfulness.only[s] = (*found)[row.only[s]][explained];
        }
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
    const auto all = texts.run(classifier, Pass::Plain, stop);
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

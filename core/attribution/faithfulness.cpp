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

/// The text without the chosen words of the first text, or with only them; special pieces and the second text stay.
Encoding shortened(const Encoding &encoding, const std::vector<std::uint8_t> &chosen, bool only)
{
    std::vector<std::uint8_t> stays;
    for (const Piece &piece : encoding.pieces) {
        const bool word = !piece.special && piece.segment == 0 && piece.word >= 0;
        stays.push_back(!word || (chosen[static_cast<std::size_t>(piece.word)] != 0) == only ? 1 : 0);
    }
    return withPieces(encoding, stays);
}

/// Probabilities of the class explained: of the whole text, then without and only each set of words, by turns.
struct Probabilities {
    std::size_t target = 0;
    std::vector<double> values;
};

std::optional<Probabilities> probabilities(Classifier &classifier, const Encoding &encoding,
                                           const std::vector<std::vector<std::uint8_t>> &sets,
                                           std::optional<std::size_t> target, const std::stop_token &stop)
{
    if (target && *target >= classifier.info().labels.size()) {
        throw Error("Model " + classifier.info().name + " has no class number " + std::to_string(*target) + ".");
    }
    std::vector<Encoding> texts = {encoding};
    for (const auto &set : sets) {
        texts.push_back(shortened(encoding, set, false));
        texts.push_back(shortened(encoding, set, true));
    }
    const auto all = probabilitiesOf(classifier, texts, Pass::Plain, stop);
    if (!all) {
        return std::nullopt;
    }
    const std::vector<float> &whole = all->front();
    Probabilities result;
    result.target =
        target.value_or(static_cast<std::size_t>(std::max_element(whole.begin(), whole.end()) - whole.begin()));
    for (const auto &row : *all) {
        result.values.push_back(row[result.target]);
    }
    return result;
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

std::optional<Faithfulness> faithfulness(Classifier &classifier, const Encoding &encoding,
                                         std::span<const double> wordScores, std::optional<std::size_t> target,
                                         std::stop_token stop)
{
    const std::vector<std::size_t> words = wordsOf(encoding, wordScores.size());
    std::vector<std::vector<std::uint8_t>> sets;
    for (const double share : faithfulnessShares) {
        // 0.01 * 700 is a little more than 7 in binary: that is 7 words, not 8.
        const double count = std::ceil(share * static_cast<double>(words.size()) - 1e-9);
        sets.push_back(best(words, wordScores, static_cast<std::size_t>(std::max(0.0, count)), encoding.words.size()));
    }
    const auto found = probabilities(classifier, encoding, sets, target, stop);
    if (!found) {
        return std::nullopt;
    }
    Faithfulness result;
    result.target = found->target;
    result.whole = found->values.front();
    for (std::size_t s = 0; s < sets.size(); ++s) {
        result.without[s] = found->values[1 + 2 * s];
        result.only[s] = found->values[2 + 2 * s];
    }
    return result;
}

std::optional<std::vector<ErasedProbabilities>> erasedProbabilities(Classifier &classifier,
                                                                    std::span<const Encoding> windows,
                                                                    std::span<const ChosenPieces> sets,
                                                                    std::stop_token stop)
{
    std::vector<Encoding> texts;
    std::vector<std::vector<std::size_t>> means; // of which texts each result is the mean: without, only, by turns
    for (const ChosenPieces &chosen : sets) {
        for (const bool only : {false, true}) {
            std::vector<Encoding> left, bare; // windows with something of the first text, and without anything
            for (std::size_t w = 0; w < windows.size(); ++w) {
                std::vector<std::uint8_t> stays;
                bool something = false;
                for (std::size_t i = 0; i < windows[w].pieces.size(); ++i) {
                    const Piece &piece = windows[w].pieces[i];
                    const bool word = !piece.special && piece.segment == 0;
                    stays.push_back(!word || (chosen[w][i] != 0) == only ? 1 : 0);
                    something = something || (word && stays.back() != 0);
                }
                (something ? left : bare).push_back(withPieces(windows[w], stays));
            }
            auto &places = means.emplace_back();
            for (Encoding &text : left.empty() ? bare : left) {
                places.push_back(texts.size());
                texts.push_back(std::move(text));
            }
        }
    }
    const auto all = probabilitiesOf(classifier, texts, Pass::Plain, stop);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/agreement_scores_p.h"

#include "core/rationale/alignment.h"

#include <algorithm>

namespace adaplens {

namespace {

std::vector<std::size_t> contentOf(const Encoding &window)
{
    std::vector<std::size_t> content;
    const auto mask = contentPieces(window);
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (mask[i] != 0)
            content.push_back(i);
    return content;
}

/// Scores for ranking: what speaks against the prediction counts as nothing.
double ranked(float score)
{
    return std::max(0.0, static_cast<double>(score));
}

/// The sum of probabilities over the windows of a document; divide() makes it their mean.
void addTo(std::optional<Faithfulness> &sum, const Faithfulness &window)
{
    if (!sum) {
        sum = window;
        return;
    }
    sum->whole += window.whole;
    for (std::size_t s = 0; s < window.without.size(); ++s) {
        sum->without[s] += window.without[s];
        sum->only[s] += window.only[s];
    }
}

void divide(Faithfulness &sum, double count)
{
    sum.whole /= count;
    for (std::size_t s = 0; s < sum.without.size(); ++s) {
        sum.without[s] /= count;
        sum.only[s] /= count;
    }
}

} // namespace

Instance pieceInstance(const Encoding &window, const Example &example)
{
    Instance instance;
    const auto marked = markedPieces(window, example.rationale);
    std::vector<ByteRange> words; // of each piece: all pieces of a marked word are marked
    for (const std::size_t i : contentOf(window)) {
        instance.labels.push_back(marked[i]);
        words.push_back(window.words[static_cast<std::size_t>(window.pieces[i].word)].source);
    }
    instance.spans = wordSpans(words, example.rationale);
    return instance;
}

void addScores(Instance &instance, const Encoding &window, const Attribution &attribution,
               const WindowFaithfulness &faithfulness)
{
    const auto content = contentOf(window);
    for (const auto &layer : attribution.kept) {
        auto &kept = instance.kept.emplace_back();
        for (const std::size_t i : content)
            kept.push_back(layer[i]);
    }
    for (std::size_t m = 0; m < attribution.scores.size(); ++m) {
        auto &rows = instance.rows.emplace_back();
        for (const auto &layer : attribution.scores[m].layers) {
            Instance::Row &row = rows.emplace_back();
            for (const std::size_t i : content)
                row.scores.push_back(ranked(layer[i]));
            row.uniform = selectUniform(row.scores);
            if (!faithfulness.empty())
                row.faithfulness = faithfulness[m][rows.size() - 1];
        }
    }
}

WordInstance::WordInstance(const Example &example) : m_words(whiteSpaceWords(example.text)), m_pieces(m_words.size())
{
    m_instance.labels = markedRanges(m_words, example.rationale);
    m_instance.spans = wordSpans(m_words, example.rationale);
}

std::size_t WordInstance::wordAt(std::size_t byte) const
{
    const auto word = std::ranges::partition_point(m_words, [&](const ByteRange &w) { return w.end <= byte; });
    return static_cast<std::size_t>(word - m_words.begin());
}

void WordInstance::add(const Encoding &window, const Attribution &attribution, const WindowFaithfulness &faithfulness)
{
    const auto content = contentOf(window);
    std::vector<std::size_t> words, pieces(m_words.size()); // of each content piece; pieces of each word in this window
    for (const std::size_t i : content) {
        words.push_back(std::min(wordAt(window.pieces[i].source.begin), m_words.size() - 1));
        ++pieces[words.back()];
        ++m_pieces[words.back()];
    }
    m_instance.kept.resize(attribution.kept.size(), std::vector<std::uint8_t>(m_words.size()));
    for (std::size_t l = 0; l < attribution.kept.size(); ++l)
        for (std::size_t k = 0; k < content.size(); ++k)
            if (attribution.kept[l][content[k]] != 0)
                m_instance.kept[l][words[k]] = 1; // a word stays while any piece of it does

    const auto n = static_cast<double>(window.pieces.size());
    const auto contentCount = static_cast<double>(content.size());
    m_instance.rows.resize(attribution.scores.size());
    m_excess.resize(attribution.scores.size());
    for (std::size_t m = 0; m < attribution.scores.size(); ++m) {
        const auto &layers = attribution.scores[m].layers;
        m_instance.rows[m].resize(layers.size());
        m_excess[m].resize(layers.size(), std::vector<double>(m_words.size()));
        for (std::size_t l = 0; l < layers.size(); ++l) {
            double all = 0, contentSum = 0;
            for (const float score : layers[l])
                all += ranked(score);
            std::vector<double> sums(m_words.size()); // of this window
            for (std::size_t k = 0; k < content.size(); ++k) {
                sums[words[k]] += ranked(layers[l][content[k]]);
                contentSum += ranked(layers[l][content[k]]);
            }
            Instance::Row &row = m_instance.rows[m][l];
            row.scores.resize(m_words.size());
            for (std::size_t w = 0; w < m_words.size(); ++w) {
                const auto level = static_cast<double>(pieces[w]);
                if (pieces[w] == 0)
                    continue;
                row.scores[w] += all > 0 ? sums[w] * n / all : 0;
                m_excess[m][l][w] += contentSum > 0 ? sums[w] * contentCount / contentSum - level : -level;
            }
            if (!faithfulness.empty())
                addTo(row.faithfulness, faithfulness[m][l]);
        }
    }
    ++m_windows;
}

void WordInstance::finish()
{
    for (std::size_t m = 0; m < m_instance.rows.size(); ++m) {
        for (std::size_t l = 0; l < m_instance.rows[m].size(); ++l) {
            Instance::Row &row = m_instance.rows[m][l];
            row.uniform.resize(m_words.size());
            for (std::size_t w = 0; w < m_words.size(); ++w) {
                // Equal scores are all at the level: rounding must not decide about them.
                const double level = static_cast<double>(m_pieces[w]);
                row.uniform[w] = m_pieces[w] > 0 && m_excess[m][l][w] >= -1e-12 * level ? 1 : 0;
            }
            if (row.faithfulness)
                divide(*row.faithfulness, static_cast<double>(m_windows));
        }
    }
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/scores_p.h"

#include "core/agreement/alignment.h"

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
double positive(float score)
{
    return std::max(0.0, static_cast<double>(score));
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
                row.scores.push_back(positive(layer[i]));
            row.uniform = selectUniform(row.scores);
            if (!faithfulness.empty())
                row.faithfulness = faithfulness[m][rows.size() - 1];
        }
    }
}

WordInstance::WordInstance(const Example &example) : m_words(whiteSpaceWords(example.text)), m_pieces(m_words.size())
{
    m_text.labels = markedRanges(m_words, example.rationale);
    m_text.spans = wordSpans(m_words, example.rationale);
    for (const ExampleDocument &document : example.documents)
        m_documents.push_back({wordAt(document.source.begin), wordAt(document.source.end)});
    if (m_documents.empty())
        m_documents.push_back({0, m_words.size()});
}

std::size_t WordInstance::wordAt(std::size_t byte) const
{
    const auto word = std::ranges::partition_point(m_words, [&](const ByteRange &w) { return w.end <= byte; });
    return static_cast<std::size_t>(word - m_words.begin());
}

void WordInstance::add(const Encoding &window, const Attribution &attribution)
{
    const auto content = contentOf(window);
    auto &words = m_wordsOfWindows.emplace_back(window.pieces.size(), m_words.size());
    for (const std::size_t i : content) {
        words[i] = std::min(wordAt(window.pieces[i].source.begin), m_words.size() - 1);
        ++m_pieces[words[i]];
    }
    m_text.kept.resize(attribution.kept.size(), std::vector<std::uint8_t>(m_words.size()));
    for (std::size_t l = 0; l < attribution.kept.size(); ++l)
        for (const std::size_t i : content)
            if (attribution.kept[l][i] != 0)
                m_text.kept[l][words[i]] = 1; // a word stays while any piece of it does

    const auto n = static_cast<double>(content.size());
    m_text.rows.resize(attribution.scores.size());
    for (std::size_t m = 0; m < attribution.scores.size(); ++m) {
        const auto &layers = attribution.scores[m].layers;
        m_text.rows[m].resize(layers.size());
        for (std::size_t l = 0; l < layers.size(); ++l) {
            double sum = 0;
            for (const std::size_t i : content)
                sum += positive(layers[l][i]);
            auto &scores = m_text.rows[m][l].scores;
            scores.resize(m_words.size());
            for (const std::size_t i : content)
                scores[words[i]] += sum > 0 ? positive(layers[l][i]) * n / sum : 0;
        }
    }
}

void WordInstance::finish()
{
    for (auto &rows : m_text.rows)
        for (Instance::Row &row : rows) {
            row.uniform.resize(m_words.size());
            for (std::size_t w = 0; w < m_words.size(); ++w) {
                // Equal scores are all at the level: rounding must not decide about them.
                const double level = static_cast<double>(m_pieces[w]) * (1 - 1e-12);
                row.uniform[w] = m_pieces[w] > 0 && row.scores[w] >= level ? 1 : 0;
            }
        }
}

std::vector<Instance> WordInstance::documents() const
{
    std::vector<Instance> result;
    for (const ByteRange &document : m_documents) {
        const auto cut = [&](const auto &values) {
            return std::vector(values.begin() + static_cast<std::ptrdiff_t>(document.begin),
                               values.begin() + static_cast<std::ptrdiff_t>(document.end));
        };
        Instance &instance = result.emplace_back();
        instance.labels = cut(m_text.labels);
        for (const WordSpan &span : m_text.spans)
            if (span.begin >= document.begin && span.end <= document.end)
                instance.spans.push_back({span.begin - document.begin, span.end - document.begin});
        for (const auto &layer : m_text.kept)
            instance.kept.push_back(cut(layer));
        for (const auto &rows : m_text.rows) {
            auto &mine = instance.rows.emplace_back();
            for (const Instance::Row &row : rows)
                mine.push_back({cut(row.scores), cut(row.uniform), row.faithfulness});
        }
    }
    return result;
}

ChosenPieces WordInstance::piecesOf(std::span<const std::uint8_t> words) const
{
    ChosenPieces result;
    for (const auto &window : m_wordsOfWindows) {
        auto &chosen = result.emplace_back();
        for (const std::size_t word : window)
            chosen.push_back(word < words.size() ? words[word] : 0);
    }
    return result;
}

} // namespace adaplens

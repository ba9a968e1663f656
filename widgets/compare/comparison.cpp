// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparison.h"

#include "core/agreement/alignment.h"
#include "core/agreement/ranking.h"

#include <algorithm>
#include <numeric>

using adaplens::ScoreMethod;

namespace {

/// The words of the first text; `numbers` gives each its place in encoding.words.
std::vector<ComparedWord> wordsOf(const adaplens::Encoding &encoding, const std::string &text,
                                  std::span<const adaplens::ByteRange> rationale, std::vector<std::size_t> &numbers)
{
    std::vector<adaplens::ByteRange> ranges;
    std::vector<std::size_t> place(encoding.words.size(), encoding.words.size());
    std::vector<ComparedWord> words;
    for (std::size_t w = 0; w < encoding.words.size(); ++w) {
        const adaplens::Word &word = encoding.words[w];
        if (word.segment == 0) {
            place[w] = words.size();
            numbers.push_back(w);
            ranges.push_back(word.source);
            ComparedWord compared;
            compared.label = text.substr(word.source.begin, word.source.end - word.source.begin);
            words.push_back(std::move(compared));
        }
    }
    for (std::size_t i = 0; i < encoding.pieces.size(); ++i) {
        const int word = encoding.pieces[i].word;
        if (word >= 0 && place[static_cast<std::size_t>(word)] < words.size()) {
            ComparedWord &at = words[place[static_cast<std::size_t>(word)]];
            at.piece = at.pieces == 0 ? i : at.piece;
            ++at.pieces;
        }
    }
    const std::vector<std::uint8_t> marked = adaplens::markedRanges(ranges, rationale);
    for (std::size_t w = 0; w < words.size(); ++w) {
        words[w].marked = marked[w] != 0;
    }
    return words;
}

void fillScores(ComparedRow &row, const Comparison &all, const adaplens::Encoding &encoding,
                const std::vector<std::size_t> &numbers, std::span<const float> pieces)
{
    const std::size_t n = all.words.size();
    const std::vector<double> scores = adaplens::wordScores(encoding, pieces);
    std::vector<double> raw(encoding.words.size(), 0.0);
    for (std::size_t i = 0; i < encoding.pieces.size(); ++i) {
        if (encoding.pieces[i].word >= 0) {
            raw[static_cast<std::size_t>(encoding.pieces[i].word)] += static_cast<double>(pieces[i]);
        }
    }
    double sum = 0, length = 0;
    for (std::size_t w = 0; w < n; ++w) {
        row.raw.push_back(raw[numbers[w]]);
        row.shares.push_back(scores[numbers[w]]);
        sum += row.shares.back();
        length += static_cast<double>(all.words[w].pieces);
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&row](std::size_t a, std::size_t b) { return row.shares[a] > row.shares[b]; });
    row.ranks.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        row.ranks[order[i]] = i + 1;
    }
    for (std::size_t w = 0; w < n; ++w) {
        row.shares[w] = sum > 0 ? row.shares[w] / sum : 0.0;
        row.ratios.push_back(row.shares[w] * length / static_cast<double>(all.words[w].pieces));
        // A word without a score is nobody's choice, however few there are before it.
        row.selected.push_back(row.ranks[w] <= all.top && row.shares[w] > 0 ? 1 : 0);
        row.chosen += row.selected.back();
    }
    row.scored = true;
    if (all.marked == 0) {
        return;
    }
    std::vector<std::uint8_t> labels(n);
    for (std::size_t w = 0; w < n; ++w) {
        labels[w] = all.words[w].marked ? 1 : 0;
    }
    std::size_t found = 0;
    for (std::size_t i = 0; i < n; ++i) {
        found += labels[order[i]];
        row.precision.push_back(static_cast<double>(found) / static_cast<double>(i + 1));
        row.recall.push_back(static_cast<double>(found) / static_cast<double>(all.marked));
    }
    row.averagePrecision = adaplens::averagePrecision(row.shares, labels);
    row.counts = adaplens::countSelection(row.selected, labels);
}

ComparedRow makeRow(const Comparison &all, const adaplens::Encoding &encoding, const std::vector<std::size_t> &numbers,
                    const adaplens::Attribution *attribution, ScoreMethod method, std::size_t layer)
{
    ComparedRow row;
    row.method = method;
    if (adaplens::hasLayers(method)) {
        row.layer = layer;
    }
    if (!attribution) {
        return row;
    }
    const auto found = std::find_if(attribution->scores.begin(), attribution->scores.end(),
                                    [method](const adaplens::TokenScores &scores) { return scores.method == method; });
    if (found == attribution->scores.end() || found->layers.empty()) {
        return row;
    }
    const auto &pieces = found->layers[std::min(row.layer.value_or(0), found->layers.size() - 1)];
    if (pieces.size() == encoding.pieces.size()) {
        row.source = found->source;
        row.target = found->target;
        fillScores(row, all, encoding, numbers, pieces);
    }
    return row;
}

void countVotes(Comparison &all)
{
    for (const ComparedRow &row : all.rows) {
        if (!row.scored || row.method == ScoreMethod::Random) {
            continue;
        }
        ++all.voters;
        for (std::size_t w = 0; w < all.words.size(); ++w) {
            all.words[w].votes += row.selected[w];
        }
    }
    if (all.voters < 2) {
        return;
    }
    const std::size_t most = all.voters / 2; // of an odd number, the smaller part
    for (ComparedWord &word : all.words) {
        const std::size_t fewer = std::min(word.votes, all.voters - word.votes);
        word.split = static_cast<double>(fewer) / static_cast<double>(most);
    }
}

} // namespace

double Comparison::overlap(std::size_t a, std::size_t b) const
{
    std::size_t both = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
        both += rows[a].selected[w] != 0 && rows[b].selected[w] != 0 ? 1 : 0;
    }
    const std::size_t larger = std::max(rows[a].chosen, rows[b].chosen);
    return larger > 0 ? static_cast<double>(both) / static_cast<double>(larger) : 0.0;
}

bool Comparison::anyShort() const
{
    return std::any_of(rows.begin(), rows.end(),
                       [this](const ComparedRow &row) { return row.scored && row.chosen < top; });
}

Comparison compare(const adaplens::Encoding &encoding, const std::string &text, std::size_t layers,
                   const adaplens::Attribution *attribution, std::span<const adaplens::ByteRange> rationale,
                   const ComparisonOptions &options)
{
    Comparison all;
    std::vector<std::size_t> numbers;
    all.words = wordsOf(encoding, text, rationale, numbers);
    all.top = std::min(options.top, all.words.size());
    all.marked = static_cast<std::size_t>(
        std::count_if(all.words.begin(), all.words.end(), [](const ComparedWord &word) { return word.marked; }));
    if (options.acrossLayers) {
        const std::size_t rows = adaplens::hasLayers(*options.acrossLayers) ? layers : 1;
        for (std::size_t layer = 0; layer < rows; ++layer) {
            all.rows.push_back(makeRow(all, encoding, numbers, attribution, *options.acrossLayers, layer));
        }
    } else {
        for (const ScoreMethod method : options.methods) {
            all.rows.push_back(makeRow(all, encoding, numbers, attribution, method, options.layer));
        }
    }
    countVotes(all);
    return all;
}

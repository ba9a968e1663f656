// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/agreement/selection.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What is compared: several methods at one layer, or one method at all layers.
struct ComparisonOptions {
    std::vector<adaplens::ScoreMethod> methods;
    std::optional<adaplens::ScoreMethod> acrossLayers; ///< this method, one row a layer, instead of `methods`
    std::size_t layer = 0;
    std::size_t top = 1; ///< how many words each row selects; at most all
};

/// A word of the first text and what the rows make of it.
struct ComparedWord {
    std::string label;
    std::size_t piece = 0, pieces = 0; ///< its first piece, and how many there are
    bool marked = false;               ///< belongs to the human rationale
    std::size_t votes = 0;             ///< rows that select it, those of chance left out
    double split = 0;                  ///< 0 = the rows agree on it, 1 = half of them select it
};

/// One method at one layer.
struct ComparedRow {
    adaplens::ScoreMethod method = adaplens::ScoreMethod::Contribution;
    std::optional<std::size_t> layer; ///< empty where the method gives one score a token
    bool scored = false;              ///< everything below is empty until it is
    std::string source;               ///< whose weights; empty for chance
    std::optional<std::size_t> target;
    std::vector<double> raw;        ///< sum of the scores of each word's pieces as the method gives them, signed
    std::vector<double> shares;     ///< the same without negative parts, sum 1 over the words (all 0 if there are none)
    std::vector<double> ratios;     ///< share against that of the word's pieces in all words' pieces
    std::vector<std::size_t> ranks; ///< 1 = best; ties go to the earlier word
    std::vector<std::uint8_t> selected; ///< rank <= top and a score above zero
    std::size_t chosen = 0;             ///< how many are selected: fewer than `top` where fewer score above zero
    // Only with a rationale:
    std::vector<double> precision, recall; ///< of the best 1, 2, ... n words
    std::optional<double> averagePrecision;
    adaplens::SelectionCounts counts; ///< of the selection
};

/// The words of a text under several methods.
struct Comparison {
    std::vector<ComparedWord> words;
    std::vector<ComparedRow> rows;
    std::size_t top = 0;      ///< words that each row selects, if as many score above zero
    std::size_t marked = 0;   ///< words that belong to the human rationale; 0 = there is none
    std::size_t voters = 0;   ///< rows whose selections are counted
    adaplens::RuleNames rule; ///< by which the model drops tokens: whose scores its own are

    /// One method at several layers is compared, not several methods.
    [[nodiscard]] bool acrossLayers() const { return rows.size() > 1 && rows[0].method == rows[1].method; }
    /// Words that both rows select, as a share of the larger of the two selections. Both must be scored.
    [[nodiscard]] double overlap(std::size_t a, std::size_t b) const;
    /// A row has fewer words above zero than are to be selected.
    [[nodiscard]] bool anyShort() const;
};

/// Compares what `attribution` (null = nothing is scored yet) says about the words of the first text. `rationale` holds
/// bytes of that text that people marked.
[[nodiscard]] Comparison compare(const adaplens::Encoding &encoding, const std::string &text, std::size_t layers,
                                 const adaplens::Attribution *attribution,
                                 std::span<const adaplens::ByteRange> rationale, const ComparisonOptions &options);

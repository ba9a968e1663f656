// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/data/example.h"
#include "core/evaluation/agreement_instance_p.h"

#include <vector>

namespace adaplens {

/// [methods][layers or 1] of one window; empty where not asked for.
using WindowFaithfulness = std::vector<std::vector<Faithfulness>>;

/// A window as an instance (mode windows-pieces): its content pieces, without any scores yet.
[[nodiscard]] Instance pieceInstance(const Encoding &window, const Example &example);
/// Adds the scores of that window.
void addScores(Instance &instance, const Encoding &window, const Attribution &attribution,
               const WindowFaithfulness &faithfulness);

/// A document as an instance (mode documents-words): its white-space words, to which the pieces of one window after the
/// other are added. A word's score is the sum over its pieces of score * n, the scores of a window's n pieces made to
/// sum to 1 first, so that windows compare. At the uniform level a word is selected iff the sum over its pieces of
/// s * n / S reaches the number of its pieces, S being the sum over the n content pieces of the window.
class WordInstance {
public:
    explicit WordInstance(const Example &example);

    /// Labels and spans; the scores once finish() has been called.
    [[nodiscard]] const Instance &instance() const { return m_instance; }
    void add(const Encoding &window, const Attribution &attribution, const WindowFaithfulness &faithfulness);
    void finish();

private:
    [[nodiscard]] std::size_t wordAt(std::size_t byte) const;

    std::vector<ByteRange> m_words;
    std::vector<std::size_t> m_pieces; ///< of each word
    Instance m_instance;
    std::vector<std::vector<std::vector<double>>> m_excess; ///< [methods][layers][words] over the uniform level
    std::size_t m_windows = 0;
};

} // namespace adaplens

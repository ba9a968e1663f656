// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluate.h"
#include "core/model/vote_p.h"

#include <vector>

namespace adaplens {

/// Adds up documents, one sequence at a time, into the figures of an evaluation; holds a few numbers a sequence.
class Tally {
public:
    /// `plain`: the model of the plain pass, of which cost is compared with that of `info`, the model evaluated.
    Tally(const ModelInfo &info, const ModelInfo &plain, Evaluation &result);
    /// Before the first sequence: also counts these floors, in this order. Throws Error if one is not known.
    void addFloors(const std::vector<std::string> &names);

    /// One sequence of a document as the three passes saw it; `pieces` is its length.
    struct Sequence {
        const Outcome *plain = nullptr, *reduced = nullptr, *unreduced = nullptr;
        std::size_t pieces = 0;
        std::vector<const Outcome *> floors = {}; ///< in the order of addFloors()
    };
    /// A document whose windows arrive in any order.
    struct Document {
        std::size_t gold = 0;
        std::size_t windows = 1; ///< how many will come
        std::size_t seen = 0;
        Vote plain = {}, reduced = {}, unreduced = {};
        std::vector<Vote> floors = {};
    };

    /// Counts the sequence's cost, adds its probabilities to the document, and counts the document once it is whole.
    /// True if it now is.
    bool add(Document &document, const Sequence &sequence);
    /// Turns sums into means and draws the interval.
    void finish(const BootstrapOptions &bootstrap);

private:
    void close(const Document &document);

    const ModelInfo &m_info;
    const ModelInfo &m_plain;
    Evaluation &m_result;
    std::vector<double> m_differences; ///< correct minus correct of the plain pass, a document
    std::vector<ModelInfo> m_floors;
    std::vector<std::vector<double>> m_floorDifferences; ///< [floor]: correct minus correct of the floor, a document
    std::vector<std::uint32_t> m_alive; ///< n_0 .. n_L of one sequence after the other: padded costs need the longest
    std::vector<std::vector<std::uint32_t>> m_floorAlive; ///< [floor]: the same
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/normaliser.h"
#include "core/text/vocabulary.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// A word piece of a chunk: the normalised characters [first, last) that it stands for.
struct ChunkPiece {
    std::int32_t id = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Calls `run(first, last)` for each run of the characters that is cut by itself, in order; gaps are in none.
template <typename Run>
void walkRuns(std::span<const NormalChar> characters, Run run)
{
    for (std::size_t first = 0; first < characters.size();) {
        const RunKind kind = characters[first].run;
        std::size_t last = first + 1;
        while (kind != RunKind::Alone && last < characters.size() && characters[last].run == kind)
            ++last;
        if (kind != RunKind::Gap)
            run(first, last);
        first = last;
    }
}

/// Cuts normalised text into the pieces of a vocabulary: greedy, longest match first (WordPiece of Wu et al. 2016, as
/// in Hugging Face). A run that has no such cut, or over 100 characters, is one [UNK]. One object serves one thread.
class WordPieces {
public:
    explicit WordPieces(const Vocabulary &vocabulary) : m_vocabulary(vocabulary) {}

    /// Replaces `result` by the pieces of one chunk, which is split into its runs first.
    void cut(std::span<const NormalChar> chunk, std::vector<ChunkPiece> &result);

private:
    void cutRun(std::span<const NormalChar> chunk, std::size_t first, std::size_t last,
                std::vector<ChunkPiece> &result);

    const Vocabulary &m_vocabulary;
    std::string m_buffer;
    std::vector<std::size_t> m_offsets;
};

} // namespace adaplens

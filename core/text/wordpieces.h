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

/// Cuts normalised text into the pieces of a vocabulary: greedy, longest match first (WordPiece of Wu et al. 2016, as
/// in Hugging Face). A run that has no such cut, or over 100 characters, is one [UNK]. One object serves one thread.
class WordPieces {
public:
    explicit WordPieces(const Vocabulary &vocabulary) : m_vocabulary(vocabulary) {}

    /// Replaces `result` by the pieces of one chunk, which are split at characters that stand alone first.
    void cut(std::span<const NormalChar> chunk, std::vector<ChunkPiece> &result);

private:
    void cutRun(std::span<const NormalChar> chunk, std::size_t first, std::size_t last,
                std::vector<ChunkPiece> &result);

    const Vocabulary &m_vocabulary;
    std::string m_buffer;
    std::vector<std::size_t> m_offsets;
};

} // namespace adaplens

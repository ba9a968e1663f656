// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpieces.h"

#include "core/io/utf8.h"

#include <algorithm>
#include <optional>

namespace adaplens {

namespace {

constexpr std::size_t longestRun = 100;
constexpr std::string_view continuation = "##";

} // namespace

void WordPieces::cut(std::span<const NormalChar> chunk, std::vector<ChunkPiece> &result)
{
    result.clear();
    walkRuns(chunk, [&](std::size_t first, std::size_t last) { cutRun(chunk, first, last, result); });
}

void WordPieces::cutRun(std::span<const NormalChar> chunk, std::size_t first, std::size_t last,
                        std::vector<ChunkPiece> &result)
{
    const ChunkPiece unknown{m_vocabulary.unknownId(), first, last};
    if (last - first > longestRun) {
        result.push_back(unknown);
        return;
    }
    m_buffer = continuation;
    m_offsets.clear();
    for (std::size_t i = first; i < last; ++i) {
        m_offsets.push_back(m_buffer.size());
        appendCharacter(m_buffer, chunk[i].value);
    }
    m_offsets.push_back(m_buffer.size());

    const std::size_t before = result.size();
    const std::size_t count = last - first;
    for (std::size_t begin = 0; begin < count;) {
        std::size_t start = m_offsets[begin];
        if (begin > 0) {
            // What stands before is matched already: its last bytes make room for the continuation mark.
            start -= continuation.size();
            m_buffer.replace(start, continuation.size(), continuation);
        }
        // No piece is longer than the longest, so no longer end needs a try.
        const auto furthest = std::upper_bound(m_offsets.begin(), m_offsets.end(), start + m_vocabulary.longestPiece());
        auto end = static_cast<std::size_t>(furthest - m_offsets.begin()) - 1;
        std::optional<std::int32_t> id;
        for (; end > begin; --end) {
            id = m_vocabulary.find(std::string_view(m_buffer).substr(start, m_offsets[end] - start));
            if (id)
                break;
        }
        if (!id) {
            result.resize(before);
            result.push_back(unknown);
            return;
        }
        result.push_back({*id, first + begin, first + end});
        begin = end;
    }
}

} // namespace adaplens

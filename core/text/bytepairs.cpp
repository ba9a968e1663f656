// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytepairs.h"

#include "core/text/bytelevel.h"

#include <queue>
#include <string>

namespace adaplens {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::uint64_t keyOf(std::int32_t left, std::int32_t right)
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32U | static_cast<std::uint32_t>(right);
}

/// A piece on its way, in a list from left to right.
struct Node {
    std::int32_t id = 0;
    std::size_t first = 0, last = 0;
    std::size_t before = none, after = none;
    bool gone = false;
};

/// A merge that was possible when it was noted.
struct Candidate {
    std::uint32_t rank = 0;
    std::size_t left = 0;
    std::int32_t leftId = 0, rightId = 0, merged = 0;

    /// The queue has the first rank and, of equal ones, the leftmost on top.
    bool operator<(const Candidate &other) const { return rank != other.rank ? rank > other.rank : left > other.left; }
};

} // namespace

BytePairs::BytePairs(const Vocabulary &vocabulary)
{
    for (std::size_t byte = 0; byte < m_bytes.size(); ++byte)
        m_bytes[byte] = vocabulary.find(byteLevelSpelling(std::string(1, static_cast<char>(byte)))).value();
    m_rules.reserve(vocabulary.merges().size());
    std::uint32_t rank = 0;
    for (const Merge &merge : vocabulary.merges())
        m_rules.insert_or_assign(keyOf(merge.left, merge.right), Rule{rank++, merge.merged});
}

const BytePairs::Rule *BytePairs::find(std::int32_t left, std::int32_t right) const
{
    const auto found = m_rules.find(keyOf(left, right));
    return found == m_rules.end() ? nullptr : &found->second;
}

void BytePairs::cut(std::string_view bytes, std::vector<BytePiece> &result) const
{
    std::vector<Node> nodes;
    nodes.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i)
        nodes.push_back({m_bytes[static_cast<unsigned char>(bytes[i])], i, i + 1, i == 0 ? none : i - 1,
                         i + 1 < bytes.size() ? i + 1 : none, false});
    std::priority_queue<Candidate> candidates;
    const auto note = [&](std::size_t left) {
        if (left == none || nodes[left].after == none)
            return;
        const std::int32_t a = nodes[left].id, b = nodes[nodes[left].after].id;
        if (const Rule *rule = find(a, b))
            candidates.push({rule->rank, left, a, b, rule->merged});
    };
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
        note(i);
    while (!candidates.empty()) {
        const Candidate best = candidates.top();
        candidates.pop();
        Node &left = nodes[best.left];
        if (left.gone || left.after == none || left.id != best.leftId || nodes[left.after].id != best.rightId)
            continue; // one of the two has become another since
        Node &right = nodes[left.after];
        left.id = best.merged;
        left.last = right.last;
        right.gone = true;
        left.after = right.after;
        if (left.after != none)
            nodes[left.after].before = best.left;
        note(left.before);
        note(best.left);
    }
    for (std::size_t i = bytes.empty() ? none : 0; i != none; i = nodes[i].after)
        result.push_back({nodes[i].id, nodes[i].first, nodes[i].last});
}

} // namespace adaplens

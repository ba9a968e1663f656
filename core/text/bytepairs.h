// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/vocabulary.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace adaplens {

/// A piece of a run of bytes: [first, last) of them.
struct BytePiece {
    std::int32_t id = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Byte-pair encoding: of all neighbours that can be merged, those whose merge stands first in the vocabulary become
/// one, the left ones first, until none can be. Source: Sennrich et al. 2016. Safe to use from several threads at once.
class BytePairs {
public:
    explicit BytePairs(const Vocabulary &vocabulary);

    /// Appends the pieces of one run.
    void cut(std::string_view bytes, std::vector<BytePiece> &result) const;

private:
    struct Rule {
        std::uint32_t rank = 0;
        std::int32_t merged = 0;
    };
    [[nodiscard]] const Rule *find(std::int32_t left, std::int32_t right) const;

    std::array<std::int32_t, 256> m_bytes = {};
    std::unordered_map<std::uint64_t, Rule> m_rules;
};

} // namespace adaplens

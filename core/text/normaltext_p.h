// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/normaliser.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adaplens {

/// Normalised characters as the bytes that added tokens are looked for in.
class NormalText {
public:
    explicit NormalText(std::span<const NormalChar> characters);

    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// The character that a byte is of; behind the last byte the number of characters.
    [[nodiscard]] std::size_t characterAt(std::size_t byte) const { return m_owners[byte]; }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_owners;
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace adaplens {

/// FNV-1a over 64 bits (Fowler, Noll, Vo), of lengths too so that neighbours cannot run into each other: tells whether
/// something is what it was, among friends.
class Hash {
public:
    void bytes(const char *data, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i) {
            m_value = (m_value ^ static_cast<unsigned char>(data[i])) * 0x100000001b3ULL;
        }
    }
    void number(std::uint64_t value)
    {
        for (int byte = 0; byte < 8; ++byte) {
            m_value = (m_value ^ ((value >> (8 * byte)) & 0xff)) * 0x100000001b3ULL;
        }
    }
    void text(std::string_view text)
    {
        number(text.size());
        bytes(text.data(), text.size());
    }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

} // namespace adaplens

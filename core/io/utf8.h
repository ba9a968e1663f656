// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace adaplens {

/// A text as valid UTF-8: each broken byte sequence became U+FFFD, as the tokeniser reads it. Offsets into the original
/// are carried over, so that what refers to the text keeps its place.
class ValidText {
public:
    explicit ValidText(std::string_view original);
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] bool repaired() const { return !m_shifts.empty(); }
    /// Where byte `original` of the original text lies in text(); bytes within a broken sequence go to its start.
    [[nodiscard]] std::size_t offset(std::size_t original) const;

private:
    struct Shift {
        std::size_t original, end, valid; ///< a broken sequence [original, end) and where its U+FFFD starts
    };
    std::string m_text;
    std::vector<Shift> m_shifts;
};

} // namespace adaplens

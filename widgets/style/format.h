// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

/// Numbers as the views write them, in the user's locale.
namespace format {

/// Fixed decimals: number(0.5, 2) is "0.50".
[[nodiscard]] QString number(double value, int decimals);
/// A score in [0, 1]: three decimals, or two significant digits where that would read 0.00.
[[nodiscard]] QString score(double value);
/// A score as a multiple of the uniform level: "1.4 ×".
[[nodiscard]] QString times(double ratio);
/// A speed-up, as tables write it: "1.94 ×".
[[nodiscard]] QString speedup(double ratio);
/// A probability or share: "95 %".
[[nodiscard]] QString percent(double share);
/// "1 token", "12 tokens".
[[nodiscard]] QString tokens(std::size_t count);
[[nodiscard]] QString words(std::size_t count);
/// Text of any length as a tool tip, which breaks lines only in rich text.
[[nodiscard]] QString paragraph(const QString &text);
/// The user's own bytes for display: broken UTF-8 is replaced, white space and controls made visible, long words cut.
[[nodiscard]] QString word(const std::string &bytes, int longest = 60);

} // namespace format

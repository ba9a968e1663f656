// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace adaplens {

/// Bytes as the vocabularies of byte-level tokenisers spell them, one visible character a byte ("Ġ" is a space), in
/// UTF-8. Source: Radford et al. 2019, the table of GPT-2's encoder.
[[nodiscard]] std::string byteLevelSpelling(std::string_view bytes);

/// The bytes that a spelling stands for; empty where it has another character.
[[nodiscard]] std::optional<std::string> byteLevelBytes(std::string_view spelling);

/// A piece as a user reads it: its text without the space in front, "␣" for each space of one that is nothing else;
/// bytes that are no whole or visible character as "<0xE2>"; a piece that is no spelling of bytes as it is.
[[nodiscard]] std::string readablePiece(std::string_view spelling);

} // namespace adaplens

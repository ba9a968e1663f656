// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace adaplens {

/// Whether regular expressions take a character as one of a word ("\w" of Unicode Technical Standard 18): letters,
/// marks, decimal digits, connectors such as "_", and joiners; classes of Unicode 16, as in Hugging Face, whatever
/// version of ICU is at hand.
[[nodiscard]] bool isWordCharacter(char32_t character);

} // namespace adaplens

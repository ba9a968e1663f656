// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

namespace adaplens {

/// What the products of a model's layers are computed in; those of attention, in int8 too, in bfloat16 where the
/// processor has it. All else, contribution scores among it, is float32.
enum class Precision {
    Float32,
    BFloat16, ///< weights and activations rounded to 8 bits of mantissa, summed in float32
    Int8      ///< weights one scale an output, activations one scale a token, summed in 32 bits
};

inline constexpr std::array allPrecisions = {Precision::Float32, Precision::BFloat16, Precision::Int8};

/// "float32", "bfloat16" or "int8"; precisionNamed() throws Error listing them.
[[nodiscard]] const char *nameOf(Precision precision);
[[nodiscard]] Precision precisionNamed(const std::string &name);

/// `wanted` where the processor has instructions for it, else Float32.
[[nodiscard]] Precision usable(Precision wanted);

/// One sentence for a user whose processor cannot do what was asked for.
[[nodiscard]] std::string fallbackNote(Precision wanted);

} // namespace adaplens

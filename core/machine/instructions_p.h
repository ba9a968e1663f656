// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <cstring>

namespace adaplens {

/// Instruction sets of the processor that kernels here are made for.
struct Instructions {
    bool avx2 = false;     ///< with FMA
    bool avx512 = false;   ///< F, DQ, VL, BW
    bool vnni = false;     ///< sums of 8-bit products in 512-bit registers
    bool vnni256 = false;  ///< the same in 256-bit registers (AVX-VNNI)
    bool bfloat16 = false; ///< sums of bfloat16 products in 512-bit registers
};

/// What the processor has. ADAPLENS_MAX_ISA in the environment, one of none, avx2, avxvnni and avx512 (without VNNI and
/// bfloat16), takes off what goes beyond, so that the code for lesser processors can be tried on a greater one.
[[nodiscard]] inline Instructions instructions()
{
    Instructions has;
#ifdef ADAPLENS_X86
    const char *most = std::getenv("ADAPLENS_MAX_ISA");
    const auto limited = [most](const char *to) { return most != nullptr && std::strcmp(most, to) == 0; };
    has.avx2 = !limited("none") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    has.avx512 = has.avx2 && !limited("avx2") && !limited("avxvnni") && __builtin_cpu_supports("avx512f") &&
                 __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                 __builtin_cpu_supports("avx512bw");
    has.vnni = has.avx512 && !limited("avx512") && __builtin_cpu_supports("avx512vnni");
    has.bfloat16 = has.avx512 && !limited("avx512") && __builtin_cpu_supports("avx512bf16");
    has.vnni256 = has.avx2 && !limited("avx2") && !limited("avx512") && __builtin_cpu_supports("avxvnni");
#endif
    return has;
}

} // namespace adaplens

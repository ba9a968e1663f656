// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/reduced_kernels_p.h"

#include "core/kernels/instructions_p.h"

namespace adaplens::reduced {

#ifdef ADAPLENS_X86

const Kernels *kernelsFor(Precision precision)
{
    const Instructions has = instructions();
    switch (precision) {
    case Precision::BFloat16:
        return has.bfloat16 ? &bfloat16Avx512 : nullptr;
    case Precision::Int8:
        return has.vnni ? &int8Avx512 : has.vnni256 ? &int8AvxVnni : nullptr;
    case Precision::Float32:
        break;
    }
    return nullptr;
}

#else

const Kernels *kernelsFor(Precision)
{
    return nullptr;
}

#endif

} // namespace adaplens::reduced

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/precision_p.h"

#include "core/error.h"

namespace adaplens {

const char *nameOf(Precision precision)
{
    switch (precision) {
    case Precision::BFloat16:
        return "bfloat16";
    case Precision::Int8:
        return "int8";
    case Precision::Float32:
        break;
    }
    return "float32";
}

Precision precisionNamed(const std::string &name)
{
    for (const Precision precision : allPrecisions) {
        if (name == nameOf(precision)) {
            return precision;
        }
    }
    throw Error("'%1' is no precision; use float32, bfloat16 or int8.", name);
}

Precision usable([[maybe_unused]] Precision wanted, [[maybe_unused]] const Instructions &has)
{
#ifdef ADAPLENS_ONEDNN
    // Without these instructions sums of 8-bit products do not fit where they are kept.
    if ((wanted == Precision::BFloat16 && has.bfloat16) || (wanted == Precision::Int8 && (has.vnni || has.vnni256))) {
        return wanted;
    }
#endif
    return Precision::Float32;
}

Precision usable(Precision wanted)
{
    return usable(wanted, instructions());
}

std::string fallbackNote(Precision wanted)
{
#ifdef ADAPLENS_ONEDNN
    const std::string reason = "This processor has no instructions for products in ";
#else
    const std::string reason = "This program was built without oneDNN, which computes products in ";
#endif
    return reason + nameOf(wanted) + ", so the model runs in float32.";
}

} // namespace adaplens

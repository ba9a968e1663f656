// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/precision.h"

#include "core/error.h"
#include "core/kernels/reduced_kernels_p.h"

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
    throw Error("'" + name + "' is no precision; use float32, bfloat16 or int8.");
}

Precision usable(Precision wanted)
{
    return reduced::kernelsFor(wanted) != nullptr ? wanted : Precision::Float32;
}

std::string fallbackNote(Precision wanted)
{
    return std::string("This processor has no instructions for products in ") + nameOf(wanted) +
           ", so the model runs in float32.";
}

} // namespace adaplens

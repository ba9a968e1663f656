// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/precision_p.h"

#include "core/named.h"

namespace adaplens {

const char *nameOf(Precision precision)
{
    static constexpr std::array names = {"float32", "bfloat16", "int8"}; // as they are numbered
    return names.at(static_cast<std::size_t>(precision));
}

Precision precisionNamed(const std::string &name)
{
    return named(allPrecisions, name, message("precision"));
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

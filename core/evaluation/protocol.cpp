// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/evaluation/evaluate.h"

namespace adaplens {

const char *nameOf(Protocol protocol)
{
    return protocol == Protocol::WindowsMean ? "windows-mean" : "head512";
}

Protocol protocolNamed(const std::string &name)
{
    for (const Protocol protocol : {Protocol::Head512, Protocol::WindowsMean})
        if (name == nameOf(protocol))
            return protocol;
    throw Error("There is no protocol '" + name + "'; head512 and windows-mean are known.");
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace adaplens::test {

/// Takes instructions of the processor away for the rest of the scope, as ADAPLENS_MAX_ISA says.
class WithoutInstructions {
public:
    explicit WithoutInstructions(const char *most) { setenv("ADAPLENS_MAX_ISA", most, 1); }
    ~WithoutInstructions() { unsetenv("ADAPLENS_MAX_ISA"); }
    WithoutInstructions(const WithoutInstructions &) = delete;
    WithoutInstructions &operator=(const WithoutInstructions &) = delete;
};

} // namespace adaplens::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>

namespace adaplens::test {

/// Takes instructions of the processor away for the rest of the scope, as ADAPLENS_MAX_ISA says.
class WithoutInstructions {
public:
    explicit WithoutInstructions(const char *most)
    {
        if (const char *before = std::getenv(variable)) {
            m_before = before;
        }
        setenv(variable, most, 1);
    }
    ~WithoutInstructions() { m_before.empty() ? unsetenv(variable) : setenv(variable, m_before.c_str(), 1); }
    WithoutInstructions(const WithoutInstructions &) = delete;
    WithoutInstructions &operator=(const WithoutInstructions &) = delete;

private:
    static constexpr const char *variable = "ADAPLENS_MAX_ISA";
    std::string m_before;
};

} // namespace adaplens::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporaryfolder.h"

#include <clocale>
#include <cstdlib>
#include <locale>
#include <string>

namespace adaplens::test {

/// Numbers have commas for the rest of the scope, as in much of the world: in streams of C++, and in printf() and
/// strtod() where the machine has such a locale or can make one.
class CommaLocale {
public:
    CommaLocale()
        : m_streams(std::locale::global(std::locale(std::locale::classic(), new Commas))), // the locale owns it
          m_c(std::setlocale(LC_ALL, nullptr))
    {
        for (const char *name : {"de_DE.UTF-8", "fr_FR.UTF-8", "pt_BR.UTF-8", "ru_RU.UTF-8"})
            if (!inC() && std::setlocale(LC_ALL, name) != nullptr)
                return;
        const std::string folder = m_folder.path().string();
        if (std::system(("localedef -i de_DE -f UTF-8 " + folder + "/de_DE.UTF-8 >/dev/null 2>&1").c_str()) == 0) {
            setenv("LOCPATH", folder.c_str(), 1);
            std::setlocale(LC_ALL, "de_DE.UTF-8");
        }
    }
    ~CommaLocale()
    {
        unsetenv("LOCPATH");
        std::locale::global(m_streams);
        std::setlocale(LC_ALL, m_c.c_str());
    }
    CommaLocale(const CommaLocale &) = delete;
    CommaLocale &operator=(const CommaLocale &) = delete;

    /// Whether C has commas too.
    [[nodiscard]] static bool inC() { return std::string(std::localeconv()->decimal_point) == ","; }

private:
    struct Commas : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    TemporaryFolder m_folder;
    std::locale m_streams;
    std::string m_c;
};

} // namespace adaplens::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/resources.h"

#include "core/error.h"

#include <cstdlib>
#include <system_error>

namespace adaplens {

std::filesystem::path resourceFolder()
{
    const char *chosen = std::getenv("ADAPLENS_RESOURCES");
    if (chosen != nullptr && *chosen != '\0') {
        return chosen;
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        throw Error("The program's own folder cannot be found: /proc/self/exe: %1.", error.message());
    return program.parent_path().parent_path() / "share" / "adaplens";
}

} // namespace adaplens

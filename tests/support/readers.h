// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/error.h"

#include <string>

namespace adaplens::test {

/// The message of the Error that reading `source` throws; empty if it does not.
inline std::string failure(const DataSource &source)
{
    try {
        (void)readAll(source);
    } catch (const Error &error) {
        return error.what();
    }
    return {};
}

} // namespace adaplens::test

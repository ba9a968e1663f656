// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace adaplens {

/// The one exception of the core. Its text is a sentence for the user: which file, what was found, what was expected
/// and what to do about it.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace adaplens {

/// A number of a step that a form lets its user set.
struct TrainKnob {
    std::string step, key;
    std::string help;   ///< of the option; empty where it is none
    bool whole = false; ///< a whole number
    double value = 0;   ///< where nobody sets it
};

/// The knobs of a method, in the order of its steps: their options and learning rates. Throws Error where there is no
/// such method.
[[nodiscard]] std::vector<TrainKnob> trainKnobs(const std::string &method);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace adaplens {

/// What is done to each value of a product before it is written. GeluTanh is GELU by its approximation with tanh.
enum class Activation { None, Gelu, GeluTanh, Relu };

} // namespace adaplens

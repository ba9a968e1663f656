// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"

namespace adaplens {

/// [rows, H]: what the heads bring together, before the output projection. Without gradients, and where nobody asks
/// for probabilities, the sequences are attended to one by one, with no padding. Arguments as of runAttention().
[[nodiscard]] at::Tensor attentionContext(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows,
                                          const Layout &layout, const PassOptions &options, const at::Tensor &keyBias,
                                          at::Tensor *attention, at::Tensor *received);

} // namespace adaplens

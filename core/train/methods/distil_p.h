// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <cstddef>
#include <vector>

namespace adaplens {

/// Layers of a teacher with so many that a student of half as many starts from: as evenly spaced as whole numbers are,
/// the first and the last among them. Of 12: 0 2 4 7 9 11, which DistilBERT was started from; of 6: 0 3 5.
[[nodiscard]] std::vector<std::size_t> spacedLayers(std::size_t teacherLayers);

/// T^2 mean_b KL(softmax(teacher / T) || softmax(student / T)), logits [B, K]: gradients are of the size of
/// cross-entropy's at any temperature T. Source: Hinton et al. 2015. Scalar.
[[nodiscard]] at::Tensor softTargetLoss(const at::Tensor &student, const at::Tensor &teacher, double temperature);

/// Mean over layers and tokens of 1 - cosine of a student's state and its teacher's: [rows, H] each. Source: Sanh et al.
/// 2019, of the last layer alone. Scalar.
[[nodiscard]] at::Tensor cosineLoss(const std::vector<at::Tensor> &student, const std::vector<at::Tensor> &teacher);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>

class QProgressBar;

/// Shows `done` of `total`; 0 = not known yet, an empty bar.
void showShare(QProgressBar *bar, std::size_t done, std::size_t total);
/// "12 s left", "3 min left"; empty where it is not known.
[[nodiscard]] QString timeLeft(std::optional<double> seconds);

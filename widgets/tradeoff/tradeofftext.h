// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

/// How points of the trade of accuracy against cost are worded. Figures are those of the command line's table, to the
/// last digit, in the user's locale.
namespace tradeoff {

[[nodiscard]] QString number(double value, int digits);
[[nodiscard]] QString mean(const std::optional<adaplens::Interval> &figure); ///< "0.8750"; empty where there is none
[[nodiscard]] QString ends(const std::optional<adaplens::Interval> &figure, int digits); ///< "[0.8500, 0.9000]"
[[nodiscard]] QString times(const std::optional<double> &speedup);                       ///< "1.75 ×"
[[nodiscard]] QString milliseconds(const adaplens::SweepPoint &point);                   ///< "12.50 → 8.25"
[[nodiscard]] QString kept(const adaplens::SweepPoint &point);                           ///< "20.2 6.5 of 25.5"
[[nodiscard]] QString knob(const adaplens::SweepPoint &point);                           ///< "eta scale 0.5"
[[nodiscard]] QString name(const adaplens::SweepPoint &point); ///< "AdapLeR · eta scale 0.5 · seed 7"
/// "done", "failed: ..", "published, test: whose".
[[nodiscard]] QString status(const adaplens::SweepPoint &point);

[[nodiscard]] QString axis(adaplens::SpeedAxis axis); ///< "speed-up in FLOPs, texts at their own length"
/// "accuracy", "F1 of positive".
[[nodiscard]] QString axis(const Tradeoff &tradeoff);
/// Rich text with all that is known of a point.
[[nodiscard]] QString toolTip(const Tradeoff &tradeoff, std::size_t point);
/// What the numbers of a sweep hold for: device, threads, batch, n, seed.
[[nodiscard]] QString conditions(const Tradeoff &tradeoff, std::size_t sweep);
/// The conditions of all sweeps measured here that are shown, each with its name where there are several.
[[nodiscard]] QStringList conditions(const Tradeoff &tradeoff);
/// Of a measurement, in one line: device, precision, threads, batch, processor.
[[nodiscard]] QString measuredOn(const adaplens::Conditions &conditions);
/// Whether figures of a sweep were measured here or elsewhere.
[[nodiscard]] bool isPublished(const adaplens::Sweep &sweep);

} // namespace tradeoff

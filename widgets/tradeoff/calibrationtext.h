// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/calibrate.h"

#include <QString>

#include <optional>

/// A calibration as it is on the screen and in exports: what was measured, decided for a loss and a confidence.
struct ShownCalibration {
    struct Promise {
        double loss = 0, confidence = 0;
        bool operator==(const Promise &) const = default;
    };

    QString data; ///< name of the data set
    adaplens::Calibration calibration;
    std::optional<Promise> fixed; ///< before the results were seen; empty: it is the one decided for, and no other was
};

/// How a calibration is worded. Figures are those of the command line's table and JSON.
namespace calibrationtext {

[[nodiscard]] QString share(double share); ///< "0.46 %"
/// "model · data".
[[nodiscard]] QString name(const ShownCalibration &shown);
/// The speed-up that can be had, or that there is none.
[[nodiscard]] QString speedup(const ShownCalibration &shown);
/// What that is: of which scale; where none qualifies, why not, and how many examples it would take.
[[nodiscard]] QString answer(const ShownCalibration &shown);
/// "accuracy lost: 0.46 % (7 right answers turned wrong, 3 wrong ones turned right, of 872) · p = 0.0212".
[[nodiscard]] QString measured(const adaplens::Calibration &calibration, std::size_t scale);
/// What is promised, of which texts.
[[nodiscard]] QString promise(const ShownCalibration &shown);
/// That another loss or confidence was fixed before; empty where none was.
[[nodiscard]] QString caveat(const ShownCalibration &shown);
/// What the figures hold for: n, device, threads.
[[nodiscard]] QString conditions(const ShownCalibration &shown);
/// Rich text with all that is known of a scale.
[[nodiscard]] QString toolTip(const adaplens::Calibration &calibration, std::size_t scale);
/// The same in one line.
[[nodiscard]] QString line(const adaplens::Calibration &calibration, std::size_t scale);

} // namespace calibrationtext

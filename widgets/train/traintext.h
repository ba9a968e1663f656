// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/description.h"
#include "core/train/knobs.h"
#include "core/train/runlog.h"

#include <QString>

#include <optional>

/// What the page about training says, in words and numbers of the user's language.
namespace traintext {

/// "CSV · 1,200 texts · negative 600, positive 600".
[[nodiscard]] QString summary(const adaplens::DataDescription &description);

/// What a knob is called, and what it does.
[[nodiscard]] QString knobName(const adaplens::TrainKnob &knob);
[[nodiscard]] QString knobHelp(const adaplens::TrainKnob &knob);

/// Where a run stands: step, epoch, batch, speed, time left of the step. What is not known is left out.
struct Standing {
    QString step;
    std::size_t epoch = 0, epochs = 0;
    std::int64_t done = 0, total = 0; ///< batches of the step
    std::optional<double> tokensPerSecond, secondsLeft;
    std::optional<double> wholeSecondsLeft; ///< of all steps
};
[[nodiscard]] QString standing(const Standing &at);
/// "3 min": how long something takes, roughly.
[[nodiscard]] QString duration(double seconds);

/// What a step has come to: its chosen epoch, with score and speed-up; empty while it runs, and where it scores nothing.
[[nodiscard]] QString result(const adaplens::StepRecord &step);

} // namespace traintext

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationrunner.h"

#include <utility>

CalibrationRunner classifierCalibration()
{
    return [](const CalibrationRequest &request,
              const std::function<void(const adaplens::EvaluationProgress &)> &progress, std::stop_token stop) {
        adaplens::CalibrateOptions options;
        options.total = adaplens::countExamples(request.data);
        options.progress = progress;
        const auto reader = adaplens::openReader(request.data);
        const auto classifier = adaplens::Classifier::open(request.model, request.precision, {}, stop);
        return classifier ? adaplens::calibrate(*classifier, *reader, options, std::move(stop)) : std::nullopt;
    };
}

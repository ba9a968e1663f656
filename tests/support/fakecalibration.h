// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "widgets/tradeoff/calibrationrunner.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

namespace adaplens::test {

/// Invented counts of 1,000 texts at five scales of a model of three layers.
[[nodiscard]] inline Calibration handMadeCalibration()
{
    Calibration calibration;
    calibration.model = "Tiny";
    calibration.plainModel = "twin";
    calibration.loss = 0.01;
    calibration.confidence = 0.9;
    calibration.n = 1000;
    calibration.correctPlain = 900;
    calibration.flopsPlain = 100;
    calibration.scales = {{.scale = 0.5, .thresholds = {0.2, 0.3, 0.4}, .lost = 0, .won = 1, .flops = 80},
                          {.scale = 0.75, .thresholds = {0.3, 0.45, 0.6}, .lost = 2, .won = 0, .flops = 60},
                          {.scale = 1, .thresholds = {0.4, 0.6, 0.8}, .lost = 6, .won = 3, .flops = 50},
                          {.scale = 1.5, .thresholds = {0.6, 0.9, 1}, .lost = 30, .won = 4, .flops = 40},
                          {.scale = 2, .thresholds = {0.8, 1, 1}, .lost = 100, .won = 5, .flops = 25}};
    calibration.maxLength = 64;
    calibration.conditions.threads = 2;
    calibration.conditions.batch = 32;
    calibration.conditions.processor = "A processor";
    decide(calibration);
    return calibration;
}

/// What a fake run was asked for and did, seen from the test's thread.
struct FakeCalibrationLog {
    std::atomic<int> started = 0, stopped = 0;
    std::atomic<bool> hold = false; ///< runs wait after their progress, until they are stopped or this is false
    std::atomic<bool> fail = false; ///< runs fail after their progress
    [[nodiscard]] CalibrationRequest lastRequest()
    {
        const std::lock_guard lock(mutex);
        return request;
    }
    std::mutex mutex;
    CalibrationRequest request;
};

/// Tells of 84 of 1,000 texts, then gives the hand-made calibration.
[[nodiscard]] inline CalibrationRunner fakeCalibration(std::shared_ptr<FakeCalibrationLog> log)
{
    return [log = std::move(log)](const CalibrationRequest &request,
                                  const std::function<void(const EvaluationProgress &)> &progress,
                                  std::stop_token stop) -> std::optional<Calibration> {
        {
            const std::lock_guard lock(log->mutex);
            log->request = request;
        }
        ++log->started;
        progress({84, 1000, 41.0});
        while (log->hold && !stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (log->fail) {
            throw Error("Line 85 of the set cannot be read.");
        }
        if (stop.stop_requested()) {
            ++log->stopped;
            return std::nullopt;
        }
        return handMadeCalibration();
    };
}

} // namespace adaplens::test

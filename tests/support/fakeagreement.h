// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "tests/support/handmadeagreement.h"
#include "widgets/evaluate/agreementrunner.h"

#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <mutex>
#include <thread>

namespace adaplens::test {

/// What a fake run was asked for and did, seen from the test's thread.
struct FakeAgreementLog {
    std::atomic<int> started = 0, stopped = 0;
    std::atomic<bool> hold = false;  ///< runs wait after their partial report, until they are stopped or this is false
    std::atomic<bool> fail = false;  ///< runs fail after their partial report
    std::atomic<bool> early = false; ///< runs fail before it
    [[nodiscard]] AgreementRequest lastRequest()
    {
        const std::lock_guard lock(mutex);
        return request;
    }
    std::mutex mutex;
    AgreementRequest request;
};

/// The hand-made report, first as a partial one of 20 documents.
[[nodiscard]] inline AgreementReport partialAgreement()
{
    AgreementReport report = handMadeAgreement();
    report.complete = false;
    report.documents = 20;
    report.instances = 19;
    return report;
}

/// Tells of 20 of 60 documents, gives a partial report, then the whole one.
[[nodiscard]] inline AgreementRunner fakeAgreement(std::shared_ptr<FakeAgreementLog> log)
{
    return [log = std::move(log)](const AgreementRequest &request, const AgreementCallbacks &callbacks,
                                  std::stop_token stop) -> std::optional<AgreementReport> {
        {
            const std::lock_guard lock(log->mutex);
            log->request = request;
        }
        ++log->started;
        if (log->early)
            throw Error("The set cannot be read.");
        callbacks.progress({20, 19, 60, 41.0});
        callbacks.partial(partialAgreement());
        while (log->hold && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (log->fail)
            throw Error("Line 21 of the set cannot be read.");
        if (stop.stop_requested()) {
            ++log->stopped;
            std::filesystem::create_directories(request.options.resumeFile.parent_path());
            std::ofstream(request.options.resumeFile) << "{}\n";
            return std::nullopt;
        }
        callbacks.progress({60, 57, 60, 0.0});
        AgreementReport report = handMadeAgreement();
        report.options.seed = request.options.seed;
        return report;
    };
}

} // namespace adaplens::test

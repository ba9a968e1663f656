// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementrun.h"

#include "widgets/session/failure.h"

#include <utility>

AgreementRun::AgreementRun(AgreementRunner runner, QObject *parent) : QObject(parent), m_runner(std::move(runner)) {}

AgreementRun::~AgreementRun()
{
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void AgreementRun::start(AgreementRequest request)
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_progress = {};
    m_before = m_report;
    // The thread of the run before has said its last word: replacing it does not wait.
    m_thread =
        std::jthread([this, request = std::move(request)](const std::stop_token &stop) { perform(request, stop); });
    Q_EMIT started();
}

void AgreementRun::cancel()
{
    m_thread.request_stop();
}

void AgreementRun::perform(const AgreementRequest &request, const std::stop_token &stop)
{
    adaplens::AgreementCallbacks callbacks;
    callbacks.progress = [this](const adaplens::AgreementProgress &progress) {
        post([&] { m_newProgress = progress; });
    };
    callbacks.partial = [this](const adaplens::AgreementReport &report) {
        auto copy = std::make_shared<const adaplens::AgreementReport>(report);
        post([&] { m_newReport = std::move(copy); });
    };
    Outcome outcome = End::Cancelled;
    try {
        if (auto report = m_runner(request, callbacks, stop)) {
            auto whole = std::make_shared<const adaplens::AgreementReport>(std::move(*report));
            post([&] { m_newReport = std::move(whole); });
            outcome = End::Finished;
        }
    } catch (...) {
        outcome = describeException();
    }
    post([&] { m_outcome = std::move(outcome); });
}

void AgreementRun::post(const std::function<void()> &change)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        change();
        first = !std::exchange(m_posted, true);
    }
    if (first) { // one event for all that has come until it is taken
        m_wake.post();
    }
}

void AgreementRun::takeResults()
{
    std::optional<adaplens::AgreementProgress> progress;
    ReportPointer report;
    std::optional<Outcome> outcome;
    {
        const std::lock_guard lock(m_mutex);
        m_posted = false;
        progress = std::exchange(m_newProgress, std::nullopt);
        report = std::exchange(m_newReport, nullptr);
        outcome = std::exchange(m_outcome, std::nullopt);
    }
    if (progress) {
        m_progress = *progress;
        Q_EMIT progressed();
    }
    if (report) {
        m_report = std::move(report);
        Q_EMIT reported();
    }
    if (!outcome) {
        return;
    }
    m_running = false;
    const ReportPointer before = std::exchange(m_before, nullptr);
    if (const auto *message = std::get_if<QString>(&*outcome)) {
        if (before && before != m_report) {
            m_report = before;
            Q_EMIT reported();
        }
        Q_EMIT failed(*message);
    } else if (std::get<End>(*outcome) == End::Finished) {
        Q_EMIT finished();
    } else {
        Q_EMIT cancelled();
    }
}

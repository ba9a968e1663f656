// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/trainingrun.h"

#include <chrono>
#include <utility>

TrainingRun::TrainingRun(TrainRunner runner, QObject *parent) : QObject(parent), m_runner(std::move(runner)) {}

void TrainingRun::start(TrainRequest request)
{
    if (m_state == State::Idle) {
        m_request = std::move(request);
        begin();
    }
}

void TrainingRun::resume()
{
    if (m_state == State::Paused) {
        m_request.existing = adaplens::Existing::Resume;
        begin();
    }
}

void TrainingRun::pause()
{
    if (m_state == State::Running) {
        m_work.stop();
        setState(State::Pausing);
    }
}

void TrainingRun::cancel()
{
    if (m_state == State::Paused) {
        setState(State::Idle);
    } else if (m_state != State::Idle) {
        m_work.stop();
        setState(State::Cancelling);
    }
}

void TrainingRun::begin()
{
    m_progress.reset();
    m_secondsLeft.reset();
    m_work.start(
        [this, runner = m_runner, request = m_request](const std::stop_token &stop, const Requests::Post &post) {
            using Clock = std::chrono::steady_clock;
            constexpr auto pause = std::chrono::milliseconds(100); // nobody reads faster
            Clock::time_point shown{};
            std::optional<adaplens::RunEstimate> estimate;
            const auto plan = [&](const std::vector<std::string> &steps) { estimate.emplace(request.config, steps); };
            const auto progress = [&](const adaplens::TrainProgress &at) {
                if (estimate) {
                    estimate->add(at);
                }
                if (const auto now = Clock::now(); now - shown >= pause || at.done == at.total) {
                    shown = now;
                    post([this, at, left = estimate ? estimate->secondsLeft() : std::nullopt] {
                        m_progress = at;
                        m_secondsLeft = left;
                        Q_EMIT progressed();
                    });
                }
            };
            return runner(request, plan, progress, stop);
        },
        [this](const adaplens::TrainReport &report) {
            setState(report.finished ? State::Idle : m_state == State::Cancelling ? State::Idle : State::Paused);
            if (report.finished) {
                Q_EMIT finished();
            }
        },
        [this](const QString &message) {
            setState(State::Idle);
            Q_EMIT failed(message);
        });
    setState(State::Running);
}

void TrainingRun::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

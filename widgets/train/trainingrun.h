// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/runestimate.h"
#include "widgets/session/requests.h"
#include "widgets/train/trainrunner.h"

#include <QObject>

#include <optional>

/// One training run after the other, each on a thread of its own. All public functions are for the GUI thread. A run that
/// is asked to stop, also by the end of this object, writes a resume point first.
class TrainingRun : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Pausing, ///< asked to stop; then Paused
        Paused,
        Cancelling ///< asked to stop; then Idle
    };

    explicit TrainingRun(TrainRunner runner, QObject *parent = nullptr);

    /// Starts a run; does nothing while another is not idle.
    void start(TrainRequest request);
    void pause();
    /// Goes on with a paused run.
    void resume();
    /// Ends a run; what it has written stays.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isAtWork() const { return m_work.running(); }
    [[nodiscard]] const TrainRequest &request() const { return m_request; }
    /// Of the run under way; empty while it reads its data.
    [[nodiscard]] const std::optional<adaplens::TrainProgress> &progress() const { return m_progress; }
    /// Of all steps; empty until enough is known.
    [[nodiscard]] std::optional<double> secondsLeft() const { return m_secondsLeft; }

Q_SIGNALS:
    void stateChanged();
    void progressed();
    void finished(); ///< to the end; state() is Idle
    void failed(const QString &message);

private:
    void begin();
    void setState(State state);

    const TrainRunner m_runner;
    TrainRequest m_request;
    State m_state = State::Idle;
    std::optional<adaplens::TrainProgress> m_progress;
    std::optional<double> m_secondsLeft;
    Background m_background; // last but one: its thread ends before the rest goes
    Requests m_work{m_background};
};

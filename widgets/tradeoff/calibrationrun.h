// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/requests.h"
#include "widgets/tradeoff/calibrationrunner.h"

#include <QObject>
#include <QString>

#include <memory>

/// What a run has measured, and of what.
struct MeasuredScales {
    CalibrationRequest request;
    adaplens::Calibration calibration;
};

/// One calibration after the other, each on a thread and with a model of its own, so that typing elsewhere never stops
/// it; it writes the models that are chosen, too. All public functions are for the GUI thread.
class CalibrationRun : public QObject {
    Q_OBJECT

public:
    explicit CalibrationRun(CalibrationRunner runner, QObject *parent = nullptr);

    /// Starts a run; does nothing while one is under way. finished(), cancelled() or failed() follows.
    void start(CalibrationRequest request);
    /// Asks the run under way to stop; cancelled() follows.
    void cancel() { m_run.stop(); }
    /// Writes the model with the thresholds that `calibration` has chosen; saved(), cancelled() or failed() follows.
    void save(adaplens::Calibration calibration, const std::filesystem::path &model, const QString &folder);

    [[nodiscard]] bool running() const { return m_run.running(); }
    [[nodiscard]] bool stopping() const { return m_run.stopping(); }
    [[nodiscard]] bool saving() const { return m_saving.running(); }
    [[nodiscard]] const adaplens::EvaluationProgress &progress() const { return m_progress; }
    /// Of the latest run that came to its end; null before.
    [[nodiscard]] const std::shared_ptr<const MeasuredScales> &result() const { return m_result; }

Q_SIGNALS:
    void started();
    void progressed();
    void finished(); ///< result() is another one
    void cancelled();
    void saved(const QString &folder);
    void failed(const QString &message); ///< result() stays

private:
    const CalibrationRunner m_runner;
    adaplens::EvaluationProgress m_progress;
    std::shared_ptr<const MeasuredScales> m_result;
    Background m_background; // last but two: its thread ends before the rest goes
    Requests m_run{m_background}, m_saving{m_background};
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementrunner.h"
#include "widgets/session/requests.h"

#include <QObject>
#include <QString>

#include <memory>

/// One agreement run after the other, each on a thread and with a model of its own, so that typing elsewhere never
/// stops it. All public functions are for the GUI thread.
class AgreementRun : public QObject {
    Q_OBJECT

public:
    using ReportPointer = std::shared_ptr<const adaplens::AgreementReport>;

    explicit AgreementRun(AgreementRunner runner, QObject *parent = nullptr);

    /// Starts a run; does nothing while one is under way. finished(), cancelled() or failed() follows.
    void start(AgreementRequest request);
    /// Asks the run under way to stop; cancelled() follows. What it had found stays, as a partial report.
    void cancel() { m_run.stop(); }

    [[nodiscard]] bool running() const { return m_run.running(); }
    [[nodiscard]] bool stopping() const { return m_run.stopping(); }
    [[nodiscard]] const adaplens::AgreementProgress &progress() const { return m_progress; }
    /// The latest report, partial ones included; of an earlier run until the present one has its first. May be null.
    [[nodiscard]] const ReportPointer &report() const { return m_report; }
    /// A run is under way and report() is not of it.
    [[nodiscard]] bool outdated() const { return running() && m_report == m_before; }

Q_SIGNALS:
    void started();
    void progressed();
    void reported(); ///< report() is another one
    void finished(); ///< report() is complete
    void cancelled();
    void failed(const QString &message); ///< report() is again what it was before the run

private:
    void setReport(ReportPointer report);

    const AgreementRunner m_runner;
    adaplens::AgreementProgress m_progress;
    ReportPointer m_report, m_before; // m_before: when the latest run began
    Background m_background;          // last but one: its thread ends before the rest goes
    Requests m_run{m_background};
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementrunner.h"
#include "widgets/session/postedcall.h"

#include <QObject>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

/// One agreement run after the other, each on a thread and with a model of its own, so that typing elsewhere never
/// stops it. All public functions are for the GUI thread.
class AgreementRun : public QObject {
    Q_OBJECT

public:
    using ReportPointer = std::shared_ptr<const adaplens::AgreementReport>;

    explicit AgreementRun(AgreementRunner runner, QObject *parent = nullptr);
    ~AgreementRun() override; ///< stops the run under way and waits for it

    /// Starts a run; does nothing while one is under way. finished(), cancelled() or failed() follows.
    void start(AgreementRequest request);
    /// Asks the run under way to stop; cancelled() follows. What it had found stays, as a partial report.
    void cancel();

    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] bool stopping() const { return m_running && m_thread.get_stop_token().stop_requested(); }
    [[nodiscard]] const adaplens::AgreementProgress &progress() const { return m_progress; }
    /// The latest report, partial ones included; of an earlier run until the present one has its first. May be null.
    [[nodiscard]] const ReportPointer &report() const { return m_report; }

Q_SIGNALS:
    void started();
    void progressed();
    void reported(); ///< report() is another one
    void finished(); ///< report() is complete
    void cancelled();
    void failed(const QString &message); ///< report() is again what it was before the run

private:
    enum class End { Finished, Cancelled };
    using Outcome = std::variant<End, QString>; // a text is what went wrong

    Q_INVOKABLE void takeResults();
    void perform(const AgreementRequest &request, const std::stop_token &stop);
    void post(const std::function<void()> &change);

    const AgreementRunner m_runner;
    bool m_running = false;
    adaplens::AgreementProgress m_progress;
    ReportPointer m_report, m_before;
    std::mutex m_mutex; // guards the next four
    bool m_posted = false;
    std::optional<adaplens::AgreementProgress> m_newProgress;
    ReportPointer m_newReport;
    std::optional<Outcome> m_outcome;
    PostedCall m_wake{this, "takeResults"};
    std::jthread m_thread; // last: joined before the rest goes
};

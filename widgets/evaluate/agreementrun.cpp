// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementrun.h"

#include <utility>

AgreementRun::AgreementRun(AgreementRunner runner, QObject *parent) : QObject(parent), m_runner(std::move(runner)) {}

void AgreementRun::start(AgreementRequest request)
{
    if (running()) {
        return;
    }
    m_progress = {};
    m_before = m_report;
    m_run.start(
        [this, runner = m_runner, request = std::move(request)](const std::stop_token &stop,
                                                                const Requests::Post &post) {
            adaplens::AgreementCallbacks callbacks;
            callbacks.progress = [&](const adaplens::AgreementProgress &progress) {
                post([this, progress] {
                    m_progress = progress;
                    Q_EMIT progressed();
                });
            };
            callbacks.partial = [&](const adaplens::AgreementReport &report) {
                post([this, copy = std::make_shared<const adaplens::AgreementReport>(report)] { setReport(copy); });
            };
            return runner(request, callbacks, stop);
        },
        [this](std::optional<adaplens::AgreementReport> report) {
            if (report) {
                setReport(std::make_shared<const adaplens::AgreementReport>(std::move(*report)));
                Q_EMIT finished();
            } else {
                Q_EMIT cancelled();
            }
        },
        [this](const QString &message) {
            setReport(m_before);
            Q_EMIT failed(message);
        });
    Q_EMIT started();
}

void AgreementRun::setReport(ReportPointer report)
{
    if (report != m_report) {
        m_report = std::move(report);
        Q_EMIT reported();
    }
}

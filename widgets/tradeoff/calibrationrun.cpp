// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationrun.h"

#include "core/sweep/calibratedmodel.h"

#include <QFileInfo>

#include <utility>

CalibrationRun::CalibrationRun(CalibrationRunner runner, QObject *parent) : QObject(parent), m_runner(std::move(runner))
{
}

void CalibrationRun::start(CalibrationRequest request)
{
    if (running()) {
        return;
    }
    m_progress = {};
    m_run.start(
        [this, runner = m_runner, request](const std::stop_token &stop, const Requests::Post &post) {
            const auto progress = [&](const adaplens::EvaluationProgress &at) {
                post([this, at] {
                    m_progress = at;
                    Q_EMIT progressed();
                });
            };
            return runner(request, progress, stop);
        },
        [this, request](std::optional<adaplens::Calibration> calibration) {
            if (calibration) {
                m_result = std::make_shared<const MeasuredScales>(MeasuredScales{request, std::move(*calibration)});
                Q_EMIT finished();
            } else {
                Q_EMIT cancelled();
            }
        },
        [this](const QString &message) { Q_EMIT failed(message); });
    Q_EMIT started();
}

void CalibrationRun::save(adaplens::Calibration calibration, const std::filesystem::path &model, const QString &folder)
{
    if (saving()) {
        return;
    }
    m_saving.start(
        [calibration = std::move(calibration), model,
         out = QFileInfo(folder).filesystemAbsoluteFilePath()](const std::stop_token &stop, const Requests::Post &) {
            return adaplens::exportCalibrated(calibration, model, out, {}, stop);
        },
        [this, folder](const std::optional<adaplens::ExportedModel> &exported) {
            if (exported) {
                Q_EMIT saved(folder);
            } else {
                Q_EMIT cancelled();
            }
        },
        [this](const QString &message) { Q_EMIT failed(message); });
}

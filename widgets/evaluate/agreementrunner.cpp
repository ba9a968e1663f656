// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementrunner.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QStringList>

#include <memory>
#include <system_error>
#include <utility>

namespace {

/// Path, size and time of a file: enough to tell one version from another.
QString versionOf(const std::filesystem::path &path)
{
    const QFileInfo info(path);
    return QStringLiteral("%1|%2|%3")
        .arg(info.absoluteFilePath())
        .arg(info.size())
        .arg(info.lastModified().toMSecsSinceEpoch());
}

} // namespace

AgreementRunner classifierAgreement()
{
    auto classifier = std::make_shared<std::unique_ptr<adaplens::Classifier>>();
    return [classifier](const AgreementRequest &request, const adaplens::AgreementCallbacks &callbacks,
                        std::stop_token stop) -> std::optional<adaplens::AgreementReport> {
        if (!*classifier ||
            (*classifier)->identity() != adaplens::identityOf(request.model, adaplens::usable(request.precision))) {
            *classifier = adaplens::Classifier::open(request.model, request.precision, {}, stop);
            if (!*classifier) {
                return std::nullopt;
            }
        }
        adaplens::AgreementOptions options = request.options;
        options.total = adaplens::countExamples(request.data);
        if (!options.resumeFile.empty()) {
            std::filesystem::create_directories(options.resumeFile.parent_path());
        }
        const auto reader = adaplens::openReader(request.data);
        auto report = adaplens::agree(**classifier, *reader, options, callbacks, std::move(stop));
        if (report) {
            std::error_code ignored;
            std::filesystem::remove(options.resumeFile, ignored);
        }
        return report;
    };
}

std::filesystem::path resumeFileOf(const AgreementRequest &request, const std::filesystem::path &folder)
{
    // Option by option, and never otherwise: a run that was interrupted before an update is found again after it.
    const adaplens::AgreementOptions &options = request.options;
    QStringList parts{versionOf(request.model / "config.json"), versionOf(request.model / "model.safetensors"),
                      versionOf(request.data.path), QString::fromStdString(request.data.split),
                      QString::number(request.data.limit)};
    if (const auto index = request.model / "model.safetensors.index.json"; std::filesystem::exists(index)) {
        parts << versionOf(index);
    }
    for (const adaplens::ScoreMethod method : options.methods) {
        parts << QString::fromLatin1(adaplens::nameOf(method));
    }
    parts << QString::fromLatin1(adaplens::nameOf(options.mode)) << QString::fromStdString(options.selection.name())
          << QStringLiteral("%1%2%3%4%5")
                 .arg(int{options.goldClass})
                 .arg(int{options.raw})
                 .arg(int{options.fromAdapler})
                 .arg(int{options.dropped == adaplens::DroppedScore::LastSeen})
                 .arg(int{options.faithfulness})
          << QString::fromLatin1(adaplens::nameOf(adaplens::usable(request.precision)))
          << QString::number(options.maxLength) << QString::number(options.seed);
    const QByteArray key =
        QCryptographicHash::hash(parts.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
    return folder / ("agreement-" + key.toStdString() + ".jsonl");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/resumefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QStringList>

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

std::filesystem::path resumeFileOf(const AgreementRequest &request, const std::filesystem::path &folder)
{
    const adaplens::AgreementOptions &options = request.options;
    QStringList parts{versionOf(request.model / "config.json"), versionOf(request.model / "model.safetensors"),
                      versionOf(request.data.path), QString::fromStdString(request.data.split),
                      QString::number(request.data.limit)};
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

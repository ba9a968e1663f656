// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/rationaledata.h"

#include "core/error.h"
#include "core/io/resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RationaleData)
};

/// The splits of an ERASER folder, the usual ones first.
QStringList splitsOf(const QDir &folder)
{
    QStringList splits;
    for (const QString &usual : {QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")}) {
        if (folder.exists(usual + QStringLiteral(".jsonl"))) {
            splits << usual;
        }
    }
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
        const QString name = file.completeBaseName();
        if (!splits.contains(name) && name != QLatin1String("docs")) {
            splits << name;
        }
    }
    return splits;
}

bool isEraser(const QDir &folder)
{
    return folder.exists(QStringLiteral("docs")) || folder.exists(QStringLiteral("docs.jsonl"));
}

} // namespace

adaplens::DataSource RationaleData::source(const QString &split, std::size_t limit) const
{
    adaplens::DataSource source;
    source.path = QFileInfo(path).filesystemFilePath();
    source.split = split.toStdString();
    source.limit = limit;
    return source;
}

QList<int> documentCounts(const RationaleData &data, const std::stop_token &stop)
{
    QList<int> counts;
    for (const QString &split : data.splits) {
        QFile file(QDir(data.path).filePath(split + QStringLiteral(".jsonl")));
        int lines = file.open(QIODevice::ReadOnly) ? 0 : -1;
        while (lines >= 0 && !file.atEnd() && !stop.stop_requested()) {
            lines += file.readLine().trimmed().isEmpty() ? 0 : 1;
        }
        counts.append(lines);
    }
    return counts;
}

QString droppedRationales(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile()) {
        return {};
    }
    const QFileInfo info(urls.first().toLocalFile());
    const QDir folder(info.filePath());
    static const QStringList suffixes{QStringLiteral("jsonl"), QStringLiteral("ndjson"), QStringLiteral("json"),
                                      QStringLiteral("csv"), QStringLiteral("tsv")};
    static const QRegularExpression ofModels(QStringLiteral("config\\.json$|^tokenizer|^special_tokens_map|^vocab"));
    const bool rationales = info.isDir()
                                ? isEraser(folder) || folder.exists(QStringLiteral("dataset.json"))
                                : suffixes.contains(info.suffix().toLower()) && !info.fileName().contains(ofModels);
    return rationales ? info.absoluteFilePath() : QString();
}

RationaleData rationaleDataAt(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        throw adaplens::Error(Words::tr("%1 does not exist; choose a file or folder with annotated texts.")
                                  .arg(QDir::toNativeSeparators(path))
                                  .toStdString());
    }
    if (info.isDir()) {
        const QDir folder(path);
        const QStringList splits = splitsOf(folder);
        if (isEraser(folder) && !splits.isEmpty()) {
            return {folder.absolutePath(), folder.dirName(), splits};
        }
        if (folder.exists(QStringLiteral("dataset.json"))) {
            QStringList divided;
            if (folder.exists(QStringLiteral("post_id_divisions.json"))) {
                divided = QStringList{QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")};
            }
            return {folder.absolutePath(), folder.dirName(), divided};
        }
        throw adaplens::Error(
            Words::tr(
                "%1 holds neither an ERASER set (docs and val.jsonl) nor HateXplain's dataset.json; choose such a "
                "folder, or a JSONL or CSV file with marked spans.")
                .arg(QDir::toNativeSeparators(path))
                .toStdString());
    }
    if (info.suffix() == QLatin1String("jsonl") && isEraser(info.dir())) {
        RationaleData data{info.absolutePath(), info.dir().dirName(), splitsOf(info.dir())};
        data.splits.removeAll(info.completeBaseName());
        data.splits.prepend(info.completeBaseName()); // the one that was meant
        return data;
    }
    return {info.absoluteFilePath(), info.completeBaseName(), {}};
}

RationaleData embeddedRationales()
{
    try {
        const auto file = adaplens::resourceFolder() / "examples" / "rationales.jsonl";
        if (std::filesystem::exists(file)) {
            return {QString::fromStdString(file.string()), Words::tr("example texts"), {}};
        }
    } catch (const std::exception &) { // as good as not there
        return {};
    }
    return {};
}

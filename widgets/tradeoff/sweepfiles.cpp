// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/sweepfiles.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/csv.h"
#include "core/io/resources.h"
#include "widgets/page/rationaledata.h"
#include "widgets/session/failure.h"
#include "widgets/tradeoff/tradeofffigure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <utility>

using adaplens::Sweep;

namespace {

/// The shown points of every sweep that has some, with its name.
std::vector<std::pair<QString, Sweep>> shownSweeps(const Tradeoff &tradeoff)
{
    std::vector<std::pair<QString, Sweep>> sweeps;
    for (std::size_t s = 0; s < tradeoff.sweeps.size(); ++s) {
        if (Sweep shown = shownOf(tradeoff, s); !shown.points.empty()) {
            sweeps.emplace_back(tradeoff.sweeps[s].name, std::move(shown));
        }
    }
    return sweeps;
}

std::string csvOf(const Tradeoff &tradeoff)
{
    const auto sweeps = shownSweeps(tradeoff);
    std::string text;
    for (const auto &[name, sweep] : sweeps) {
        const std::string csv = toCsv(sweep);
        if (sweeps.size() == 1) {
            return csv;
        }
        const std::string begin = adaplens::csvField(name.toStdString()) + ',';
        std::size_t at = csv.find('\n') + 1; // toCsv() puts no line ends into the line of names
        text += text.empty() ? "sweep," + csv.substr(0, at) : "";
        // A line end within quotes belongs to a field.
        bool quoted = false, begun = false;
        for (; at < csv.size(); ++at) {
            text += begun ? "" : begin;
            begun = true;
            text += csv[at];
            quoted = csv[at] == '"' ? !quoted : quoted;
            begun = quoted || csv[at] != '\n';
        }
    }
    return text;
}

std::string tablesOf(const Tradeoff &tradeoff, std::string (*table)(const Sweep &), const char *heading)
{
    const auto sweeps = shownSweeps(tradeoff);
    std::string text;
    for (const auto &[name, sweep] : sweeps) {
        text += text.empty() ? "" : "\n";
        text += sweeps.size() > 1 ? heading + name.simplified().toStdString() + "\n\n" : "";
        text += table(sweep);
    }
    return text;
}

} // namespace

ShippedSweeps shippedSweeps(const QString &folder)
{
    ShippedSweeps shipped;
    const auto read = [&shipped](std::vector<NamedSweep> &sweeps, const QString &path) {
        try {
            sweeps.push_back(openSweep(path));
        } catch (const std::exception &) {
            shipped.problems << describeException();
        }
    };
    const auto file = QLatin1String(adaplens::sweepFileName);
    for (const QFileInfo &sweep : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QFileInfo::exists(QDir(sweep.filePath()).filePath(file))) {
            read(shipped.measured, sweep.filePath());
        }
    }
    const QDir published(QDir(folder).filePath(QStringLiteral("published")));
    for (const QFileInfo &points : published.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        read(shipped.published, points.filePath());
        if (!shipped.published.empty()) {
            shipped.published.back().name = QCoreApplication::translate("SweepFiles", "published");
        }
    }
    return shipped;
}

QString shippedSweepsFolder()
{
    try {
        return QString::fromStdU16String((adaplens::resourceFolder() / "sweeps").u16string());
    } catch (const std::exception &) { // as good as not there
        return {};
    }
}

NamedSweep openSweep(const QString &path)
{
    QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (info.isDir()) {
        info.setFile(QDir(info.filePath()), QLatin1String(adaplens::sweepFileName));
    }
    const auto sweep = std::make_shared<const Sweep>(adaplens::readSweep(info.filesystemFilePath()));
    const bool usual = info.fileName() == QLatin1String(adaplens::sweepFileName);
    return {usual ? info.dir().dirName() : info.completeBaseName(), info.filePath(), sweep};
}

QString droppedSweep(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile()) {
        return {};
    }
    const QFileInfo info(urls.first().toLocalFile());
    const bool sweep = info.isDir()
                           ? QFileInfo::exists(QDir(info.filePath()).filePath(QLatin1String(adaplens::sweepFileName)))
                           : info.suffix().toLower() == QLatin1String("json") &&
                                 info.fileName() != QLatin1String("config.json"); // a model's
    return sweep ? info.absoluteFilePath() : QString();
}

QString droppedTexts(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    const QFileInfo info(urls.size() == 1 ? urls.first().toLocalFile() : QString());
    const bool model = QFileInfo::exists(QDir(info.filePath()).filePath(QStringLiteral("config.json")));
    return info.isDir() && !model ? info.absoluteFilePath() : droppedRationales(dropped);
}

void writeTradeoff(const Tradeoff &tradeoff, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const std::filesystem::path file = QFileInfo(path).filesystemAbsoluteFilePath();
    if (suffix == QLatin1String("json")) {
        const auto sweeps = shownSweeps(tradeoff);
        adaplens::writeFile(file, toJson(sweeps.empty() ? Sweep() : sweeps.front().second, file.parent_path()));
    } else if (suffix == QLatin1String("csv")) {
        adaplens::writeFile(file, csvOf(tradeoff));
    } else if (suffix == QLatin1String("md")) {
        adaplens::writeFile(file, tablesOf(tradeoff, adaplens::toMarkdown, "## "));
    } else if (suffix == QLatin1String("tex")) {
        adaplens::writeFile(file, tablesOf(tradeoff, adaplens::toLatex, "% "));
    } else {
        exportDrawing(tradeoffFigure(tradeoff), path);
    }
}

QString suggestedFileName(const Tradeoff &tradeoff)
{
    QString name = QStringLiteral("trade-off");
    if (!tradeoff.sweeps.empty()) {
        name += QLatin1Char('-') + dataKey(tradeoff.sweeps.front().sweep->data);
    }
    const QString split = dataKey(tradeoff.choices.split.toStdString());
    return split.isEmpty() ? name : name + QLatin1Char('-') + split;
}

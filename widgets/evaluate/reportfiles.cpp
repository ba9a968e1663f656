// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/reportfiles.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/csv.h"
#include "widgets/evaluate/agreementfigure.h"
#include "widgets/evaluate/agreementtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sstream>

namespace {

/// One run as it is; several with their names in a column of their own.
std::string csvOf(const std::vector<NamedReport> &runs)
{
    if (runs.size() == 1) {
        return adaplens::toCsv(*runs.front().report);
    }
    std::string text;
    for (const NamedReport &run : runs) {
        const std::string name = adaplens::csvField(run.name.toStdString()) + ',';
        std::istringstream lines(adaplens::toCsv(*run.report));
        std::string line;
        for (bool head = true; std::getline(lines, line); head = false) {
            if (!head) {
                text += name + line + '\n'; // after the carriage return that the line has kept
            } else if (text.empty()) {
                text += "run," + line + '\n';
            }
        }
    }
    return text;
}

std::string latexOf(const std::vector<NamedReport> &runs)
{
    std::string text;
    for (const NamedReport &run : runs) {
        text += (text.empty() ? "" : "\n") + adaplens::toLatex(*run.report);
    }
    return text;
}

} // namespace

void writeReports(const std::vector<NamedReport> &runs, adaplens::Metric left, adaplens::Metric right,
                  const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const std::filesystem::path file = QFileInfo(path).filesystemAbsoluteFilePath();
    if (suffix == QLatin1String("json")) {
        adaplens::writeFile(file, adaplens::toJson(*runs.front().report));
    } else if (suffix == QLatin1String("csv")) {
        adaplens::writeFile(file, csvOf(runs));
    } else if (suffix == QLatin1String("tex")) {
        adaplens::writeFile(file, latexOf(runs));
    } else {
        exportDrawing(agreementFigure(runs, left, right), path);
    }
}

NamedReport readReport(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw adaplens::Error(QCoreApplication::translate("ReportFiles", "%1 cannot be read: %2.")
                                  .arg(QDir::toNativeSeparators(path), file.errorString())
                                  .toStdString());
    }
    auto report = std::make_shared<const adaplens::AgreementReport>(
        adaplens::agreementFromJson(file.readAll().toStdString(), path.toStdString()));
    return {agreement::runName(*report), report};
}

QString suggestedFileName(const adaplens::AgreementReport &report)
{
    static const QRegularExpression between(QStringLiteral("[\\s/\\\\]+"));
    QStringList name{QStringLiteral("agreement")};
    for (const std::string &part : {report.data, report.split}) {
        if (!part.empty()) {
            name << QString::fromStdString(part).simplified().replace(between, QStringLiteral("-"));
        }
    }
    return name.join(QLatin1Char('-'));
}

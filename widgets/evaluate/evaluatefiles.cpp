// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the page: data, models and saved runs to open, figures and numbers to save.
#include "widgets/evaluate/evaluatepage.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/csv.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/session/failure.h"
#include "widgets/session/preferences.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementfigure.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/controls/choices.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <sstream>

void EvaluatePage::openData(const QString &path)
{
    try {
        const RationaleData set = rationaleDataAt(path);
        m_workspace.preferences.addData(set.path);
        m_controls->chooseData(set);
    } catch (const adaplens::Error &) {
        m_workspace.preferences.forgetData(path);
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void EvaluatePage::openReport(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT message(MessageBar::Kind::Error,
                       tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
        return;
    }
    try {
        auto report = std::make_shared<const adaplens::AgreementReport>(
            adaplens::agreementFromJson(file.readAll().toStdString(), path.toStdString()));
        const QString name = agreement::runName(*report); // before the report is handed over
        m_kept->keep(name, std::move(report));
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

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

/// A table for each run.
std::string latexOf(const std::vector<NamedReport> &runs)
{
    std::string text;
    for (const NamedReport &run : runs) {
        text += (text.empty() ? "" : "\n") + adaplens::toLatex(*run.report);
    }
    return text;
}

} // namespace

std::optional<Drawing> EvaluatePage::figure() const
{
    const std::vector<NamedReport> runs = shown();
    return runs.empty() ? std::nullopt
                        : std::optional(agreementFigure(runs, m_plots[0]->shownMetric(), m_plots[1]->shownMetric()));
}

void EvaluatePage::exportTo(const QString &path)
{
    const std::vector<NamedReport> runs = shown();
    if (runs.empty()) {
        return;
    }
    const QString suffix = QFileInfo(path).suffix().toLower();
    const adaplens::AgreementReport &report = *runs.front().report;
    try {
        const std::filesystem::path file = QFileInfo(path).filesystemAbsoluteFilePath();
        if (suffix == QLatin1String("json")) {
            adaplens::writeFile(file, adaplens::toJson(report));
        } else if (suffix == QLatin1String("csv")) {
            adaplens::writeFile(file, csvOf(runs));
        } else if (suffix == QLatin1String("tex")) {
            adaplens::writeFile(file, latexOf(runs));
        } else {
            exportDrawing(*figure(), path);
        }
        const QString done = tr("Saved %1").arg(QDir::toNativeSeparators(path));
        Q_EMIT message(MessageBar::Kind::Done, done);
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void EvaluatePage::chooseData(bool folder)
{
    Preferences &preferences = m_workspace.preferences;
    const QString path =
        folder ? QFileDialog::getExistingDirectory(this, tr("Folder of an annotated data set"), preferences.folder())
               : QFileDialog::getOpenFileName(this, tr("Annotated data set"), preferences.folder(),
                                              tr("Annotated texts (*.jsonl *.csv *.tsv *.json);;All files (*)"));
    if (!path.isEmpty()) {
        preferences.setFolder(QFileInfo(path).absolutePath());
        openData(path);
    }
}

void EvaluatePage::chooseModel()
{
    Preferences &preferences = m_workspace.preferences;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Model folder"), preferences.folder());
    if (!folder.isEmpty()) {
        preferences.setFolder(QFileInfo(folder).absolutePath());
        m_chosenModel = QDir(folder).absolutePath();
        fillModels();
        choose(m_controls->modelButton(), m_chosenModel);
    }
}

void EvaluatePage::chooseReport()
{
    Preferences &preferences = m_workspace.preferences;
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a saved run"), preferences.folder(), tr("JSON (*.json)"));
    if (!path.isEmpty()) {
        preferences.setFolder(QFileInfo(path).absolutePath());
        openReport(path);
    }
}

void EvaluatePage::chooseExport(const QString &suffix, const QString &filter)
{
    Preferences &preferences = m_workspace.preferences;
    const std::vector<NamedReport> runs = shown();
    if (runs.empty()) {
        return;
    }
    QStringList name{QStringLiteral("agreement")};
    for (const std::string &part : {runs.front().report->data, runs.front().report->split}) {
        const QString clean = QString::fromStdString(part).simplified().replace(QLatin1Char(' '), QLatin1Char('-'));
        if (!clean.isEmpty()) {
            name << QString(clean).replace(QLatin1Char('/'), QLatin1Char('-'));
        }
    }
    QString chosen = filter.section(QStringLiteral(";;"), 0, 0);
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save"), QDir(preferences.folder()).filePath(name.join(QLatin1Char('-')) + suffix), filter, &chosen);
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QLatin1Char('.') + chosen.section(QStringLiteral("*."), 1).chopped(1);
    }
    preferences.setFolder(QFileInfo(path).absolutePath());
    exportTo(path);
}

namespace {

/// The one file or folder dropped, if it can be annotated data or a saved run; models and texts are the window's.
QString droppedData(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile()) {
        return {};
    }
    const QFileInfo info(urls.first().toLocalFile());
    const QDir folder(info.filePath());
    const bool annotated =
        info.isDir()
            ? folder.exists(QStringLiteral("docs")) || folder.exists(QStringLiteral("docs.jsonl")) ||
                  folder.exists(QStringLiteral("dataset.json"))
            : QStringList{QStringLiteral("jsonl"), QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("json")}
                      .contains(info.suffix().toLower()) &&
                  info.fileName() != QLatin1String("config.json");
    return annotated ? info.absoluteFilePath() : QString();
}

} // namespace

void EvaluatePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedData(*event->mimeData()).isEmpty()) {
        event->ignore(); // the window takes what else can be dropped
    } else {
        event->acceptProposedAction();
    }
}

void EvaluatePage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QString path = droppedData(*event->mimeData());
    if (path.endsWith(QLatin1String(".json")) && !path.endsWith(QLatin1String("dataset.json"))) {
        openReport(path);
    } else {
        openData(path);
    }
}

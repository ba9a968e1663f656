// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/headless.h"
#include "core/model/runtime.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <cstdio>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

struct Options {
    QString model, text, figure, folder;
    bool headless = false;
};

Options parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Shows which words an adaptive BERT drops, where, and what that saves."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption model(QStringLiteral("model"), Words::tr("Open the model in <folder>."),
                                   Words::tr("folder"));
    const QCommandLineOption text(QStringLiteral("text"), Words::tr("Analyse <text>."), Words::tr("text"));
    const QCommandLineOption figure(
        QStringLiteral("figure"),
        Words::tr("Write the token map to <file> (PNG, SVG or PDF) and quit; no window is shown."), Words::tr("file"));
    const QCommandLineOption headless(
        QStringLiteral("headless"),
        Words::tr("Write token map (PNG, SVG) and trace (JSON) to the --out folder and quit."));
    const QCommandLineOption folder(QStringLiteral("out"), Words::tr("Folder that --headless writes to."),
                                    Words::tr("folder"), QStringLiteral("out"));
    parser.addOptions({model, text, figure, headless, folder});
    parser.process(application);
    return {parser.value(model), parser.value(text), parser.value(figure), parser.value(folder),
            parser.isSet(headless)};
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("AdapLens"));
    QApplication::setApplicationVersion(QString::fromStdString(adaplens::runtimeInfo().version));
    QApplication::setDesktopFileName(QStringLiteral("adaplens"));
    installTranslations();
    const Options options = parse(application);
    if (!options.figure.isEmpty()) {
        return writeFigure(options.model, options.text, options.figure);
    }
    if (options.headless) {
        return writeAnalysis(options.model, options.text, options.folder);
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("adaplens"),
                       QStringLiteral("adaplens"));
    MainWindow window(classifierLoader(), settings);
    window.show();
    window.start(options.model, options.text);
    return QApplication::exec();
}

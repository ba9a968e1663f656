// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firstmap.h"
#include "app/desktop/headless.h"
#include "app/desktop/options.h"
#include "core/machine/runtime.h"
#include "widgets/style/appstyle.h"
#include "widgets/style/colourscheme.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/translations.h"

#include <QApplication>
#include <QSettings>

#include <csignal>
#include <cstdio>

namespace {

/// Whether there is a screen, as far as can be told: without one Qt would abort.
bool screenFound()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a pipe that nobody reads any more is then an error of the write
    const Options options = readOptions(argc, argv);
    if (options.exitCode) {
        return *options.exitCode;
    }
    const bool figures = !options.figure.isEmpty() || !options.layers.isEmpty() || !options.animation.isEmpty();
    if (options.headless || figures) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // nothing is shown, so no screen is needed
    } else if (!options.platform && !screenFound()) {
        std::fputs("adaplens: There is no display to open a window on; write the analysis to files with --headless.\n",
                   stderr);
        return 1;
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("AdapLens"));
    QApplication::setApplicationVersion(QString::fromStdString(adaplens::runtimeInfo().version));
    QApplication::setDesktopFileName(QStringLiteral("adaplens"));
    QApplication::setStyle(new AppStyle);
    setColourScheme(ColourScheme::System); // until the window knows better
    installTranslations(options.language);
    if (figures) {
        return writeFigures(options);
    }
    if (options.headless) {
        return writeAnalysis(options);
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("adaplens"),
                       QStringLiteral("adaplens"));
    MainWindow window(classifierLoader(), settings);
    const FirstMap firstMap(window.inspectPage()->map());
    window.show();
    if (options.link.isEmpty()) {
        window.start(options.model, options.text, options.pair, options.beside);
    } else {
        window.startWithLink(options.link);
    }
    if (!options.lesson.isEmpty()) {
        window.openLesson(options.lesson);
    }
    return QApplication::exec();
}

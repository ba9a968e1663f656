// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include "core/machine/runtime.h"
#include "core/reduction/floors.h"
#include "widgets/session/statelink.h"
#include "widgets/window/translations.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <cstdio>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

QString languageOption()
{
    return QStringLiteral("language");
}

/// "random, attention-topk, first, last".
QString floors()
{
    QStringList names;
    for (const std::string &name : adaplens::floorNames()) {
        names << QString::fromStdString(name);
    }
    return names.join(QStringLiteral(", "));
}

bool isLesson(const QString &argument)
{
    return argument.endsWith(QLatin1String(".adaplens-lesson"), Qt::CaseInsensitive);
}

/// What the program should show, besides options: "lesson FILE" is the same as the file alone.
QStringList shownOf(const QCommandLineParser &parser)
{
    QStringList shown = parser.positionalArguments();
    for (QString &argument : shown) {
        if (argument.startsWith(QLatin1String("file:"))) { // as desktops hand files on
            argument = QUrl(argument).toLocalFile();
        }
    }
    if (shown.size() == 2 && shown.constFirst() == QLatin1String("lesson") && isLesson(shown.constLast())) {
        shown.removeFirst();
    }
    return shown;
}

/// All options, described in the language whose translation is installed.
void declare(QCommandLineParser &parser)
{
    // Qt's own are spelled with one dash.
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(
        Words::tr("Shows which words an adaptive BERT drops, where, and what that saves."));
    parser.addPositionalArgument(
        QStringLiteral("link"),
        Words::tr("A link that AdapLens has copied, or the file of a lesson: opens what it shows."),
        QStringLiteral("[adaplens:…|FILE.adaplens-lesson]"));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto add = [&](const char *name, const QString &description, const QString &value, const QString &preset) {
        parser.addOption({QLatin1String(name), description, value, preset});
    };
    add("model", Words::tr("Open the model in <folder>, or the one that came with AdapLens under this name."),
        Words::tr("folder"), {});
    add("beside",
        Words::tr(
            "Show <model> beside it: a folder or name like that of --model, one of %1 (the plain model with as many "
            "tokens dropped, chosen without training), or none (nothing dropped).")
            .arg(floors()),
        Words::tr("model"), {});
    add("text", Words::tr("Analyse <text>."), Words::tr("text"), {});
    add("pair", Words::tr("The second text, for models of pairs."), Words::tr("text"), {});
    add("figure", Words::tr("Write the token map to <file> (PNG, SVG or PDF) and quit; no window is shown."),
        Words::tr("file"), {});
    add("layers",
        Words::tr("Write the text once for each layer, as papers show it, to <file> (PNG, SVG or PDF) and quit."),
        Words::tr("file"), {});
    add("animation",
        Words::tr("Write the text on its way through the layers, moving, to <file> (GIF or SVG) and quit."),
        Words::tr("file"), {});
    add("headless", Words::tr("Write token map (PNG, SVG), web page and trace (JSON) to the --out folder and quit."),
        {}, {});
    add("out", Words::tr("Folder that --headless writes to."), Words::tr("folder"), QStringLiteral("out"));
    parser.addOption({languageOption(),
                      Words::tr("Speak <language> (%1) instead of the system's.")
                          .arg(translatedLanguages().join(QStringLiteral(", "))),
                      Words::tr("language")});
    for (const char *name : {"platform", "platformpluginpath", "platformtheme", "plugin", "style", "stylesheet",
                             "session", "display", "qwindowgeometry", "qwindowicon", "qwindowtitle"}) {
        QCommandLineOption option(QLatin1String(name), {}, QStringLiteral("value"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
    for (const char *name : {"reverse", "widgetcount", "nograb", "sync"}) {
        QCommandLineOption option{QLatin1String(name)};
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

/// What is wrong with the arguments; empty if nothing is.
QString complaint(const QCommandLineParser &parser, const QString &language)
{
    if (!parser.errorText().isEmpty()) {
        return parser.errorText();
    }
    const QStringList shown = shownOf(parser);
    if (shown.size() > 1 || (shown.size() == 1 && !isLink(shown.constFirst()) && !isLesson(shown.constFirst()))) {
        return Words::tr("“%1” is no option; a text is given with --text, a model with --model")
            .arg(shown.constFirst());
    }
    if (!parser.value(QStringLiteral("pair")).isEmpty() && parser.value(QStringLiteral("text")).isEmpty()) {
        return Words::tr("--pair gives the second text of --text, which is missing");
    }
    if (!language.isEmpty() && !translatedLanguages().contains(language)) {
        return Words::tr("there is no translation into “%1”; choose one of: %2")
            .arg(language, translatedLanguages().join(QStringLiteral(", ")));
    }
    return {};
}

} // namespace

Options readOptions(int argc, char **argv)
{
    // Without a screen there is help, too: the application with windows is made when it is clear that there will be
    // one.
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QCommandLineParser untranslated;
    declare(untranslated);
    (void)untranslated.parse(arguments);
    const QString language = untranslated.value(languageOption());

    Options options;
    if (translatedLanguages().contains(language)) {
        options.language = QLocale(language);
    }
    installTranslations(options.language);
    QCommandLineParser parser;
    declare(parser);
    (void)parser.parse(arguments);
    options.model = parser.value(QStringLiteral("model"));
    options.beside = parser.value(QStringLiteral("beside"));
    options.text = parser.value(QStringLiteral("text"));
    options.pair = parser.value(QStringLiteral("pair"));
    options.figure = parser.value(QStringLiteral("figure"));
    options.layers = parser.value(QStringLiteral("layers"));
    options.animation = parser.value(QStringLiteral("animation"));
    const QStringList shown = shownOf(parser);
    if (!shown.isEmpty()) {
        (isLink(shown.constFirst()) ? options.link : options.lesson) = shown.constFirst();
    }
    options.folder = parser.value(QStringLiteral("out"));
    options.platform = parser.isSet(QStringLiteral("platform"));
    options.headless = parser.isSet(QStringLiteral("headless"));
    if (const QString wrong = complaint(parser, language); !wrong.isEmpty()) {
        std::fprintf(stderr, "adaplens: %s (%s)\n", qUtf8Printable(wrong),
                     qUtf8Printable(Words::tr("see adaplens --help")));
        options.exitCode = 2;
    } else if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all"))) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        options.exitCode = 0;
    } else if (parser.isSet(QStringLiteral("version"))) {
        std::printf("AdapLens %s\n", adaplens::runtimeInfo().version.c_str());
        options.exitCode = 0;
    }
    return options;
}

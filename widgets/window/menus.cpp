// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/menus.h"

#include "core/error.h"
#include "core/model/fit.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/lesson/lesson.h"
#include "widgets/page/spotlight.h"
#include "widgets/session/preferences.h"
#include "widgets/window/about.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/shippedtext.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QRegularExpression>

namespace {

/// A file name out of the first words of a text.
QString nameFrom(const std::string &text)
{
    constexpr qsizetype longest = 32;
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QString words = QString::fromStdString(text.substr(0, 200)).toLower();
    QString name = words.split(between, Qt::SkipEmptyParts).join(QLatin1Char('-')).left(longest);
    if (name.endsWith(QLatin1Char('-')) || (!name.isEmpty() && name.back().isHighSurrogate())) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("adaplens") : name;
}

/// Adds an action under a name by which tours and tests find it.
template <typename Function>
QAction *add(QMenu *menu, const char *name, const QString &title, const QKeySequence &keys, Function function)
{
    QAction *action = menu->addAction(title, menu, std::move(function));
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    return action;
}

/// Adds one of the choices of a menu of which one holds.
template <typename Function>
QAction *addChoice(QMenu *menu, const char *name, const QString &title, bool chosen, Function function)
{
    QAction *action = add(menu, name, title, {}, std::move(function));
    auto *choices = menu->findChild<QActionGroup *>();
    action->setActionGroup(choices ? choices : new QActionGroup(menu));
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

QMenu *named(QMenu *menu, const char *name)
{
    menu->setObjectName(QLatin1String(name));
    menu->setToolTipsVisible(true);
    return menu;
}

} // namespace

Menus::Menus(MainWindow &window, Preferences &preferences, const std::vector<adaplens::ShippedModel> &models,
             const std::vector<adaplens::ModelExamples> &examples)
    : QObject(&window), m_window(window), m_preferences(preferences), m_models(models), m_dialogs(&window, preferences)
{
    makeModelMenu();
    makeExamplesMenu(examples);
    makeExportMenu();
    makeViewMenu();
    makeHelpMenu();
}

QMenu *Menus::addMenu(const char *name, const QString &title)
{
    m_menus.append(named(new QMenu(title, &m_window), name));
    return m_menus.last();
}

void Menus::makeModelMenu()
{
    QMenu *menu = addMenu("modelMenu", tr("&Model"));
    add(menu, "openModel", tr("&Open model folder…"), QKeySequence::Open, [this] {
        if (const QString folder = m_dialogs.openFolder(tr("Open model folder")); !folder.isEmpty()) {
            m_window.openModel(folder);
        }
    });
    makeShippedChoices(menu);
    QMenu *recent = named(menu->addMenu(tr("&Recent models")), "recentModels");
    connect(menu, &QMenu::aboutToShow, this, [this, recent] { fillRecentModels(recent); });
    makePrecisionMenu(named(menu->addMenu(tr("&Precision")), "precision"));
    menu->addSeparator();
    add(menu, "quit", tr("&Quit"), Qt::CTRL | Qt::Key_Q, [this] { m_window.close(); });
}

void Menus::makeShippedChoices(QMenu *menu)
{
    if (m_models.empty()) {
        return;
    }
    menu->addSection(tr("Models of AdapLens"));
    auto *choices = new QActionGroup(menu);
    choices->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // another model may be open
    for (const adaplens::ShippedModel &model : m_models) {
        const QString folder = QString::fromStdU16String(model.folder.u16string());
        QAction *action = add(menu, ("model-" + model.name).c_str(), shippedEntry(model), {}, [this, folder] {
            m_window.openModel(folder);
            markOpenModel(); // it is not open yet, or was already
        });
        action->setCheckable(true);
        action->setActionGroup(choices);
        action->setToolTip(shippedDescription(model));
        m_shipped.append(action);
    }
    connect(menu, &QMenu::aboutToShow, this, &Menus::markOpenModel);
    menu->addSeparator();
}

void Menus::markOpenModel()
{
    const auto &open = m_window.session().model();
    for (qsizetype i = 0; i < m_shipped.size(); ++i) {
        m_shipped[i]->setChecked(open &&
                                 adaplens::isSameFolder(open->folder, m_models[static_cast<std::size_t>(i)].folder));
    }
}

void Menus::makePrecisionMenu(QMenu *menu)
{
    const auto choice = [&](adaplens::Precision precision, const QString &title, const QString &tip) {
        addChoice(menu, adaplens::nameOf(precision), title, m_preferences.precision() == precision, [this, precision] {
            m_window.setPrecision(precision);
        })->setToolTip(tip);
    };
    choice(adaplens::Precision::Float32, tr("&float32 · exact"), tr("Exact: the numbers that reports and papers give"));
    choice(adaplens::Precision::BFloat16, tr("&bfloat16 · faster"),
           tr("Faster; matrix products with 8 bits of mantissa, so scores differ a little"));
    choice(adaplens::Precision::Int8, tr("&int8 · fastest"),
           tr("Fastest; matrix products of 8-bit integers, so scores differ a little and some words fare otherwise"));
}

void Menus::fillRecentModels(QMenu *menu)
{
    menu->clear();
    for (const QString &folder : m_preferences.recentModels()) {
        if (adaplens::shippedAt(m_models, QFileInfo(folder).filesystemFilePath()) != nullptr) {
            continue; // it stands above
        }
        QAction *action = menu->addAction(QDir(folder).dirName(), this, [this, folder] { m_window.openModel(folder); });
        action->setToolTip(QDir::toNativeSeparators(folder));
        action->setEnabled(QFileInfo::exists(folder));
    }
    menu->setEnabled(!menu->isEmpty());
}

void Menus::makeExamplesMenu(const std::vector<adaplens::ModelExamples> &examples)
{
    QMenu *menu = addMenu("examplesMenu", tr("E&xamples"));
    int count = 0;
    for (const adaplens::ModelExamples &group : examples) {
        QMenu *list = menu;
        if (examples.size() > 1) { // more than a small screen can hold in one list
            list = named(menu->addMenu(shippedTitle(group.model)), ("examplesOf-" + group.model.name).c_str());
        }
        for (const adaplens::SampleText &example : group.texts) {
            QAction *action = list->addAction(QString::fromStdString(example.title), this,
                                              [this, &group, &example] { m_window.showExample(group.model, example); });
            action->setObjectName(QStringLiteral("example%1").arg(++count));
            action->setToolTip(QString::fromStdString(example.look));
        }
    }
    menu->addSeparator();
    add(menu, "openText", tr("Text from a &file…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] {
        const QString path = m_dialogs.openFile(tr("Text from a file"), tr("Texts (*.txt *.md);;All files (*)"));
        if (!path.isEmpty()) {
            m_window.openTextFile(path);
        }
    });
}

void Menus::makeExportMenu()
{
    m_export = addMenu("exportMenu", tr("&Export"));
    add(m_export, "exportFigure", tr("&Figure (PNG, SVG, PDF)…"), Qt::CTRL | Qt::Key_E,
        [this] { exportAs(pictureKinds()); });
    add(m_export, "exportLayers", tr("Text &layer by layer (PNG, SVG, PDF)…"), {}, [this] { exportLayers(); });
    add(m_export, "exportAnimation", tr("&Animation of the layers (GIF, SVG)…"), {}, [this] {
        if (const QString path = exportPath(tr("GIF animation (*.gif);;Animated SVG (*.svg)")); !path.isEmpty()) {
            m_window.exportAnimation(path);
        }
    });
    add(m_export, "exportFrames", tr("A picture of each la&yer (PNG)…"), {}, [this] {
        if (const QString path = exportPath(tr("PNG pictures (*.png)")); !path.isEmpty()) {
            m_window.exportFrames(path);
        }
    });
    add(m_export, "exportPage", tr("&Web page…"), {}, [this] { exportAs(tr("Web page (*.html)")); });
    add(m_export, "exportJson", tr("Trace as &JSON…"), QKeySequence::Save, [this] { exportAs(tr("JSON (*.json)")); });
    add(m_export, "exportCsv", tr("Trace as &CSV…"), {}, [this] { exportAs(tr("CSV table (*.csv)")); });
    m_export->addSeparator();
    add(m_export, "copyLink", tr("Copy &link"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] {
        QGuiApplication::clipboard()->setText(m_window.link());
        m_window.messageBar()->showMessage(
            MessageBar::Kind::Done,
            tr("Copied: model, text, layer and changes of the run. Help ▸ Open link shows them again."));
    });
    setExportable(false);
}

QString Menus::pictureKinds()
{
    return tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)");
}

QString Menus::exportPath(const QString &kinds)
{
    const auto &trace = m_window.session().trace();
    return trace ? m_dialogs.saveFile(tr("Export"), nameFrom(trace->text), kinds) : QString();
}

void Menus::exportAs(const QString &kinds)
{
    if (const QString path = exportPath(kinds); !path.isEmpty()) {
        m_window.exportTo(path);
    }
}

void Menus::exportLayers()
{
    if (const QString path = exportPath(pictureKinds()); !path.isEmpty()) {
        m_window.exportLayers(path);
    }
}

void Menus::setExportable(bool exportable)
{
    m_export->setEnabled(exportable);
}

void Menus::makeViewMenu()
{
    QMenu *menu = addMenu("viewMenu", tr("&View"));
    add(menu, "largerType", tr("&Larger type"), {}, [this] {
        m_window.stepZoom(1);
    })->setShortcuts({QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    add(menu, "smallerType", tr("&Smaller type"), QKeySequence::ZoomOut, [this] { m_window.stepZoom(-1); });
    add(menu, "normalType", tr("&Normal type"), Qt::CTRL | Qt::Key_0, [this] { m_window.setZoom(100); });
    menu->addSeparator();
    makeColoursMenu(named(menu->addMenu(tr("&Colours")), "colours"));
    add(menu, "present", tr("&Present"), Qt::Key_F11, [this] {
        m_window.present();
    })->setToolTip(tr("The whole screen, large type, card after card with the Page keys; Esc ends it"));
    add(menu, "cardAlone", tr("One &card alone"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
        Spotlight *spotlight = m_window.currentPage()->spotlight();
        if (QWidget *card = spotlight->cardOf(QApplication::focusWidget()); card && !spotlight->card()) {
            spotlight->show(card);
        } else {
            spotlight->card() ? spotlight->showAll() : spotlight->step(1);
        }
    })->setToolTip(tr("The one with the keyboard, or all again; a double click on a title does the same"));
    menu->addSeparator();
    for (Page *page : m_window.pages()) {
        menu->addActions(page->viewActions());
    }
    menu->addSeparator();
    add(menu, "resetPanels", tr("&Reset panels"), {}, [this] { m_window.currentPage()->resetLayout(); });
}

void Menus::makeColoursMenu(QMenu *menu)
{
    const auto choice = [&](ColourScheme scheme, const char *name, const QString &title) {
        addChoice(menu, name, title, m_preferences.colourScheme() == scheme, [this, scheme] {
            m_preferences.setColourScheme(scheme);
            setColourScheme(scheme);
        });
    };
    choice(ColourScheme::System, "systemColours", tr("As the &system"));
    choice(ColourScheme::Light, "lightColours", tr("&Light"));
    choice(ColourScheme::Dark, "darkColours", tr("&Dark"));
    choice(ColourScheme::HighContrast, "highContrast", tr("&High contrast"));
}

void Menus::setPage(const Page *shown)
{
    for (Page *page : m_window.pages()) {
        for (QAction *action : page->viewActions()) {
            action->setVisible(page == shown);
        }
    }
}

void Menus::makeLessonsMenu(QMenu *menu)
{
    const QString language = QLocale().name().section(QLatin1Char('_'), 0, 0);
    for (const QString &file : shippedLessons()) {
        try {
            const Lesson lesson = readLessonFile(file, language);
            QAction *action = add(menu, "lesson", lesson.title, {}, [this, file] { m_window.openLesson(file); });
            action->setObjectName(QStringLiteral("lesson-") + QFileInfo(file).dir().dirName());
            action->setToolTip(lesson.summary);
        } catch (const adaplens::Error &) {
            continue; // a lesson that somebody has damaged; opening it by hand says how
        }
    }
    menu->addSeparator();
    add(menu, "openLesson", tr("&Open lesson…"), {}, [this] {
        const QString path =
            m_dialogs.openFile(tr("Open lesson"), tr("Lessons (*.adaplens-lesson *.json);;All files (*)"));
        if (!path.isEmpty()) {
            m_window.openLesson(path);
        }
    });
}

void Menus::makeHelpMenu()
{
    QMenu *menu = addMenu("helpMenu", tr("&Help"));
    add(menu, "guide", tr("&How to read this"), QKeySequence::HelpContents,
        [this] { showGuide(&m_window, m_window.session().rule()); });
    makeLessonsMenu(named(menu->addMenu(tr("&Lessons")), "lessons"));
    add(menu, "openLink", tr("Open &link…"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
        const QString copied = QGuiApplication::clipboard()->text();
        bool accepted = false;
        const QString link =
            QInputDialog::getText(&m_window, tr("Open link"), tr("A link that AdapLens has copied:"), QLineEdit::Normal,
                                  isLink(copied) ? copied.trimmed() : QString(), &accepted);
        if (accepted && !link.isEmpty()) {
            m_window.openLink(link);
        }
    });
    add(menu, "about", tr("&About AdapLens"), {}, [this] { showAbout(&m_window); });
}

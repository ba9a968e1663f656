// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/menus.h"

#include "widgets/inspect/inspectpage.h"
#include "widgets/session/preferences.h"
#include "widgets/window/about.h"
#include "widgets/window/mainwindow.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace {

/// A file name out of the first words of a text.
QString nameFrom(const std::string &text)
{
    constexpr qsizetype longest = 32;
    QString name;
    for (const QChar c : QString::fromStdString(text.substr(0, 200))) {
        if (c.isLetterOrNumber()) {
            name += c.toLower();
        } else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-'))) {
            name += QLatin1Char('-');
        }
        if (name.size() >= longest) {
            break;
        }
    }
    while (name.endsWith(QLatin1Char('-'))) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("adaplens") : name;
}

QAction *named(QAction *action, const char *name)
{
    action->setObjectName(QLatin1String(name));
    return action;
}

} // namespace

Menus::Menus(MainWindow &window, Preferences &preferences, const std::vector<adaplens::SampleText> &examples)
    : QObject(&window), m_window(window), m_preferences(preferences), m_dialogs(&window, preferences)
{
    makeModelMenu();
    makeExamplesMenu(examples);
    makeExportMenu();
    makeViewMenu();
    makeHelpMenu();
}

QMenu *Menus::add(const char *name, const QString &title)
{
    auto *menu = new QMenu(title, &m_window);
    menu->setObjectName(QLatin1String(name));
    menu->setToolTipsVisible(true);
    m_menus.append(menu);
    return menu;
}

void Menus::makeModelMenu()
{
    QMenu *menu = add("modelMenu", tr("&Model"));
    named(menu->addAction(tr("&Open model folder…"), QKeySequence::Open, this,
                          [this] {
                              const QString folder = m_dialogs.openFolder(tr("Open model folder"));
                              if (!folder.isEmpty()) {
                                  m_window.openModel(folder);
                              }
                          }),
          "openModel");
    QAction *embedded =
        menu->addAction(tr("&Embedded model"), this, [this] { m_window.openModel(m_window.embeddedModel()); });
    named(embedded, "embeddedModel")->setEnabled(!m_window.embeddedModel().isEmpty());
    QMenu *recent = menu->addMenu(tr("&Recent models"));
    recent->setObjectName(QStringLiteral("recentModels"));
    recent->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, recent] { fillRecentModels(recent); });
    makePrecisionMenu(menu->addMenu(tr("&Precision")));
    menu->addSeparator();
    named(menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &m_window, &QWidget::close), "quit");
}

void Menus::makePrecisionMenu(QMenu *menu)
{
    menu->setObjectName(QStringLiteral("precision"));
    menu->setToolTipsVisible(true);
    auto *choices = new QActionGroup(menu);
    const auto choice = [&](adaplens::Precision precision, const QString &title, const QString &tip) {
        QAction *action = menu->addAction(title, this, [this, precision] { m_window.setPrecision(precision); });
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(m_preferences.precision() == precision);
        choices->addAction(named(action, adaplens::nameOf(precision)));
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
        if (folder == m_window.embeddedModel()) {
            continue;
        }
        QAction *action = menu->addAction(QDir(folder).dirName(), this, [this, folder] { m_window.openModel(folder); });
        action->setToolTip(QDir::toNativeSeparators(folder));
        action->setEnabled(QFileInfo::exists(folder));
    }
    menu->setEnabled(!menu->isEmpty());
}

void Menus::makeExamplesMenu(const std::vector<adaplens::SampleText> &examples)
{
    QMenu *menu = add("examplesMenu", tr("E&xamples"));
    for (const adaplens::SampleText &example : examples) {
        QAction *action = menu->addAction(QString::fromStdString(example.title), this, [this, chosen = example] {
            m_window.inspectPage()->showExample(QString::fromStdString(chosen.text),
                                                chosen.pair ? std::optional(QString::fromStdString(*chosen.pair))
                                                            : std::nullopt,
                                                QString::fromStdString(chosen.look));
        });
        action->setToolTip(QString::fromStdString(example.look));
    }
    menu->addSeparator();
    named(menu->addAction(tr("Text from a &file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this,
                          [this] {
                              const QString path =
                                  m_dialogs.openFile(tr("Text from a file"), tr("Texts (*.txt *.md);;All files (*)"));
                              if (!path.isEmpty()) {
                                  m_window.openTextFile(path);
                              }
                          }),
          "openText");
}

void Menus::makeExportMenu()
{
    m_export = add("exportMenu", tr("&Export"));
    named(m_export->addAction(tr("&Figure (PNG, SVG, PDF)…"), QKeySequence(Qt::CTRL | Qt::Key_E), this,
                              [this] {
                                  exportAs(QStringLiteral(".png"),
                                           tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
                              }),
          "exportFigure");
    named(m_export->addAction(tr("Trace as &JSON…"), QKeySequence::Save, this,
                              [this] { exportAs(QStringLiteral(".json"), tr("JSON (*.json)")); }),
          "exportJson");
    named(m_export->addAction(tr("Trace as &CSV…"), this,
                              [this] { exportAs(QStringLiteral(".csv"), tr("CSV table (*.csv)")); }),
          "exportCsv");
    setExportable(false);
}

void Menus::exportAs(const QString &suffix, const QString &kinds)
{
    if (const auto &trace = m_window.session().trace()) {
        const QString path = m_dialogs.saveFile(tr("Export"), nameFrom(trace->text) + suffix, kinds);
        if (!path.isEmpty()) {
            m_window.exportTo(path);
        }
    }
}

void Menus::setExportable(bool exportable)
{
    m_export->setEnabled(exportable);
}

void Menus::makeViewMenu()
{
    QMenu *menu = add("viewMenu", tr("&View"));
    QAction *larger = menu->addAction(tr("&Larger type"), this, [this] { m_window.stepZoom(1); });
    named(larger, "largerType")->setShortcuts({QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    named(menu->addAction(tr("&Smaller type"), QKeySequence::ZoomOut, this, [this] { m_window.stepZoom(-1); }),
          "smallerType");
    named(menu->addAction(tr("&Normal type"), QKeySequence(Qt::CTRL | Qt::Key_0), this,
                          [this] { m_window.setZoom(100); }),
          "normalType");
    menu->addSeparator();
    makeColoursMenu(menu->addMenu(tr("&Colours")));
    QAction *full = menu->addAction(tr("&Full screen"), QKeySequence(Qt::Key_F11), this,
                                    [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
    named(full, "fullScreen")->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, this, [this, full] { full->setChecked(m_window.isFullScreen()); });
    menu->addSeparator();
    for (Page *page : m_window.pages()) {
        menu->addActions(page->viewActions());
    }
    menu->addSeparator();
    named(menu->addAction(tr("&Reset panels"), this, [this] { m_window.currentPage()->resetLayout(); }), "resetPanels");
}

void Menus::makeColoursMenu(QMenu *menu)
{
    menu->setObjectName(QStringLiteral("colours"));
    auto *choices = new QActionGroup(menu);
    const auto choice = [&](ColourScheme scheme, const char *name, const QString &title) {
        QAction *action = menu->addAction(title, this, [this, scheme] {
            m_preferences.setColourScheme(scheme);
            setColourScheme(scheme);
        });
        action->setCheckable(true);
        action->setChecked(m_preferences.colourScheme() == scheme);
        choices->addAction(named(action, name));
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

void Menus::makeHelpMenu()
{
    QMenu *menu = add("helpMenu", tr("&Help"));
    named(menu->addAction(tr("&How to read this"), QKeySequence::HelpContents, this, [this] { showGuide(&m_window); }),
          "guide");
    named(menu->addAction(tr("&About AdapLens"), this, [this] { showAbout(&m_window); }), "about");
}

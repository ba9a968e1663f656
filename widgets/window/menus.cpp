// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window: nothing but names, short cuts and what they call.
#include "widgets/inspect/inspectpage.h"
#include "widgets/window/about.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/topbar.h"

#include <QActionGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>

namespace {

/// A file name out of the first words of a text.
QString suggestedName(const std::string &text)
{
    QString name;
    for (const QChar c : QString::fromStdString(text.substr(0, 200))) {
        if (c.isLetterOrNumber()) {
            name += c.toLower();
        } else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-'))) {
            name += QLatin1Char('-');
        }
        if (name.size() >= 32) {
            break;
        }
    }
    while (name.endsWith(QLatin1Char('-'))) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("adaplens") : name;
}

} // namespace

void MainWindow::makeMenus()
{
    for (QMenu *menu : {modelMenu(), examplesMenu(), exportMenu(), viewMenu(), helpMenu()}) {
        menu->setToolTipsVisible(true);
        if (!menu->isEmpty()) {
            m_top->addMenu(menu);
        }
    }
}

QMenu *MainWindow::modelMenu()
{
    auto *menu = new QMenu(tr("&Model"), this);
    menu->addAction(tr("&Open model folder…"), QKeySequence::Open, this, &MainWindow::chooseModel);
    QAction *embedded = menu->addAction(tr("&Embedded model"), this, [this] { openModel(m_embedded); });
    embedded->setEnabled(!m_embedded.isEmpty());
    QMenu *recent = menu->addMenu(tr("&Recent models"));
    recent->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, recent] { fillRecentModels(recent); });
    menu->addMenu(precisionMenu(menu));
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    return menu;
}

QMenu *MainWindow::precisionMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("&Precision"), parent);
    menu->setToolTipsVisible(true);
    auto *choices = new QActionGroup(menu);
    const auto add = [&](adaplens::Precision precision, const QString &title, const QString &tip) {
        QAction *action = menu->addAction(title, this, [this, precision] { setPrecision(precision); });
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(m_preferences.precision() == precision);
        choices->addAction(action);
    };
    add(adaplens::Precision::Float32, tr("&float32 · exact"), tr("Exact: the numbers that reports and papers give"));
    add(adaplens::Precision::BFloat16, tr("&bfloat16 · faster"),
        tr("Faster; matrix products with 8 bits of mantissa, so scores differ a little"));
    add(adaplens::Precision::Int8, tr("&int8 · fastest"),
        tr("Fastest; matrix products of 8-bit integers, so scores differ a little and some words fare otherwise"));
    return menu;
}

void MainWindow::fillRecentModels(QMenu *menu)
{
    menu->clear();
    for (const QString &folder : m_preferences.recentModels()) {
        if (folder == m_embedded) {
            continue;
        }
        QAction *action = menu->addAction(QDir(folder).dirName(), this, [this, folder] { openModel(folder); });
        action->setToolTip(QDir::toNativeSeparators(folder));
        action->setEnabled(QFileInfo::exists(folder));
    }
    menu->setEnabled(!menu->isEmpty());
}

QMenu *MainWindow::examplesMenu()
{
    auto *menu = new QMenu(tr("E&xamples"), this);
    for (const adaplens::SampleText &example : m_examples) {
        QAction *action = menu->addAction(QString::fromStdString(example.title), this, [this, chosen = example] {
            inspectPage()->showExample(QString::fromStdString(chosen.text),
                                       chosen.pair ? std::optional(QString::fromStdString(*chosen.pair)) : std::nullopt,
                                       QString::fromStdString(chosen.look));
        });
        action->setToolTip(QString::fromStdString(example.look));
    }
    menu->addSeparator();
    menu->addAction(tr("Text from a &file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this,
                    &MainWindow::chooseTextFile);
    return menu;
}

QMenu *MainWindow::exportMenu()
{
    m_export = new QMenu(tr("&Export"), this);
    m_export->addAction(tr("&Figure (PNG, SVG, PDF)…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, [this] {
        chooseExport(QStringLiteral(".png"), tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    });
    m_export->addAction(tr("Trace as &JSON…"), QKeySequence::Save, this,
                        [this] { chooseExport(QStringLiteral(".json"), tr("JSON (*.json)")); });
    m_export->addAction(tr("Trace as &CSV…"), this,
                        [this] { chooseExport(QStringLiteral(".csv"), tr("CSV table (*.csv)")); });
    m_export->setEnabled(false);
    return m_export;
}

QMenu *MainWindow::viewMenu()
{
    auto *menu = new QMenu(tr("&View"), this);
    const auto zoom = [this](int direction) {
        m_zoom.step(direction);
        setZoom(m_zoom.percent());
    };
    QAction *larger = menu->addAction(tr("&Larger type"), this, [zoom] { zoom(1); });
    larger->setShortcuts({QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    menu->addAction(tr("&Smaller type"), QKeySequence::ZoomOut, this, [zoom] { zoom(-1); });
    menu->addAction(tr("&Normal type"), QKeySequence(Qt::CTRL | Qt::Key_0), this, [this] { setZoom(100); });
    menu->addSeparator();
    menu->addMenu(coloursMenu(menu));
    QAction *full = menu->addAction(tr("&Full screen"), QKeySequence(Qt::Key_F11), this,
                                    [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, this, [this, full] { full->setChecked(isFullScreen()); });
    menu->addSeparator();
    menu->addActions(m_pages.first()->viewActions());
    for (Page *page : m_pages.mid(1)) {
        const QList<QAction *> own = page->viewActions();
        menu->addActions(own);
        connect(menu, &QMenu::aboutToShow, this, [this, page, own] {
            for (QAction *action : own) {
                action->setVisible(m_pages.at(m_stack->currentIndex()) == page);
            }
        });
    }
    menu->addSeparator();
    menu->addAction(tr("&Reset panels"), this, [this] { m_pages.at(m_stack->currentIndex())->resetLayout(); });
    return menu;
}

QMenu *MainWindow::coloursMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("&Colours"), parent);
    auto *choices = new QActionGroup(menu);
    const auto add = [&](ColourScheme scheme, const QString &title) {
        QAction *action = menu->addAction(title, this, [this, scheme] {
            m_preferences.setColourScheme(scheme);
            setColourScheme(scheme);
        });
        action->setCheckable(true);
        action->setChecked(m_preferences.colourScheme() == scheme);
        choices->addAction(action);
    };
    add(ColourScheme::System, tr("As the &system"));
    add(ColourScheme::Light, tr("&Light"));
    add(ColourScheme::Dark, tr("&Dark"));
    add(ColourScheme::HighContrast, tr("&High contrast"));
    return menu;
}

QMenu *MainWindow::helpMenu()
{
    auto *menu = new QMenu(tr("&Help"), this);
    menu->addAction(tr("&How to read this"), QKeySequence::HelpContents, this, [this] { showGuide(this); });
    menu->addAction(tr("&About AdapLens"), this, [this] { showAbout(this); });
    return menu;
}

void MainWindow::chooseModel()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open model folder"), m_preferences.folder());
    if (!folder.isEmpty()) {
        m_preferences.setFolder(QFileInfo(folder).absolutePath());
        openModel(folder);
    }
}

void MainWindow::chooseTextFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Text from a file"), m_preferences.folder(),
                                                      tr("Texts (*.txt *.md);;All files (*)"));
    if (!path.isEmpty()) {
        m_preferences.setFolder(QFileInfo(path).absolutePath());
        openTextFile(path);
    }
}

void MainWindow::chooseExport(const QString &suffix, const QString &filter)
{
    if (!m_session.trace()) {
        return;
    }
    const QString suggestion = QDir(m_preferences.folder()).filePath(suggestedName(m_session.trace()->text) + suffix);
    QString chosen = filter.section(QStringLiteral(";;"), 0, 0);
    QString path = QFileDialog::getSaveFileName(this, tr("Export"), suggestion, filter, &chosen);
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) { // the chosen kind stands in the filter: "PNG picture (*.png)"
        path += QLatin1Char('.') + chosen.section(QStringLiteral("*."), 1).chopped(1);
    }
    m_preferences.setFolder(QFileInfo(path).absolutePath());
    exportTo(path);
}

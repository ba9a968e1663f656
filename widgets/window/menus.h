// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shipped.h"
#include "widgets/page/filedialogs.h"

#include <QList>
#include <QObject>

#include <vector>

class MainWindow;
class Page;
class Preferences;
class QAction;
class QMenu;

/// The menus of the main window: names, keys, and what of the window they call.
class Menus : public QObject {
    Q_OBJECT

public:
    /// All must outlive this.
    Menus(MainWindow &window, Preferences &preferences, const std::vector<adaplens::ShippedModel> &models,
          const std::vector<adaplens::ModelExamples> &examples);

    [[nodiscard]] const QList<QMenu *> &all() const { return m_menus; }
    /// Offers the actions of this page and no others, whose keys then mean nothing.
    void setPage(const Page *page);
    void setExportable(bool exportable);
    /// Checks the shipped model that is open, if one is.
    void markOpenModel();

private:
    QMenu *addMenu(const char *name, const QString &title);
    void makeModelMenu();
    void makeShippedChoices(QMenu *menu);
    void makePrecisionMenu(QMenu *menu);
    void makeExamplesMenu(const std::vector<adaplens::ModelExamples> &examples);
    void makeExportMenu();
    void makeViewMenu();
    void makeColoursMenu(QMenu *menu);
    void makeHelpMenu();
    void makeLessonsMenu(QMenu *menu);
    void fillRecentModels(QMenu *menu);
    [[nodiscard]] static QString pictureKinds();
    /// Where to; empty = nowhere.
    [[nodiscard]] QString exportPath(const QString &kinds);
    void exportAs(const QString &kinds);
    void exportLayers();

    MainWindow &m_window;
    Preferences &m_preferences;
    const std::vector<adaplens::ShippedModel> &m_models;
    FileDialogs m_dialogs;
    QList<QMenu *> m_menus;
    QList<QAction *> m_shipped; // one a model
    QMenu *m_export = nullptr;
};

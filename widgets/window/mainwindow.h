// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shipped.h"
#include "widgets/controls/messagebar.h"
#include "widgets/session/attributions.h"
#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/session/session.h"
#include "widgets/style/zoom.h"
#include "widgets/window/exampleopener.h"
#include "widgets/window/linkopener.h"
#include "widgets/window/modelopener.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class InspectPage;
class LessonRunner;
class Menus;
class ModelAdvice;
class Page;
class PageRail;
class Presenter;
class QStackedWidget;
class TopBar;

/// The window of the program: top bar with its menus, message bar, pages. It owns the sessions, the token scores and the
/// rationale that all pages share, and keeps its state in the settings it is given.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `settings` must outlive the window.
    MainWindow(Loader loader, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What to begin with; empty = what was there when the program was last closed, else the default model and its
    /// first example. `beside`: as Beside::open() takes it.
    void start(const QString &model, const QString &text, const QString &pair = {}, const QString &beside = {});
    /// With what a link says.
    void startWithLink(const QString &link);
    void openModel(const QString &folder) { m_opener.open(folder); }
    /// What models compute in, from now on: the model at hand is opened anew. Says so where the processor cannot.
    void setPrecision(adaplens::Precision precision) { m_opener.setPrecision(precision); }
    /// Shows an example, in `home`, the model that it belongs to, or in the one at hand if it was written for that, too.
    void showExample(const adaplens::ShippedModel &home, const adaplens::SampleText &example);
    /// Shows what a link says (statelink.h); what is wrong with it stands in the message bar.
    void openLink(const QString &link);
    /// What is on the screen as such a link.
    [[nodiscard]] QString link() const;
    /// Takes over a text file, in the input of the page.
    void openTextFile(const QString &path);
    /// Exports what is on the screen; the suffix is the format. Tells in the message bar how it went.
    void exportTo(const QString &path);
    /// Exports the text once for each layer, as a figure.
    void exportLayers(const QString &path);
    /// Exports the text on its way through the layers, moving (.gif, .svg) or as a numbered PNG each.
    void exportAnimation(const QString &path);
    void exportFrames(const QString &path);
    void setZoom(int percent);
    void stepZoom(int direction);
    /// Shows the window for an audience, or as it was.
    void present();
    [[nodiscard]] Presenter *presenter() const { return m_presenter; }
    /// Takes its user through a lesson, a file; what is wrong with it stands in the message bar.
    void openLesson(const QString &path);
    [[nodiscard]] LessonRunner *lessons() const { return m_lessons; }
    /// Shows a page, by its place in the rail.
    void showPage(int index);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Session &secondSession() { return m_second; } ///< of what stands beside the model
    [[nodiscard]] Attributions &attributions() { return m_attributions; }
    [[nodiscard]] HumanRationale &rationale() { return m_rationale; }
    [[nodiscard]] MessageBar *messageBar() const { return m_messages; }
    [[nodiscard]] TopBar *topBar() const { return m_top; }
    [[nodiscard]] InspectPage *inspectPage() const;
    [[nodiscard]] const QList<Page *> &pages() const { return m_pages; }
    [[nodiscard]] Page *currentPage() const;

Q_SIGNALS:
    void pageShown();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePages();
    void connectModel();
    void modelOpened();
    void loadShipped();
    void showText(const adaplens::SampleText &example);
    void showLinked(const LinkedState &state);
    /// What is seen first: the first example of the model at hand, or of all.
    void showFirstExample();
    /// Writes a file, and tells in the message bar how it went.
    void exported(const QString &path, const std::function<void()> &write);
    void saveState();
    void restoreState();
    void showError(const QString &message) { m_messages->showMessage(MessageBar::Kind::Error, message); }
    void showDone(const QString &message) { m_messages->showMessage(MessageBar::Kind::Done, message); }
    void showNote(const QString &message) { m_messages->showMessage(MessageBar::Kind::Note, message); }

    Preferences m_preferences;
    Zoom m_zoom;
    Loader m_loader;
    Session m_session, m_second;
    Attributions m_attributions;
    HumanRationale m_rationale;
    ModelOpener m_opener;
    ExampleOpener m_exampleOpener;
    LinkOpener m_linkOpener;
    std::vector<adaplens::ShippedModel> m_models;
    std::vector<adaplens::ModelExamples> m_examples;
    TopBar *m_top;
    PageRail *m_rail;
    MessageBar *m_messages;
    QStackedWidget *m_stack; // of scroll areas, one around each page
    QList<Page *> m_pages;
    Menus *m_menus = nullptr;
    ModelAdvice *m_advice = nullptr;
    Presenter *m_presenter = nullptr;
    LessonRunner *m_lessons = nullptr;
};

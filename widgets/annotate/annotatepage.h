// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationmodel.h"
#include "widgets/page/page.h"
#include "widgets/annotate/annotationstore.h"
#include "widgets/session/attributions.h"
#include "widgets/session/session.h"

#include <optional>

class TextAgreementView;
class AnnotationView;
class CardHeader;
class DataBrowser;
class QSplitter;
class QToolButton;
class ProgressLine;
class QMenu;
class MessageBar;
class WindowSwitcher;

/// The page on which people mark what is the reason for a text's label: a data set to leaf through, the text to mark,
/// and how well each method finds the marks. It has a session of its own, so that the text of the other pages stays.
class AnnotatePage : public Page {
    Q_OBJECT

public:
    /// Sets up to this size are run by the model without being asked.
    static constexpr int runUnasked = 300;

    explicit AnnotatePage(const Workspace &workspace, QWidget *parent = nullptr);
    ~AnnotatePage() override;

    [[nodiscard]] QList<QAction *> viewActions() override { return {}; }
    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    [[nodiscard]] AnnotationSet &set() { return m_set; }
    [[nodiscard]] AnnotationStore &store() { return m_store; }
    [[nodiscard]] FigureRun &run() { return m_run; }
    [[nodiscard]] DataBrowser *browser() const { return m_browser; }
    [[nodiscard]] AnnotationView *view() const { return m_view; }
    [[nodiscard]] TextAgreementView *agreement() const { return m_agreement; }
    [[nodiscard]] MessageBar *questions() const { return m_questions; }
    [[nodiscard]] QToolButton *saveButton() const { return m_save; }
    /// The row under work, or -1.
    [[nodiscard]] int currentRow() const;

    /// Opens a file or folder; asks first where changes are not saved, and for the split of a folder that has several.
    void openPath(const QString &path);
    /// The set that ships with the program; asks first where changes are not saved.
    void openShipped();
    /// Saves to the file the set came from, where that loses nothing; else asks for a new one.
    void save();
    /// Saves to a new file (Jsonl) or folder (Eraser), which later saves replace.
    void saveTo(const QString &path, adaplens::DataFormat format);

protected:
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeLayout();
    [[nodiscard]] CardHeader *browserHeader();
    [[nodiscard]] CardHeader *editorHeader();
    void connectSet();
    void connectViews();
    /// Does `then` once nothing is lost by it.
    void whenSaved(std::function<void()> then);
    void openSource(const adaplens::DataSource &source);
    void chooseFile();
    void chooseFolder();
    void chooseTarget(adaplens::DataFormat format);
    void discard();

    void modelOpened();
    void setOpened(const QString &note);
    void showState();
    void chooseRow(int row);
    void showText();
    void showAgreement();
    void addText(const QString &text);
    void removeText();
    void openInInspect(int row);
    void runMissing();
    /// What a key with these modifiers does on this page, or nothing.
    [[nodiscard]] std::function<void()> commandOf(const QKeyEvent &event);

    Workspace m_workspace;
    AnnotationSet m_set;
    FigureRun m_run;
    Session m_session;
    Attributions m_attributions;
    AnnotationModel m_model;
    DataBrowser *m_browser;
    AnnotationView *m_view;
    TextAgreementView *m_agreement;
    MessageBar *m_questions;
    QToolButton *m_save = nullptr, *m_undo = nullptr, *m_redo = nullptr, *m_remove = nullptr;
    CardHeader *m_browserHeader = nullptr, *m_editorHeader = nullptr, *m_agreementHeader = nullptr;
    WindowSwitcher *m_switcher;
    ProgressLine *m_progress = nullptr;
    QSplitter *m_rows = nullptr, *m_columns = nullptr;
    std::uint64_t m_key = 0;   // of the text under work; 0 = none
    QString m_modelFolder;     // that this page's own workers have
    QString m_failure;         // why there are no scores
    bool m_begun = false;      // shown once
    bool m_asksToSave = false; // the question shown is about unsaved changes
    AnnotationStore m_store;   // last: it writes what is not saved before the rest goes
};

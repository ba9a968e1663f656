// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationfiles.h"
#include "widgets/annotate/annotationmodel.h"
#include "widgets/annotate/annotationstore.h"
#include "widgets/annotate/textscores.h"
#include "widgets/page/page.h"

class AnnotationView;
class CardHeader;
class DataBrowser;
class ProgressLine;
class QSplitter;
class QToolButton;
class TextAgreementView;
class WindowSwitcher;

/// The page on which people mark what is the reason for a text's label: a data set to leaf through, the text to mark,
/// and how well each method finds the marks.
class AnnotatePage : public Page {
    Q_OBJECT

public:
    /// Sets up to this size are run by the model without being asked.
    static constexpr int runUnasked = 300;

    explicit AnnotatePage(const Workspace &workspace, QWidget *parent = nullptr);
    ~AnnotatePage() override;

    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    [[nodiscard]] AnnotationSet &set() { return m_set; }
    [[nodiscard]] AnnotationStore &store() { return m_store; }
    [[nodiscard]] AnnotationFiles &files() { return m_files; }
    [[nodiscard]] EvaluationRun &run() { return m_run; }
    [[nodiscard]] DataBrowser *browser() const { return m_browser; }
    [[nodiscard]] AnnotationView *view() const { return m_view; }
    [[nodiscard]] TextAgreementView *agreement() const { return m_agreement; }
    [[nodiscard]] MessageBar *questions() const { return m_questions; }
    [[nodiscard]] QToolButton *saveButton() const { return m_save; }
    /// The row under work, or -1.
    [[nodiscard]] int currentRow() const;

protected:
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLayout();
    void fillHeaders();
    void connectSet();
    void connectStore();
    /// How long the texts of the set just opened are.
    void tellTypicalTexts();
    void connectViews();

    void useModel();
    void showState();
    void chooseRow(int row);
    void showText();
    void textReplaced(int row);
    void openInInspect(int row);
    void runMissing();
    /// What a key does on this page, or nothing.
    [[nodiscard]] std::function<void()> commandOf(const QKeyEvent &event);

    Workspace m_workspace;
    AnnotationSet m_set;
    EvaluationRun m_run;
    AnnotationModel m_model;
    DataBrowser *m_browser;
    AnnotationView *m_view;
    TextAgreementView *m_agreement;
    MessageBar *m_questions;
    QToolButton *m_save = nullptr, *m_undo = nullptr, *m_redo = nullptr, *m_remove = nullptr;
    CardHeader *m_browserHeader, *m_editorHeader;
    WindowSwitcher *m_switcher;
    ProgressLine *m_progress = nullptr;
    QSplitter *m_rows = nullptr, *m_columns = nullptr;
    std::uint64_t m_key = 0; // of the text under work; 0 = none
    bool m_shownBefore = false;
    TextScores m_scores;
    AnnotationStore m_store; // it writes what is not saved before the rest goes
    AnnotationFiles m_files;
};

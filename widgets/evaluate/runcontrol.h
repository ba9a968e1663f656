// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/messagebar.h"
#include "widgets/evaluate/agreementrun.h"
#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"
#include "widgets/session/requests.h"

class AgreementControls;
class Label;
class QProgressBar;
class QPushButton;
class QToolButton;

/// What is to be measured, the buttons that start and end a run, and how far it is. An interrupted run goes on where it
/// was.
class RunControl : public QWidget {
    Q_OBJECT

public:
    RunControl(const Workspace &workspace, AgreementRunner runner, const FileDialogs &dialogs);

    [[nodiscard]] const AgreementRun &run() const { return m_run; }
    [[nodiscard]] AgreementControls *controls() const { return m_controls; }

    /// Offers a data set, and chooses it; tells if it is none.
    void openData(const QString &path);
    /// Starts a run of what is chosen, or goes on with it; `over` = from the first document.
    void start(bool over = false);
    /// Looks for what changed while nobody looked: data sets opened elsewhere, files of interrupted runs.
    void refresh();

Q_SIGNALS:
    void paperFigureRequested();
    void reported();     ///< run().report() is another one
    void stateChanged(); ///< a run has begun or ended, or is asked to stop
    void message(MessageBar::Kind kind, const QString &text);
    void dataOpened(std::size_t words, bool pairs); ///< as Page::dataOpened()

private:
    QWidget *makeProgress();
    QWidget *makeButtons();
    void connectRun();
    void fillDataSets();
    void fillModels();
    void chooseData(bool folder);
    void chooseModel();
    /// Names what depends on how the chosen model drops tokens.
    void showRule();
    /// How long the texts of the chosen set are, once some of them are read.
    void tellTypicalTexts();
    void showState();
    /// What can be done with what is chosen.
    void showButtons();
    void showProgress();
    [[nodiscard]] AgreementRequest request() const;

    Workspace m_workspace;
    FileDialogs m_dialogs;
    std::filesystem::path m_cache; // folder of resume files
    AgreementControls *m_controls;
    QProgressBar *m_bar;
    Label *m_progressText, *m_leftOut;
    QToolButton *m_more, *m_cancel, *m_paper, *m_startOver;
    QPushButton *m_start;
    QString m_windowModel, m_chosenModel; // folder of the window's model; one chosen beside it
    QString m_ruleModel;                  // folder of the model whose rule is named
    adaplens::AgreementMode m_mode = {};  // of the run under way
    AgreementRun m_run;
    QString m_lookedAt;  // path of the set whose texts were looked at last
    Background m_reader; // last but one: the threads end before the rest goes
    Requests m_looking{m_reader};
};

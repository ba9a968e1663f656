// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"
#include "widgets/train/runwatch.h"
#include "widgets/train/trainingrun.h"

class EpochTable;
class QPushButton;
class QSplitter;
class QToolButton;
class RunCard;
class RunCurves;
class TrainForm;

/// The page that trains models: what is trained on the left, the curves of the run on the right. It shows any run whose
/// folder is named, also one that another program trains.
class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(const Workspace &workspace, TrainRunner runner = engineRunner(), QWidget *parent = nullptr);
    ~TrainPage() override;

    void resetLayout() override;
    [[nodiscard]] bool mayClose(const std::function<void()> &close) override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    /// Shows a run and follows it.
    void watch(const QString &folder);

    [[nodiscard]] TrainForm *form() const { return m_form; }
    [[nodiscard]] const TrainingRun &run() const { return m_run; }
    [[nodiscard]] const RunWatch &shown() const { return m_watch; }
    [[nodiscard]] MessageBar *questions() const { return m_questions; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

private:
    /// What lies in the folder that a run is to be written to.
    enum class Out { Unknown, Free, Unfinished, Finished, UnderWay };
    [[nodiscard]] Out out() const;
    [[nodiscard]] QString outNote() const;

    QWidget *makeForm();
    void makeLayout();
    void connectParts();
    void start(bool over);
    void begin(TrainRequest request);
    void askStartOver();
    void lookAtOut();
    void takeOut(const adaplens::RunRecord &record);
    void showState();
    void showRun();
    void setEpoch(std::optional<std::size_t> epoch);
    void runStateChanged();
    [[nodiscard]] bool showsOwn() const;
    void tell(const QString &error) { Q_EMIT message(MessageBar::Kind::Error, error); }

    FileDialogs m_dialogs;
    MessageBar *m_questions;
    TrainForm *m_form;
    QToolButton *m_over, *m_cancel, *m_pause;
    QPushButton *m_start;
    RunCard *m_card;
    RunCurves *m_curves;
    EpochTable *m_table;
    QSplitter *m_columns, *m_rows;
    std::optional<adaplens::RunRecord> m_there; // what lies in the out folder; empty until it has been looked at
    std::optional<std::size_t> m_epoch;         // that is looked at; empty = the latest
    std::function<void()> m_close;              // once the run has stopped
    Background m_background;                    // these have threads that end before the rest goes
    Requests m_looking{m_background};
    RunWatch m_watch;
    TrainingRun m_run;
};

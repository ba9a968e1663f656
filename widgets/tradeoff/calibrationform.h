// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"
#include "widgets/tradeoff/calibrationrun.h"

class Label;
class PathBox;
class PromiseForm;
class QProgressBar;
class QPushButton;
class QToolButton;

/// Which model is calibrated and with which data, the button that starts it, how far it is, and what is to be promised.
class CalibrationForm : public QWidget {
    Q_OBJECT

public:
    CalibrationForm(const Workspace &workspace, const FileDialogs &dialogs, CalibrationRun &run);

    /// Offers a data set.
    void openData(const QString &path);
    void start();
    [[nodiscard]] PromiseForm *promise() const { return m_promise; }

    [[nodiscard]] QByteArray state() const;
    void setState(const QByteArray &state);

private:
    void makeLayout();
    void connectParts();
    void chooseData(bool folder);
    void showState();
    void showProgress();

    Workspace m_workspace;
    FileDialogs m_dialogs;
    CalibrationRun &m_run;
    Label *m_model, *m_note;
    PathBox *m_data;
    QPushButton *m_start;
    QToolButton *m_cancel;
    QProgressBar *m_bar;
    Label *m_progress;
    PromiseForm *m_promise;
};

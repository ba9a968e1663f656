// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/messagebar.h"
#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"
#include "widgets/tradeoff/calibrationrun.h"
#include "widgets/tradeoff/calibrationtext.h"

class CalibrationCard;
class CalibrationForm;
class CalibrationPlot;
class Card;

/// "As fast as is safe": the thresholds of the window's model tried at several scales on the user's texts, and, for any
/// loss and confidence without another run, the fastest scale that keeps the promise.
class CalibrationView : public QWidget {
    Q_OBJECT

public:
    CalibrationView(const Workspace &workspace, const FileDialogs &dialogs, CalibrationRunner runner);

    [[nodiscard]] CalibrationForm *form() const { return m_form; }
    [[nodiscard]] CalibrationPlot *plot() const { return m_plot; }
    [[nodiscard]] const CalibrationRun &run() const { return m_run; }
    /// What is on the screen; empty before the first run has ended.
    [[nodiscard]] const std::optional<ShownCalibration> &shown() const { return m_shown; }
    [[nodiscard]] std::optional<Drawing> figure() const;

    /// Writes the model with the thresholds that are chosen to a folder, new or empty; tells how it went.
    void saveModel(const QString &folder);
    /// Writes the figures (.png, .svg, .pdf, .csv, .json); tells how it went.
    void exportTo(const QString &path);

Q_SIGNALS:
    void message(MessageBar::Kind kind, const QString &text);
    void modelRequested(const QString &folder, const std::vector<double> &thresholds);

private:
    void makeLayout();
    void connectParts();
    void fitWidth();
    void takeResult();
    void takePromise();
    void decide();
    void showState();
    void use();
    [[nodiscard]] ShownCalibration::Promise promise() const;

    FileDialogs m_dialogs;
    CalibrationRun m_run;
    CalibrationForm *m_form;
    CalibrationPlot *m_plot;
    CalibrationCard *m_card;
    Card *m_side = nullptr;
    std::shared_ptr<const MeasuredScales> m_result; ///< that is shown
    ShownCalibration::Promise m_fixed;              ///< before it was seen
    bool m_moved = false;                           ///< another promise was looked at since
    std::optional<ShownCalibration> m_shown;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/messagebar.h"
#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"
#include "widgets/tradeoff/calibrationrun.h"
#include "widgets/tradeoff/calibrationtext.h"

#include <map>
#include <utility>

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
    /// Model and data of a result: run again, it is the one that has been seen.
    using Source = std::pair<std::filesystem::path, std::filesystem::path>;
    /// What was promised before a result was seen, and whether anything else was since.
    struct Looks {
        ShownCalibration::Promise fixed;
        bool moved = false;
    };

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
    std::map<Source, Looks> m_looks;                ///< at what was run so far
    Looks *m_look = nullptr;                        ///< at what is shown
    std::optional<ShownCalibration> m_shown;
};

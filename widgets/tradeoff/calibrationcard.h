// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/tradeoff/calibrationtext.h"

class Label;
class QMenu;

/// The fastest scale that keeps the promise, with its figures, and what can be done with it.
class CalibrationCard : public Card {
    Q_OBJECT

public:
    CalibrationCard();

    /// Null = nothing yet.
    void setCalibration(const ShownCalibration *shown);
    /// While a run is under way, or a model being written.
    void setBusy(bool running, bool saving);

Q_SIGNALS:
    void useRequested();  ///< in Inspect
    void saveRequested(); ///< of the model
    /// Of the figures, as one of these kinds.
    void exportRequested(const QString &filter);

private:
    void makeLayout();
    [[nodiscard]] QMenu *exportMenu();
    void showButtons();

    Label *m_speedup, *m_answer, *m_measured, *m_promise, *m_caveat, *m_conditions;
    QToolButton *m_use, *m_save, *m_export;
    bool m_shown = false, m_chosen = false, m_running = false, m_saving = false;
};

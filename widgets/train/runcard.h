// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/train/runwatch.h"
#include "widgets/train/trainingrun.h"

class QProgressBar;

/// Which run is shown and how far it is: one of this page, or one that is watched.
class RunCard : public Card {
    Q_OBJECT

public:
    RunCard();

    /// `own`: the run of this page is the one that is watched.
    void showRun(const RunWatch &watch, const TrainingRun &run, bool own);

Q_SIGNALS:
    void watchRequested(); ///< of a folder to be chosen
    void ownRequested();   ///< of this page's run again
    void inspectRequested();

private:
    [[nodiscard]] QString stateOf(const RunWatch &watch, const TrainingRun &run, bool own) const;

    QProgressBar *m_bar;
    Label *m_text;
    QToolButton *m_watch, *m_own, *m_inspect;
};

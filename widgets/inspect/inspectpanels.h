// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/panels.h"
#include "widgets/session/tracesource.h"

class AlivePlot;
class CostView;
class Label;
class PredictionView;
class ScorePlot;
class WhatIfView;
class WordView;

/// The panels beside and below the token map: prediction, cost, selected word, what to try, tokens left, scores.
class InspectPanels : public Panels {
    Q_OBJECT

public:
    InspectPanels(TraceSource &source, QMainWindow *page);

    void resetLayout();
    [[nodiscard]] QList<QAction *> actions() const { return Panels::actions({m_hintDock}); }
    /// The user's changes to the run, in a panel that is hidden until it is asked for.
    void addWhatIf(WhatIfView *view);
    void showWhatIf();
    /// The runs tried, in a panel that is hidden until it is asked for.
    void addTriedRuns(QWidget *view);
    /// What to try on an example; an empty text hides its panel.
    void setHint(const QString &hint);
    [[nodiscard]] bool hasHint() const;

    [[nodiscard]] AlivePlot *alive() const { return m_alive; }
    [[nodiscard]] ScorePlot *scores() const { return m_scores; }
    [[nodiscard]] PredictionView *prediction() const { return m_prediction; }
    [[nodiscard]] CostView *cost() const { return m_cost; }
    [[nodiscard]] WordView *word() const { return m_word; }

private:
    void addHint();
    /// Every panel as high as its content; the word's rows, as many as the model's layers, share the rest.
    void fitSizes();

    QMainWindow *m_page;
    AlivePlot *m_alive;
    ScorePlot *m_scores;
    PredictionView *m_prediction;
    Label *m_hint;
    CostView *m_cost;
    WordView *m_word;
    CardDock *m_wordDock = nullptr, *m_hintDock = nullptr, *m_whatIfDock = nullptr, *m_triedRunsDock = nullptr;
};

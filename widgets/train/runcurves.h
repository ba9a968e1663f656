// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/popover.h"
#include "widgets/train/runepochs.h"

#include <QWidget>

#include <optional>

class Card;
class CurvePlot;
class QGridLayout;

/// What a run has learned so far, in six plots: over its batches the loss, the accuracy and the speed-up of its epochs,
/// and the tokens kept; over the layers what the chosen epoch's model keeps, and by which thresholds.
class RunCurves : public QWidget {
    Q_OBJECT

public:
    RunCurves();

    /// Shows a run; `epoch` is the place in epochsOf() of the one that stands out, empty = the latest.
    void setRecord(const adaplens::RunRecord &record, std::optional<std::size_t> epoch);

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void epochChosen(std::size_t epoch); ///< by a click
    void stepped(int direction);         ///< by the arrow keys

private:
    CurvePlot *add(const char *name, const QString &title, const HelpText &help, CurvePlot *plot);
    void showBatches(const adaplens::RunRecord &record);
    void showEpochs(const adaplens::RunRecord &record, const std::vector<RunEpoch> &epochs);
    void showLayers(const std::vector<RunEpoch> &epochs, std::size_t shown);
    void choose(double batch);
    /// As many plots in a row as there is room for.
    void arrange();

    QGridLayout *m_grid;
    std::vector<Card *> m_cards;
    CurvePlot *m_loss, *m_accuracy, *m_speedup, *m_kept, *m_layers, *m_thresholds;
    std::vector<double> m_ends; // of the epochs, in batches of the run
    int m_columns = 0;
};

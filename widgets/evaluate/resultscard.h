// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/evaluate/agreementtext.h"

class AgreementLegend;
class AgreementTable;
class QComboBox;
class QMenu;

/// The numbers of the runs that are shown, with the legend of their curves and the conditions they hold under; and what
/// can be done with them: keep, save, open others.
class ResultsCard : public Card {
    Q_OBJECT

public:
    enum class State { Whole, Partial, Growing, Outdated };

    ResultsCard();

    void setRuns(const std::vector<NamedReport> &runs);
    /// Which layer the table shows; empty = the mean over layers.
    void setLayer(std::optional<std::size_t> layer);
    void setState(State state, bool keepable);

    [[nodiscard]] AgreementTable *table() const { return m_table; }

Q_SIGNALS:
    void layerChosen(std::optional<std::size_t> layer);
    void keepRequested();
    void openRequested();
    /// Of one of these kinds, as a file dialog writes them.
    void saveRequested(const QString &filter);
    /// It wants another height.
    void rowsChanged();

private:
    [[nodiscard]] QMenu *saveMenu();
    void fillLayers(std::size_t layers);

    AgreementLegend *m_legend;
    AgreementTable *m_table;
    QComboBox *m_layers;
    QToolButton *m_keep, *m_save;
    Label *m_state, *m_conditions;
    std::vector<NamedReport> m_runs;
};

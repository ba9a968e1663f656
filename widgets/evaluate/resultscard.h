// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/evaluate/agreementtablemodel.h"

class AgreementLegend;
class AgreementTableView;
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

    [[nodiscard]] AgreementTableModel *table() const { return m_table; }
    [[nodiscard]] AgreementTableView *tableView() const { return m_view; }
    [[nodiscard]] QToolButton *keepButton() const { return m_keep; }
    [[nodiscard]] Label *state() const { return m_state; }
    [[nodiscard]] Label *conditions() const { return m_conditions; }

Q_SIGNALS:
    void layerChosen(std::optional<std::size_t> layer);
    void keepRequested();
    void openRequested();
    /// Of one of these kinds, as a file dialog writes them; the first has this suffix.
    void saveRequested(const QString &suffix, const QString &filter);
    /// It wants another height.
    void rowsChanged();

private:
    ResultsCard(CardHeader *header, QWidget *content);
    [[nodiscard]] QMenu *saveMenu();
    void fillLayers(std::size_t layers);

    CardHeader *m_header;
    AgreementLegend *m_legend;
    AgreementTableModel *m_table;
    AgreementTableView *m_view;
    QComboBox *m_layers;
    QToolButton *m_keep, *m_save;
    Label *m_state, *m_conditions;
    std::vector<NamedReport> m_runs;
};

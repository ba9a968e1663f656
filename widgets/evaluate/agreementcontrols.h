// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agree.h"
#include "core/trace/rulenames.h"
#include "widgets/controls/choices.h"
#include "widgets/page/rationaledata.h"
#include "widgets/session/requests.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QMenu;
class QSpinBox;
class QToolButton;
class MethodChips;

/// All that can be chosen for a run of agreement: data, model, methods and options. While a run is on, it is disabled.
class AgreementControls : public QWidget {
    Q_OBJECT

public:
    explicit AgreementControls(QWidget *parent = nullptr);

    /// The sets to choose from; the one chosen stays where it is among them, else the first is.
    void setDataSets(const QList<RationaleData> &sets);
    void chooseData(const RationaleData &chosen);
    /// Models to choose from, by their folders.
    void setModels(const QList<Choice> &models);
    void chooseModel(const QString &folder);
    /// How that model drops tokens. Where it drops none there is nothing to choose of its own scores.
    void setRule(const adaplens::RuleNames &rule);
    /// Menus of ways to what the boxes do not offer.
    [[nodiscard]] QMenu *otherData() const { return m_otherData; }
    [[nodiscard]] QMenu *otherModel() const { return m_otherModel; }

    /// What is chosen; its path is empty if there is nothing to choose.
    [[nodiscard]] RationaleData dataSet() const;
    [[nodiscard]] adaplens::DataSource source() const;
    [[nodiscard]] QString model() const;
    [[nodiscard]] adaplens::AgreementOptions options() const;

    /// The settings of the AdapLeR paper's figure: its four methods and chance, windows of pieces, 1/n, the gold class.
    void choosePaper();
    /// Also offers what is seldom changed.
    void showMore(bool more) { m_extra->setVisible(more); }

Q_SIGNALS:
    void changed();

private:
    /// A button that opens one of the menus of other ways.
    QToolButton *other(QMenu *menu, const char *name, const QString &toolTip);
    QWidget *makeChoices();
    QWidget *makeMore();
    void dataChosen();
    void fillSplits(const QList<int> &counts);
    void selectionChosen();

    QList<RationaleData> m_sets;
    QComboBox *m_data, *m_split, *m_model, *m_class, *m_selection, *m_mode, *m_dropped, *m_weights;
    QSpinBox *m_amount, *m_seed, *m_limit;
    QCheckBox *m_raw, *m_faithfulness;
    MethodChips *m_methods;
    QMenu *m_otherData, *m_otherModel;
    QWidget *m_extra = nullptr;
    Background m_background; // last but one: its thread ends before the rest goes
    Requests m_counting{m_background};
};

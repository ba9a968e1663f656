// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agree.h"
#include "widgets/page/rationaledata.h"
#include "widgets/session/requests.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QToolButton;
class FlowLayout;
class MethodChips;
class QCheckBox;
class QPushButton;
class QSpinBox;

/// All that can be chosen for a run of agreement: data, model, methods and options, with the buttons that start and end
/// it.
class AgreementControls : public QWidget {
    Q_OBJECT

public:
    explicit AgreementControls(QWidget *parent = nullptr);

    /// The sets to choose from; the one chosen stays where it is among them, else the first is.
    void setDataSets(const QList<RationaleData> &sets);
    void chooseData(const RationaleData &chosen);
    /// Folder and name of each model to choose from.
    void setModels(const QList<QPair<QString, QString>> &models);

    /// What is chosen; its path is empty if there is nothing to choose.
    [[nodiscard]] RationaleData dataSet() const;
    [[nodiscard]] adaplens::DataSource source() const;
    [[nodiscard]] QString model() const;
    [[nodiscard]] adaplens::AgreementOptions options() const;

    /// The settings of the AdapLeR paper's figure: its four methods and chance, windows of pieces, 1/n, the gold class.
    void choosePaper();
    /// While a run is on, nothing can be changed.
    void setRunning(bool running, bool stopping);
    /// Whether a run of these settings was interrupted and can go on.
    void setInterrupted(bool interrupted);

    [[nodiscard]] QComboBox *dataButton() const { return m_data; }
    [[nodiscard]] QComboBox *splitButton() const { return m_split; }
    [[nodiscard]] QComboBox *modelButton() const { return m_model; }
    [[nodiscard]] QComboBox *selectionButton() const { return m_selection; }
    [[nodiscard]] QComboBox *modeButton() const { return m_mode; }
    [[nodiscard]] QComboBox *classButton() const { return m_class; }
    /// For ways to what the boxes do not offer.
    [[nodiscard]] QToolButton *otherDataButton() const { return m_otherData; }
    [[nodiscard]] QToolButton *otherModelButton() const { return m_otherModel; }
    [[nodiscard]] MethodChips *methodChips() const { return m_methods; }
    /// The buttons that start and end a run, in a row; whoever shows the progress puts them beside it.
    [[nodiscard]] QWidget *buttons() const { return m_buttons; }
    [[nodiscard]] QPushButton *runButton() const { return m_run; }
    [[nodiscard]] QToolButton *cancelButton() const { return m_cancel; }
    [[nodiscard]] QToolButton *paperButton() const { return m_paper; }
    [[nodiscard]] QToolButton *moreButton() const { return m_more; }
    [[nodiscard]] QToolButton *startOverButton() const { return m_startOver; }
    [[nodiscard]] QSpinBox *limitBox() const { return m_limit; }

Q_SIGNALS:
    void changed();
    void run();
    void startOver();
    void cancel();
    void paperFigure();

private:
    /// A control under its name; an empty one leaves the room of a name, so that neighbours stand level.
    QWidget *named(const QString &name, QWidget *control, QWidget *beside = nullptr);
    QWidget *makeChoices();
    QWidget *makeButtons();
    QWidget *makeMore();
    void dataChosen();
    void fillSplits(const QList<int> &counts);
    void selectionChosen();
    /// Something was chosen: what can be done now, and changed().
    void settingChanged();

    QList<RationaleData> m_sets;
    QComboBox *m_data, *m_split, *m_model, *m_class, *m_selection, *m_mode, *m_dropped, *m_weights;
    QSpinBox *m_amount, *m_seed, *m_limit;
    QCheckBox *m_raw, *m_faithfulness;
    MethodChips *m_methods;
    QWidget *m_buttons = nullptr;
    QToolButton *m_otherData, *m_otherModel, *m_more, *m_cancel, *m_paper, *m_startOver;
    QPushButton *m_run;
    QWidget *m_choices = nullptr, *m_extra = nullptr;
    bool m_running = false, m_interrupted = false;
    Background m_background; // last but one: its thread ends before the rest goes
    Requests m_counting{m_background};
};

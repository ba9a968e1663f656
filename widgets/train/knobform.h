// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/config.h"
#include "core/train/knobs.h"

#include <QWidget>

#include <vector>

class NumberBox;
class QAbstractSpinBox;
class QCheckBox;
class QSpinBox;

/// The settings of a run: those that all methods have, and a group for each step of the method that is chosen, made of
/// what the step says of its options.
class KnobForm : public QWidget {
    Q_OBJECT

public:
    KnobForm();

    /// Shows the steps of a method.
    void setMethod(const QString &method);
    /// What is set, as replacements of a configuration with one data set.
    [[nodiscard]] std::vector<adaplens::TrainSetting> settings() const;

private:
    struct Knob {
        adaplens::TrainKnob knob;
        QSpinBox *whole = nullptr; ///< or else
        NumberBox *number = nullptr;
    };
    struct Group {
        std::string step;
        QWidget *box = nullptr;
    };

    QWidget *makeShared();
    void makeGroups();
    void addKnob(const adaplens::TrainKnob &knob, QLayout *row);

    std::vector<std::string> m_steps; // of the method
    QSpinBox *m_batch, *m_length, *m_seed;
    NumberBox *m_phi;
    QCheckBox *m_bfloat16;
    std::vector<Knob> m_knobs;
    std::vector<Group> m_groups;
};

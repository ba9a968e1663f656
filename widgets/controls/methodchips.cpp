// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/methodchips.h"

#include "widgets/style/methods.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/methodchip.h"

#include <algorithm>

using adaplens::ScoreMethod;

MethodChips::MethodChips(QWidget *parent) : QWidget(parent)
{
    auto *row = new FlowLayout(6, this);
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        auto *chip = new MethodChip(method, this);
        row->addWidget(chip);
        m_chips.insert(static_cast<int>(method), chip);
        connect(chip, &QAbstractButton::toggled, this, &MethodChips::changed);
    }
    setRule({});
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MethodChips::setRule(const adaplens::RuleNames &rule)
{
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        chip(method)->setRule(rule);
        QString hint = chip(method)->toolTip();
        if (method == ScoreMethod::IntegratedGradients) {
            hint += QLatin1Char(' ') + tr("Slow: 50 passes forward and back for each text.");
        } else if (method == ScoreMethod::LeaveOneOut) {
            hint += QLatin1Char(' ') + tr("Slow: one pass for each token of each text.");
        }
        chip(method)->setToolTip(hint);
        chip(method)->setVisible(!adaplens::isOwnScore(method) || rule.keptBy != adaplens::KeptBy::Nothing);
    }
}

std::vector<ScoreMethod> MethodChips::chosen() const
{
    std::vector<ScoreMethod> methods;
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        if (chip(method)->isChecked() && !chip(method)->isHidden()) {
            methods.push_back(method);
        }
    }
    return methods;
}

void MethodChips::setChosen(const std::vector<ScoreMethod> &methods)
{
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        chip(method)->setChecked(std::find(methods.begin(), methods.end(), method) != methods.end());
    }
}

MethodChip *MethodChips::chip(ScoreMethod method) const
{
    return m_chips.value(static_cast<int>(method));
}

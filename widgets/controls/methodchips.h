// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/method.h"
#include "core/trace/rulenames.h"

#include <QHash>
#include <QWidget>

#include <vector>

class MethodChip;

/// A chip for each method of scoring tokens, in the method's colour; those pressed are chosen.
class MethodChips : public QWidget {
    Q_OBJECT

public:
    explicit MethodChips(QWidget *parent = nullptr);

    /// By which the model drops tokens. Where it drops none there is no chip for its own scores.
    void setRule(const adaplens::RuleNames &rule);
    /// In the order in which methods are listed everywhere.
    [[nodiscard]] std::vector<adaplens::ScoreMethod> chosen() const;
    void setChosen(const std::vector<adaplens::ScoreMethod> &methods);
    [[nodiscard]] MethodChip *chip(adaplens::ScoreMethod method) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

Q_SIGNALS:
    void changed();

private:
    QHash<int, MethodChip *> m_chips;
};

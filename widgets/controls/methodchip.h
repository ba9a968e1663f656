// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/method.h"
#include "core/trace/rulenames.h"
#include "widgets/controls/chip.h"

/// A method of scoring tokens, with a dot in its colour. The note says what the method still needs.
class MethodChip : public Chip {
    Q_OBJECT

public:
    explicit MethodChip(adaplens::ScoreMethod method, QWidget *parent = nullptr);

    [[nodiscard]] adaplens::ScoreMethod method() const { return m_method; }
    /// Whose scores those are by which the model drops tokens.
    void setRule(const adaplens::RuleNames &rule);

protected:
    [[nodiscard]] QColor colour(const Palette &colours) const override;

private:
    adaplens::ScoreMethod m_method;
};

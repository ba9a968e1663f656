// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/methodchip.h"

#include "widgets/style/methods.h"

MethodChip::MethodChip(adaplens::ScoreMethod method, QWidget *parent) : Chip(parent), m_method(method)
{
    setObjectName(QLatin1String(adaplens::nameOf(method)));
    setRule({});
}

void MethodChip::setRule(const adaplens::RuleNames &rule)
{
    setText(methods::name(m_method, rule));
    setToolTip(methods::explanation(m_method, rule));
    updateGeometry();
}

QColor MethodChip::colour(const Palette &colours) const
{
    return methods::colour(m_method, colours);
}

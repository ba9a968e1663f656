// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

#include <QWidget>

/// What marks and lines of the trade-off mean: a sample of each with its name, in lines that wrap. On a page the chips
/// name the methods; in a figure it does that, too.
class TradeoffLegend : public QWidget {
    Q_OBJECT

public:
    enum class Methods { Named, Left };

    explicit TradeoffLegend(Methods methods, QWidget *parent = nullptr);
    void setTradeoff(const Tradeoff &tradeoff);

private:
    Methods m_methods;
};

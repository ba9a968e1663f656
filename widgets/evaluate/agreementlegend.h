// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtext.h"

#include <QWidget>

#include <vector>

/// What the curves of agreement mean: a sample of each with its name, in lines that wrap.
class AgreementLegend : public QWidget {
    Q_OBJECT

public:
    explicit AgreementLegend(QWidget *parent = nullptr);
    void setRuns(const std::vector<NamedReport> &runs);
};

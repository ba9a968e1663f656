// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/report.h"
#include "widgets/controls/card.h"

#include <vector>

class AgreementPlot;
class QComboBox;
class QTabBar;

/// One metric over the layers: a plot under a title in which the metric is chosen; some metrics are a click apart.
class MetricCard : public Card {
    Q_OBJECT

public:
    /// `what` is what the title chooses, for screen readers; the first of the `quick` metrics is shown at first.
    MetricCard(const QString &what, const std::vector<adaplens::Metric> &quick);

    void setMetric(adaplens::Metric metric);
    [[nodiscard]] adaplens::Metric metric() const;
    [[nodiscard]] AgreementPlot *plot() const { return m_plot; }

private:
    std::vector<adaplens::Metric> m_quick;
    AgreementPlot *m_plot;
    QComboBox *m_choice;
    QTabBar *m_switch;
};

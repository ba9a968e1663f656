// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/metriccard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/label.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/evaluate/evaluatehelp.h"
#include "widgets/style/relativefont.h"

#include <QComboBox>
#include <QTabBar>

#include <algorithm>

using adaplens::Metric;

namespace {

QStringList namesOf(const std::vector<Metric> &metrics)
{
    QStringList names;
    for (const Metric metric : metrics) {
        names << agreement::shortName(metric);
    }
    return names;
}

} // namespace

MetricCard::MetricCard(const QString &what, const std::vector<Metric> &quick)
    : Card(new CardHeader({}, {}, help::agreementCurves), new QWidget),
      m_quick(quick),
      m_plot(new AgreementPlot),
      m_choice(choiceBox(what, "metricButton", false)),
      m_switch(joinedButtons(namesOf(quick)))
{
    (new RelativeFont(m_choice))->set(1.15, true);
    m_switch->setObjectName(QStringLiteral("quickMetrics"));
    m_plot->setObjectName(QStringLiteral("metricPlot"));
    m_choice->setToolTip(tr("Choose what the plot shows"));
    m_choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // long names are cut in little room
    keepFitted(this, [this] { m_choice->setMinimumWidth(fontMetrics().averageCharWidth() * 12); });
    QList<Choice> choices;
    for (const adaplens::MetricInfo &info : adaplens::allMetrics()) {
        choices.append({agreement::name(info.metric), static_cast<int>(info.metric), agreement::caption(info.metric)});
    }
    setChoices(m_choice, choices);
    header()->setTitleControl(m_choice);
    header()->addControl(m_switch);
    auto *caption = new Label(Label::Kind::Caption, m_plot->caption());
    caption->setElided(true);
    columnIn(content(), 4, {caption, {m_plot, 1}});
    connect(m_plot, &PlotBase::captionChanged, caption, &QLabel::setText);
    connect(m_switch, &QTabBar::currentChanged, this,
            [this](int index) { setMetric(m_quick[static_cast<std::size_t>(index)]); });
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this] { setMetric(static_cast<Metric>(m_choice->currentData().toInt())); });
    setMetric(quick.front());
}

Metric MetricCard::metric() const
{
    return m_plot->shownMetric();
}

void MetricCard::setMetric(Metric metric)
{
    choose(m_choice, static_cast<int>(metric));
    if (m_plot->shownMetric() != metric) {
        m_plot->setMetric(metric);
    }
    const auto at = std::find(m_quick.begin(), m_quick.end(), metric);
    m_switch->setVisible(at != m_quick.end());
    if (at != m_quick.end()) {
        m_switch->setCurrentIndex(static_cast<int>(at - m_quick.begin()));
    }
}

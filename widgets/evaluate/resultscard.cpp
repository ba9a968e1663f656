// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/resultscard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/label.h"
#include "widgets/evaluate/agreementlegend.h"
#include "widgets/evaluate/agreementtable.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/evaluate/evaluatehelp.h"

#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

ResultsCard::ResultsCard()
    : Card(new CardHeader(tr("Mean over layers"), {}, help::agreementTable), new QWidget),
      m_legend(new AgreementLegend),
      m_table(new AgreementTable),
      m_layers(choiceBox(tr("Layer of the table"), "layerButton")),
      m_keep(textButton(tr("Keep"), "keepButton")),
      m_save(textButton(tr("Save"), "saveButton")),
      m_state(new Label(Label::Kind::Warning)),
      m_conditions(new Label(Label::Kind::Caption))
{
    setObjectName(QStringLiteral("results"));
    m_table->setObjectName(QStringLiteral("resultsTable"));
    m_state->setObjectName(QStringLiteral("resultsState"));
    m_conditions->setObjectName(QStringLiteral("conditions"));
    m_state->setElided(true);
    m_conditions->setWordWrap(true);
    m_keep->setToolTip(tr("Keep this run to lay the next one over it"));
    m_save->setMenu(saveMenu());
    auto *open = textButton(tr("Open…"), "openButton");
    open->setToolTip(tr("Lay a run over this one that was saved as JSON"));
    for (QWidget *control : std::initializer_list<QWidget *>{m_state, m_layers, m_keep, m_save, open}) {
        header()->addControl(control);
    }
    columnIn(content(), 4, {m_legend, {m_table, 1}, m_conditions});
    connect(open, &QToolButton::clicked, this, &ResultsCard::openRequested);
    connect(m_keep, &QToolButton::clicked, this, &ResultsCard::keepRequested);
    connect(m_layers, &QComboBox::currentIndexChanged, this, [this] {
        const int layer = m_layers->currentData().toInt();
        Q_EMIT layerChosen(layer < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(layer)));
    });
    fillLayers(0);
}

QMenu *ResultsCard::saveMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const char *name, const QString &text, const QString &filter) {
        QAction *action = menu->addAction(text, this, [this, filter] { Q_EMIT saveRequested(filter); });
        action->setObjectName(QLatin1String(name));
        return action;
    };
    add("saveFigure", tr("&Figure (PNG, SVG, PDF)…"),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    add("saveCsv", tr("Numbers as &CSV…"), tr("CSV table (*.csv)"));
    add("saveLatex", tr("Table for &LaTeX…"), tr("LaTeX table (*.tex)"));
    QAction *json = add("saveJson", {}, tr("JSON (*.json)"));
    connect(menu, &QMenu::aboutToShow, this, [this, json] { // a file of this kind holds one run
        json->setText(m_runs.size() < 2
                          ? tr("Whole run as &JSON…")
                          : tr("Only “%1” as &JSON…")
                                .arg(QString(m_runs.front().name).replace(QLatin1Char('&'), QLatin1String("&&"))));
    });
    return menu;
}

void ResultsCard::setRuns(const std::vector<NamedReport> &runs)
{
    m_runs = runs;
    m_legend->setRuns(runs);
    const int rows = m_table->rowCount();
    m_table->setRuns(runs);
    std::size_t layers = 0;
    for (const NamedReport &run : runs) {
        layers = std::max(layers, agreement::layersOf(*run.report));
    }
    fillLayers(layers);
    QStringList lines;
    if (!runs.empty()) {
        lines << agreement::cost(*runs.front().report) << agreement::conditions(*runs.front().report);
        lines.removeAll(QString());
    }
    m_conditions->setText(lines.join(QLatin1Char('\n')));
    if (!runs.empty()) {
        const adaplens::Interval &interval = runs.front().report->baseRate;
        header()->setCaption(
            interval.resamples > 0
                ? tr("± half of the %1 interval, documents drawn %2 times")
                      .arg(agreement::level(interval), QLocale().toString(static_cast<qulonglong>(interval.resamples)))
                : QString());
    }
    if (m_table->rowCount() != rows) {
        Q_EMIT rowsChanged();
    }
}

void ResultsCard::fillLayers(std::size_t layers)
{
    if (m_layers->count() == static_cast<int>(layers) + 1) {
        return;
    }
    QList<Choice> choices{{tr("mean over layers"), -1, {}}};
    for (std::size_t l = 0; l < layers; ++l) {
        choices.append({tr("layer %1").arg(l + 1), static_cast<int>(l), {}});
    }
    setChoices(m_layers, choices);
}

void ResultsCard::setLayer(std::optional<std::size_t> layer)
{
    m_table->setLayer(layer);
    choose(m_layers, layer ? static_cast<int>(*layer) : -1);
    header()->setTitle(layer ? tr("Layer %1").arg(*layer + 1) : tr("Mean over layers"));
}

void ResultsCard::setState(State state, bool keepable)
{
    m_table->setEnabled(state != State::Outdated);
    m_keep->setEnabled(keepable);
    m_save->setEnabled(!m_runs.empty() && state != State::Outdated);
    m_state->setVisible(state == State::Partial || state == State::Growing);
    m_state->setText(state == State::Growing ? tr("partial result, more to come") : tr("partial result"));
}

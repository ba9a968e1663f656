// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/whatifview.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/inspect/factorslider.h"
#include "widgets/session/session.h"
#include "widgets/session/whatif.h"
#include "widgets/style/format.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QToolButton>

#include <cstdint>
#include <set>
#include <tuple>

namespace {

/// A slider's row: its name, itself, its factor.
void addRow(QGridLayout *grid, int row, const QString &name, FactorSlider *slider)
{
    auto *title = new Label(Label::Kind::Body, name);
    title->setBuddy(slider);
    slider->setAccessibleName(WhatIfView::tr("Threshold of %1, times the model's own").arg(name));
    auto *factor = new Label(Label::Kind::Body, FactorSlider::text(1));
    factor->setMinimumWidth(factor->fontMetrics().horizontalAdvance(FactorSlider::text(0.25)));
    factor->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const auto show = [factor, slider] { factor->setText(FactorSlider::text(slider->factor())); };
    QObject::connect(slider, &FactorSlider::factorShown, factor, show);
    grid->addWidget(title, row, 0);
    grid->addWidget(slider, row, 1);
    grid->addWidget(factor, row, 2);
}

QString answerOf(const adaplens::Trace &trace)
{
    const adaplens::Prediction &prediction = trace.reduced;
    const QString label = prediction.label < trace.labels.size()
                              ? QString::fromStdString(trace.labels[prediction.label])
                              : WhatIfView::tr("class %1").arg(prediction.label);
    return WhatIfView::tr("%1 %2").arg(label, format::percent(prediction.probabilities.at(prediction.label)));
}

int wordsLeft(const adaplens::Trace &trace)
{
    std::set<int> words;
    for (const std::uint32_t piece : trace.survivors) {
        words.insert(trace.encoding.pieces[piece].word); // -1: [CLS] and the like
    }
    words.erase(-1);
    return static_cast<int>(words.size());
}

} // namespace

WhatIfView::WhatIfView(WhatIf &whatIf, Session &session, QWidget *parent)
    : QWidget(parent),
      m_whatIf(whatIf),
      m_session(session),
      m_nothing(new Label(Label::Kind::Caption)),
      m_outcome(new Label(Label::Kind::Body)),
      m_thresholds(new QWidget),
      m_each(new QWidget),
      m_words(new QWidget),
      m_all(new FactorSlider),
      m_eachButton(bareButton(QString(), "eachLayer")),
      m_reset(textButton(tr("Reset"), "resetWhatIf")),
      m_grid(new QGridLayout(m_each)),
      m_list(new QVBoxLayout(m_words))
{
    m_all->setObjectName(QStringLiteral("allThresholds"));
    m_nothing->setWordWrap(true);
    m_outcome->setWordWrap(true);
    m_all->setObjectName(QStringLiteral("allThresholds"));
    m_all->setToolTip(tr("Above 1 more words go, below 1 fewer. A double click restores the model's own thresholds."));
    m_eachButton->setCheckable(true);
    m_eachButton->setAccessibleName(tr("Each layer"));
    m_eachButton->setToolTip(tr("A slider for each layer, on top of the one above"));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    addRow(grid, 0, tr("all layers"), m_all);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_list->setContentsMargins(0, 0, 0, 0);
    columnIn(m_thresholds, 4, {grid, m_eachButton, m_each});
    auto *undo = bareButton(tr("Undo"), "undoWhatIf"), *redo = bareButton(tr("Redo"), "redoWhatIf");
    auto *buttons = rowIn(nullptr, 8, {undo, redo, m_reset});
    buttons->addStretch();
    columnIn(this, 8, {m_nothing, m_thresholds, m_words, m_outcome, buttons})->addStretch();

    QUndoStack &steps = whatIf.steps();
    for (const auto &[button, possible, possibleChanged, step] :
         {std::tuple(undo, &QUndoStack::canUndo, &QUndoStack::canUndoChanged, &QUndoStack::undo),
          std::tuple(redo, &QUndoStack::canRedo, &QUndoStack::canRedoChanged, &QUndoStack::redo)}) {
        button->setEnabled((steps.*possible)());
        connect(&steps, possibleChanged, button, &QWidget::setEnabled);
        connect(button, &QToolButton::clicked, &steps, step);
    }
    connect(m_reset, &QToolButton::clicked, &whatIf, &WhatIf::reset);
    connect(m_all, &FactorSlider::factorChosen, &whatIf, &WhatIf::setScale);
    const auto name = [this](bool shown) { return shown ? tr("▾ Each layer") : tr("▸ Each layer"); };
    m_eachButton->setText(name(false));
    connect(m_eachButton, &QToolButton::toggled, this, [this, name](bool shown) {
        m_eachButton->setText(name(shown));
        m_each->setVisible(shown);
        Q_EMIT heightChanged();
    });
    connect(&whatIf, &WhatIf::changed, this, &WhatIfView::showChanges);
    m_each->hide();
    showChanges();
}

void WhatIfView::makeLayers(std::size_t count)
{
    if (static_cast<std::size_t>(m_layers.size()) == count) {
        return;
    }
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_layers.clear();
    for (std::size_t layer = 0; layer < count; ++layer) {
        auto *slider = new FactorSlider;
        slider->setObjectName(QStringLiteral("threshold%1").arg(layer + 1));
        addRow(m_grid, static_cast<int>(layer), tr("layer %1").arg(layer + 1), slider);
        connect(slider, &FactorSlider::factorChosen, this,
                [this, layer](double factor) { m_whatIf.setLayerScale(layer, factor); });
        m_layers.append(slider);
    }
}

void WhatIfView::listForced()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        // One of them may be the button whose click led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto &trace = m_session.trace();
    if (!trace) {
        return;
    }
    for (const adaplens::Column &column : adaplens::columns(*trace, false)) {
        const auto forced = m_whatIf.forced(column.pieces.front());
        if (!forced) {
            continue;
        }
        const QString word = format::word(column.label, 20);
        auto *row = new QWidget;
        auto *label = new Label(Label::Kind::Body,
                                (forced->stays ? tr("“%1” stays from layer %2 on") : tr("“%1” goes at layer %2"))
                                    .arg(word)
                                    .arg(forced->fromLayer + 1));
        label->setElided(true);
        auto *release = bareButton(QStringLiteral("✕"), "release");
        release->setAccessibleName(tr("Let the model decide about “%1”").arg(word));
        release->setToolTip(release->accessibleName());
        connect(release, &QToolButton::clicked, this, [this, pieces = column.pieces] { m_whatIf.release(pieces); });
        rowIn(row, 4, {{label, 1}, release});
        m_list->addWidget(row);
    }
}

QString WhatIfView::outcome() const
{
    const auto &now = m_session.trace(), &before = m_whatIf.unchanged();
    if (!m_whatIf.isChanged() || !now || !before || now->reduced.probabilities.empty()) {
        return {};
    }
    const QString to = answerOf(*now);
    const std::size_t label = now->reduced.label;
    const QString answer =
        before->reduced.label == label
            ? tr("Same answer: %1, %2 before.").arg(to, format::percent(before->reduced.probabilities.at(label)))
            : tr("The answer changes: %1, %2 before.").arg(to, answerOf(*before));
    return answer + QLatin1Char(' ') +
           tr("%1 of %n words are left at the end, %2 before.", nullptr, static_cast<int>(now->encoding.words.size()))
               .arg(wordsLeft(*now))
               .arg(wordsLeft(*before)) +
           QLatin1Char(' ') +
           tr("Operations: %1 of the plain pass, %2 before.")
               .arg(format::percent(now->cost.flopsReduced / now->cost.flopsPlain),
                    format::percent(before->cost.flopsReduced / before->cost.flopsPlain));
}

void WhatIfView::showChanges()
{
    const bool possible = m_whatIf.isPossible(), thresholds = m_whatIf.hasThresholds();
    m_nothing->setVisible(!possible || !thresholds);
    m_nothing->setText(!possible ? tr("What runs here drops no word by a rule of its own that could be changed.")
                                 : tr("This model has no thresholds; words can be kept or dropped."));
    m_thresholds->setVisible(thresholds);
    m_eachButton->setVisible(m_whatIf.hasLayerThresholds());
    m_each->setVisible(m_whatIf.hasLayerThresholds() && m_eachButton->isChecked());
    makeLayers(m_whatIf.hasLayerThresholds() ? m_session.model()->layers : 0);
    m_all->setFactor(m_whatIf.scale());
    for (qsizetype layer = 0; layer < m_layers.size(); ++layer) {
        m_layers[layer]->setFactor(m_whatIf.layerScale(static_cast<std::size_t>(layer)));
    }
    listForced();
    m_words->setVisible(!m_whatIf.allForced().empty());
    const QString said = outcome();
    m_outcome->setText(said);
    m_outcome->setVisible(!said.isEmpty());
    m_reset->setEnabled(m_whatIf.isChanged());
    setAccessibleDescription(said);
    Q_EMIT heightChanged();
}

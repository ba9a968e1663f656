// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/wordactions.h"

#include "widgets/session/tracesource.h"
#include "widgets/session/whatif.h"
#include "widgets/style/format.h"

#include <QAction>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace {

/// The column of the selected piece.
std::optional<adaplens::Column> selectedColumn(const TraceSource &source)
{
    const auto piece = source.piece();
    if (!source.trace() || !piece) {
        return std::nullopt;
    }
    for (adaplens::Column &column : adaplens::columns(*source.trace(), false)) {
        if (std::ranges::find(column.pieces, *piece) != column.pieces.end()) {
            return std::move(column);
        }
    }
    return std::nullopt;
}

/// The first layer, up to `layer`, at which some piece of a column goes or is gone.
std::optional<std::size_t> leavesBy(const adaplens::Trace &trace, const adaplens::Column &column, std::size_t layer)
{
    for (std::size_t l = 0; l <= layer && l < trace.layers.size(); ++l) {
        if (adaplens::scoreOf(trace, column, l).fate != adaplens::Fate::Kept) {
            return l;
        }
    }
    return std::nullopt;
}

} // namespace

WordActions::WordActions(WhatIf &whatIf, TraceSource &source, QObject *parent)
    : QObject(parent),
      m_whatIf(whatIf),
      m_source(source),
      m_keep(make("keepWord", Qt::Key_K, &WordActions::keep)),
      m_drop(make("dropWord", Qt::Key_D, &WordActions::drop)),
      m_release(make("releaseWord", Qt::Key_Backspace, &WordActions::release)),
      m_actions({m_keep, m_drop, m_release})
{
    connect(&source, &TraceSource::selectionChanged, this, &WordActions::update);
    connect(&source, &TraceSource::analysed, this, &WordActions::update);
    connect(&whatIf, &WhatIf::changed, this, &WordActions::update);
    update();
}

QAction *WordActions::make(const char *name, const QKeySequence &key, void (WordActions::*function)())
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    // A letter is a shortcut only where nobody types.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, function);
    connect(action, &QAction::triggered, this, &WordActions::decided);
    return action;
}

void WordActions::addTo(QWidget *view) const
{
    view->addActions(m_actions);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

std::vector<std::uint32_t> WordActions::pieces() const
{
    const auto column = selectedColumn(m_source);
    if (!column || !m_whatIf.isPossible() || column->pieces.front() == 0) {
        return {};
    }
    return column->pieces;
}

void WordActions::update()
{
    const auto pieces = this->pieces();
    const std::size_t layer = m_source.layer();
    const QString word =
        pieces.empty()
            ? QString()
            : format::word(selectedColumn(m_source)->label, 20).replace(QLatin1Char('&'), QLatin1String("&&"));
    m_keep->setText(pieces.empty() ? tr("Keep the selected word from here on")
                                   : tr("Keep “%1” from layer %2 on").arg(word).arg(keptFrom() + 1));
    m_drop->setText(pieces.empty() ? tr("Drop the selected word here")
                                   : tr("Drop “%1” at layer %2").arg(word).arg(layer + 1));
    m_release->setText(pieces.empty() ? tr("Let the model decide about the selected word")
                                      : tr("Let the model decide about “%1”").arg(word));
    const bool forced =
        std::ranges::any_of(pieces, [this](std::uint32_t piece) { return m_whatIf.forced(piece).has_value(); });
    m_keep->setEnabled(!pieces.empty());
    m_drop->setEnabled(!pieces.empty() && !isGone());
    m_release->setEnabled(forced);
}

std::size_t WordActions::keptFrom() const
{
    const auto column = selectedColumn(m_source);
    return column ? leavesBy(*m_source.trace(), *column, m_source.layer()).value_or(m_source.layer())
                  : m_source.layer();
}

bool WordActions::isGone() const
{
    const auto column = selectedColumn(m_source);
    return column && adaplens::scoreOf(*m_source.trace(), *column, m_source.layer()).fate == adaplens::Fate::Gone;
}

void WordActions::keep()
{
    m_whatIf.force(pieces(), keptFrom(), true);
}

void WordActions::drop()
{
    m_whatIf.force(pieces(), m_source.layer(), false);
}

void WordActions::release()
{
    m_whatIf.release(pieces());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/tracefollower.h"

#include <QWidget>

#include <utility>

TraceFollower::TraceFollower(QWidget *view, Reactions reactions)
    : m_view(view), m_reactions(std::move(reactions)), m_none(new TraceSource(view))
{
}

void TraceFollower::follow(TraceSource &source)
{
    if (m_source) {
        QObject::disconnect(m_source, nullptr, m_view, nullptr);
        QObject::disconnect(&m_source->selection(), nullptr, m_view, nullptr);
    }
    m_source = &source;
    const auto react = [this](auto *sender, auto signal, const std::function<void()> &reaction) {
        if (reaction) {
            QObject::connect(sender, signal, m_view, [reaction] { reaction(); });
        }
    };
    react(&source, &TraceSource::analysed, m_reactions.trace);
    react(&source, &TraceSource::timed, m_reactions.cost);
    react(&source, &TraceSource::outdatedChanged, m_reactions.outdated);
    react(&source.selection(), &Selection::changed, m_reactions.selection);
    for (const auto &reaction : {m_reactions.trace, m_reactions.selection, m_reactions.outdated}) {
        if (reaction) {
            reaction();
        }
    }
}

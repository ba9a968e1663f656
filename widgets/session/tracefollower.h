// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"

#include <QPointer>

#include <functional>

class QWidget;

/// The source that a view follows: an empty one of its own until it is given another.
class TraceFollower {
public:
    /// What the view does when something of its source is another; empty = nothing.
    struct Reactions {
        std::function<void()> trace, selection, outdated, cost;
    };

    TraceFollower(QWidget *view, Reactions reactions);
    /// Follows another source from now on; the view reacts to its trace and selection at once.
    void follow(TraceSource &source);

    [[nodiscard]] TraceSource *operator->() const { return m_source ? m_source.data() : m_none; }

private:
    QWidget *m_view;
    Reactions m_reactions;
    TraceSource *m_none;
    QPointer<TraceSource> m_source;
};

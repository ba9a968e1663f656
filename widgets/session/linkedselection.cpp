// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/linkedselection.h"

#include "widgets/session/tracesource.h"

LinkedSelection::LinkedSelection(TraceSource &first, TraceSource &second, QObject *parent) : QObject(parent)
{
    const auto followFirst = [&first, &second] { second.follow(first); };
    connect(&first, &TraceSource::selectionChanged, this, followFirst);
    connect(&second, &TraceSource::analysed, this, followFirst);
    connect(&second, &TraceSource::selectionChanged, this, [&first, &second] { first.follow(second); });
    followFirst();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/linkedselection.h"

#include "widgets/session/tracesource.h"

LinkedSelection::LinkedSelection(TraceSource &first, TraceSource &second, QObject *parent) : QObject(parent)
{
    const auto followFirst = [&first, &second] { second.follow(first); };
    connect(&first, &TraceSource::selectionChanged, this, followFirst);
    connect(&first, &TraceSource::analysed, this, followFirst); // now, perhaps, of one text again
    connect(&second, &TraceSource::analysed, this, [&first, &second, followFirst] {
        followFirst();
        if (!second.piece()) { // a word that only the second one had has gone with its trace
            first.selectWithin();
        }
    });
    connect(&second, &TraceSource::selectionChanged, this, [&first, &second] { first.follow(second); });
    followFirst();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeoffhelp.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

} // namespace

namespace help {

QString tradeoff()
{
    return Words::tr(
        "<b>Accuracy over speed-up</b>"
        "<p>Each mark is one model, set in one way, on one split of the data: how often it answers rightly, and how much "
        "less it costs than the plain model, which stands at 1. A method with a knob (how hard it drops words) has a mark "
        "for each setting, joined by a thin line.</p>"
        "<p><i>FLOPs</i> are operations, exactly counted, total of the plain model over total of the reduced one. Texts "
        "count at their own length; <i>padded</i> counts all of them at the longest one's, as many published tables do, "
        "which makes every speed-up look larger. <i>Wall clock</i> is time, measured with both models by turns, under the "
        "conditions below the plot.</p>"
        "<p>The staircase is the <i>Pareto front</i>: no other point measured in the same sweep is at least as fast and as "
        "good. Bars are bootstrap intervals; points whose bars overlap may well stand the other way round on other "
        "texts.</p>"
        "<p>Grey marks are floors: the plain model with as many words removed as another point removes, chosen at random, "
        "by position or by attention, without any training.</p>"
        "<p>Hollow marks are published figures: other people's hardware, most of them BERT-base, each measured in its own "
        "way. They are no part of the front.</p>"
        "<p>A click or the arrow keys select a point, a double click or Enter opens its model in Inspect.</p>");
}

QString tradeoffPoints()
{
    return Words::tr(
        "<b>The points</b>"
        "<p>The figures are those of the table that <code>adaplens-cli sweep</code> writes, with the interval behind each. "
        "A click on a column's title sorts by it. Points that failed or were not run are named with the reason.</p>"
        "<p>For a floor, <i>Open in Inspect</i> opens the model whose number of words it keeps.</p>");
}

} // namespace help

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

QString sweeps()
{
    return Words::tr(
        "<b>Sweeps</b>"
        "<p>A <i>sweep</i> measures all methods on one data set, in one run, so that their figures can be compared: "
        "<code>adaplens-cli sweep</code> makes one, and its file <i>sweep.json</i> is opened here. Some come with the "
        "program.</p>"
        "<p>Several sweeps of a data set can be shown over one another: each has a front of its own, and marks of the second "
        "and the following ones are paler. A split is a part of the data set: what was chosen by <i>dev</i> looks a little "
        "too good there, <i>test</i> says what to expect.</p>");
}

QString calibration()
{
    return Words::tr(
        "<b>As fast as is safe</b>"
        "<p>The thresholds by which a model drops tokens are multiplied by a <i>scale</i>: above 1 more tokens go. A run "
        "answers each of your texts without dropping tokens and at every scale, and counts the right answers that turn "
        "wrong. A scale keeps the promise where so few are lost that a true loss above the limit would hardly ever look "
        "like this:</p>"
        "<p align='center'>p = min( exp(−n h(L/n, α)), e · P(Binomial(n, α) ≤ L) ) ≤ 1 − confidence</p>"
        "<p>with L of n answers lost, α the loss allowed and h the relative entropy of the two shares (Hoeffding and "
        "Bentkus). Scales are tested from the safest to the fastest until one fails, so that trying many costs no "
        "confidence. Answers that turn from wrong to right are counted, but not set against those lost.</p>"
        "<p>It holds if the texts are independent of one another and like those to come, and if the model was neither "
        "trained nor chosen by them; on the device and with the number of threads that stand below the figures. A smaller "
        "loss or more confidence needs more texts: to promise 1 % with 90 % it takes 230 without a single loss.</p>"
        "<p>The confidence is that of one test: the promise holds for the loss and confidence fixed before looking, and "
        "choosing them by what the slider shows weakens it.</p>");
}

} // namespace help

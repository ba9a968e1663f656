// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluatehelp.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

} // namespace

namespace help {

QString evaluation()
{
    return Words::tr(
        "<b>Agreement with human rationales</b>"
        "<p>People have marked the words of each text that give the reason for its class: the <i>rationale</i>. A "
        "method that scores words agrees with them if the marked words have the highest scores.</p>"
        "<p>A model's <i>own scores</i> are those by which it decides what to drop: <i>contribution</i> in AdapLeR, "
        "<i>significance</i> in PoWER-BERT, the <i>probability to be kept</i> in TR-BERT. Attention, rollout, saliency and "
        "the others come from the plain twin, which reads everything. <i>Random</i> is the floor.</p>"
        "<p><i>Windows, pieces</i>, the AdapLeR paper's way: long texts are cut into windows, each piece is one place, "
        "[CLS] and [SEP] do not count, windows in which nothing is marked are left out. <i>Documents, words</i>, "
        "ERASER's way: whole documents, one score a word between blanks.</p>"
        "<p>A <i>selection</i> turns scores into yes or no. The usual one is the same for every method and layer: "
        "scores are made to add up to 1 over the n places of a window, and a place is selected if its score is at "
        "least 1/n.</p>"
        "<p>A run that is cancelled, or cut short, goes on where it stopped.</p>");
}

QString agreementCurves()
{
    return Words::tr(
        "<b>Agreement over the layers</b>"
        "<p><i>AP</i>, average precision, needs no selection: places are sorted by score, and precision is averaged "
        "over the marked ones:</p>"
        "<p align='center'>AP = Σ<sub>k</sub> (R<sub>k</sub> − R<sub>k−1</sub>) P<sub>k</sub></p>"
        "<p>The dotted line is the <i>base rate</i>, the share of places that is marked: what a long text gives to "
        "random scores. In short texts luck helps, and the AP of <i>random</i>, which is measured, lies above it.</p>"
        "<p><i>FPR</i> is the share of the unmarked places that are selected, <i>TPR</i> that of the marked ones:</p>"
        "<p align='center'>FPR = FP / (FP + TN) &nbsp;&nbsp; TPR = TP / (TP + FN)</p>"
        "<p>A method that selects nothing has an FPR of 0, so FPR says little alone: look at TPR and the share "
        "selected, or at <i>FPR at equal size</i>, where every method selects as many places as the model's own scores do.</p>"
        "<p>Bands are bootstrap intervals of the mean: whole documents are drawn again and again with replacement. "
        "Where two bands overlap the difference may still be clear, because both methods see the same documents; the "
        "table gives the interval of the difference on hover.</p>"
        "<p>Click a layer, or use the arrow keys, to see its numbers in the table; Escape goes back to the mean.</p>");
}

QString agreementTable()
{
    return Words::tr(
        "<b>The numbers</b>"
        "<p>The mean over the windows or documents, and half the width of its 95 % interval. A mean over layers is "
        "taken within each window first. Hover over a number for the ends of the interval, for n and for the paired "
        "difference to the model's own scores.</p>"
        "<p><i>Token F1</i> and <i>IOU-F1</i> are ERASER's: F1 of the selected places, and of spans that overlap by at "
        "least half. <i>Comprehensiveness</i> is how far the probability falls without the best 20 % of the words, "
        "<i>sufficiency</i> how far with only these; both are measured on request.</p>"
        "<p>Below the table: the accuracy over the documents, with tokens dropped and without, and how many times fewer "
        "operations that takes, every window at its own length. Many published tables count otherwise: with every text "
        "<i>padded</i> to the longest, which the plain model computes and the other drops.</p>"
        "<p>Keep a run to lay the next one over it: its curves are then dashed.</p>");
}

} // namespace help

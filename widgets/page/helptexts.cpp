// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/helptexts.h"

#include "widgets/page/annotatehelp.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

} // namespace

namespace help {

QString text()
{
    return Words::tr(
        "<b>Your text, layer by layer</b>"
        "<p>The words as you wrote them. A word fades at the layer that drops it: from there on no layer reads it any "
        "more. A word is made of one or more <i>pieces</i>; while some of them are left it is only partly dropped.</p>"
        "<p>Grey words without a line through them were not read at all: the text is longer than the model takes at "
        "once.</p>"
        "<p>Move the slider, press play, or use Alt+Up and Alt+Down to go through the layers.</p>");
}

QString tokenMap()
{
    return Words::tr(
        "<b>Token map</b>"
        "<p>One column a word, one row a layer. Before each layer a small <i>contribution predictor</i> looks at the n "
        "pieces that are left and gives each a score; the scores of a layer add up to 1:</p>"
        "<p align='center'><i>S</i> = softmax( Linear<sub>32→1</sub>( GELU( Linear<sub>H→32</sub>( <i>h</i> ) ) ) )</p>"
        "<p>A piece stays if its score reaches the layer's threshold</p>"
        "<p align='center'><i>S</i><sub>i</sub> ≥ δ = η / n</p>"
        "<p>where η, between 0.01 and 1, was learned with the model. [CLS], from which the answer is read, always "
        "stays.</p>"
        "<p>The colour is log<sub>2</sub>(<i>S</i>·n): white is the uniform level 1/n, orange above, blue below, the "
        "same scale in every layer and for every text. The score of a word is the sum over its pieces, compared with "
        "their share of n. <i>Absolute</i> colours the score itself.</p>"
        "<p>A model without such predictors drops nothing; its map shows attention or saliency instead.</p>"
        "<p>Click a cell, a label or a layer to select it, or use the arrow keys, Home and End. Ctrl and the wheel, + "
        "and − change the size; 0 shows the whole map, and 0 again goes back.</p>");
}

QString alive()
{
    return Words::tr(
        "<b>Alive per layer</b>"
        "<p>How many pieces each layer works on, against the plain model that keeps all of them. The cost of a layer "
        "grows with this number, so the area above the curve is what is saved.</p>"
        "<p align='center'>n<sub>l+1</sub> = number of pieces with <i>S</i><sub>i</sub> ≥ η<sub>l</sub> / "
        "n<sub>l</sub></p>");
}

QString scores()
{
    return Words::tr(
        "<b>Scores entering a layer</b>"
        "<p>The score of each word that is still there when the chosen layer begins, as a multiple of the uniform "
        "level 1/n. The line is the layer's threshold:</p>"
        "<p align='center'>δ·n = η</p>"
        "<p>Bars under it are dropped before the layer does its work. [CLS] stays even there.</p>");
}

QString prediction()
{
    return Words::tr(
        "<b>Prediction</b>"
        "<p>The probability of each class, with words dropped on the way (reduced) and with all of them read "
        "(plain):</p>"
        "<p align='center'><i>p</i> = softmax( Linear( tanh( Linear( [CLS] ) ) ) )</p>"
        "<p>The plain figure comes from the <i>twin</i>, the same network fine-tuned without dropping, where the model "
        "has one, and otherwise from the same weights with nothing dropped. Where the two disagree, dropping has "
        "changed the answer.</p>");
}

QString cost()
{
    return Words::tr(
        "<b>Cost of this text</b>"
        "<p><i>Operations</i> are counted, not estimated: a layer of width H with inner width I on n pieces takes</p>"
        "<p align='center'>(8H² + 4HI)·n + 4H·n²</p>"
        "<p>and its contribution predictor (64H + 64)·n more; pooler and classifier are included.</p>"
        "<p><i>Time</i> is measured on this machine, one text at a time: one run while you type, the median of ten "
        "once you pause. It gains less than the operations do, because the weights of every layer have to be read from "
        "memory whatever the number of pieces, and small matrices keep the processor less busy.</p>");
}

QString word()
{
    return Words::tr(
        "<b>Selected word</b>"
        "<p>The word's score as it enters each layer, as a multiple of the uniform level:</p>"
        "<p align='center'>( Σ<sub>pieces</sub> <i>S</i><sub>i</sub> ) · n / pieces</p>"
        "<p>Bars to the right are above the uniform level, bars to the left below it; the ends stand for 8 times and "
        "one eighth. The dotted line is the threshold η. Select words with a click or the arrow keys.</p>");
}

QString compare()
{
    return Words::tr(
        "<b>Words under every method</b>"
        "<p>Each line of the text stands over one row of cells for every method, or for every layer of one method. A "
        "method's scores are made to sum to 1 over the words, [CLS] and [SEP] left out and negative scores counted as "
        "0, so that methods compare; a word's score is the sum over its pieces.</p>"
        "<p>The colour is log<sub>2</sub>(share·n): white is the uniform level, orange above, blue below. CP scores of "
        "words that were already dropped are 0.</p>"
        "<p>Cells with a border are among the best k of their row. Below stand dots for the methods that select the "
        "word; the stronger the ground, the more the methods are split. Chance has no vote.</p>"
        "<p>Attention and gradients come from the plain twin or from the AdapLeR weights with nothing dropped. "
        "<i>Saliency</i> is ‖∂z/∂h ⊙ h‖<sub>2</sub> at the layer's input, <i>rollout</i> multiplies the attention of "
        "all layers up to this one, <i>integrated gradients</i> and <i>leave one out</i> need many passes: a click on "
        "them starts them, another one stops them.</p>"
        "<p>Arrow keys move through words and layers, + and − change k.</p>");
}

QString ranking()
{
    return Words::tr(
        "<b>Precision and recall</b>"
        "<p>Words are ranked by score, and the best k are selected. Of those, <i>precision</i> is the share that "
        "people marked; <i>recall</i> (TPR) is the share of the marked words that is found; <i>FPR</i> is the share of "
        "the other words that is selected by mistake. Moving k moves each method's point along its curve.</p>"
        "<p align='center'>AP = Σ<sub>k</sub> (R<sub>k</sub> − R<sub>k−1</sub>) P<sub>k</sub></p>"
        "<p>The dashed line is the precision of chance: the share of words that is marked. Numbers of one text say "
        "little about a method; those of a whole data set do.</p>"
        "<p>Without marked words, the table shows how many of their best words two methods have in common.</p>");
}

QString evaluation()
{
    return Words::tr(
        "<b>Agreement with human rationales</b>"
        "<p>People have marked the words of each text that give the reason for its class: the <i>rationale</i>. A "
        "method that scores words agrees with them if the marked words have the highest scores.</p>"
        "<p><i>CP</i> are the scores by which an AdapLeR model decides what to drop. Attention, rollout, saliency and "
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
        "selected, or at <i>FPR at CP's size</i>, where every method selects as many places as CP does.</p>"
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
        "difference to CP.</p>"
        "<p><i>Token F1</i> and <i>IOU-F1</i> are ERASER's: F1 of the selected places, and of spans that overlap by at "
        "least half. <i>Comprehensiveness</i> is how far the probability falls without the best 20 % of the words, "
        "<i>sufficiency</i> how far with only these; both are measured on request.</p>"
        "<p>Keep a run to lay the next one over it: its curves are then dashed.</p>");
}

QString everything()
{
    const QString introduction = Words::tr(
        "<h2>How to read this</h2>"
        "<p>A text classifier of the BERT family reads all words of a text in every layer. An AdapLeR model decides "
        "before each layer which words still matter, and removes the others for good: fewer words, less work. AdapLens "
        "shows those decisions.</p>");
    QString all = introduction;
    for (const QString &part :
         {text(), tokenMap(), alive(), scores(), prediction(), cost(), word(), compare(), ranking(), browser(),
          annotation(), agreement(), evaluation(), agreementCurves(), agreementTable()}) {
        all += QStringLiteral("<hr>") + part;
    }
    return all;
}

} // namespace help

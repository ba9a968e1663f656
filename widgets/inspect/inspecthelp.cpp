// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inspecthelp.h"

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

} // namespace help

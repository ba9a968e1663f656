// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotatehelp.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnnotateHelp)
};

} // namespace

namespace help {

QString browser()
{
    return Words::tr(
        "<b>Data set</b>"
        "<p>Every text of the set, with its label (<i>gold</i>) and, once the model has run, what it answers. Click on "
        "a column's title to sort; double-click a row, or press Enter, to open the text on the Inspect page.</p>"
        "<p><b>speed-up</b> = operations of the plain model / operations with tokens dropped. <b>AP</b> = average "
        "precision of the scores by which the model drops words, against the marked words, mean over the layers; a "
        "token that was dropped scores 0. Long texts are read in parts, and parts without a mark do not count.</p>"
        "<p>The run has a model of its own: typing elsewhere does not stop it. Rows keep their places while figures "
        "come in and are sorted at the end.</p>"
        "<p>Ctrl+F goes to the filter, Alt+Up and Alt+Down to the text before and after, Ctrl+S saves. Changes that "
        "are not saved are kept when the program ends, and are there again when it starts.</p>");
}

QString annotation()
{
    return Words::tr(
        "<b>Text and rationale</b>"
        "<p>Mark the words that are the reason for the label: the <i>human rationale</i>. Drag over words to mark "
        "them, over marked words to unmark them; a double click marks or unmarks one. Whole words are taken.</p>"
        "<p>With the keyboard: the arrow keys move from word to word, with Shift they extend; M or Enter marks, Delete "
        "unmarks the selection or the whole span under the cursor. Ctrl+Z undoes, Ctrl+Shift+Z does again.</p>"
        "<p>What is dragged at one go is one span. Spans that overlap become one, neighbours stay two.</p>");
}

QString agreement()
{
    return Words::tr(
        "<b>Agreement</b>"
        "<p>How well each method's scores find the marked words, by word pieces of the first text; [CLS] and [SEP] do "
        "not count. If a text is longer than the model reads, it is about the part shown.</p>"
        "<p align='center'>AP = Σ<sub>k</sub> ( R<sub>k</sub> − R<sub>k−1</sub> ) P<sub>k</sub></p>"
        "<p>over the ranking by score, equal scores taken together. <b>precision@k</b> and <b>recall@k</b> are of the "
        "k best pieces, k = as many as the model's own scores select, so that all methods select equally many. <b>FPR</b> = FP / (FP + "
        "TN) when each method selects what scores at least 1/n; a method that selects little has a low FPR for that "
        "reason alone, so the share <b>selected</b> stands beside it.</p>"
        "<p>The model's own scores are those by which it drops words, 0 for dropped tokens: contribution in AdapLeR, "
        "significance in PoWER-BERT, the probability to be kept in TR-BERT. Attention, rollout and saliency are of the "
        "plain twin, saliency of the class it predicts. The mean of layers is the mean of each layer's figure. Bold is "
        "the best of a column.</p>");
}

} // namespace help

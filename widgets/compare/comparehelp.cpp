// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparehelp.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

} // namespace

namespace help {

QString compare()
{
    return Words::tr(
        "<b>Words under every method</b>"
        "<p>Each line of the text stands over one row of cells for every method, or for every layer of one method. A "
        "method's scores are made to sum to 1 over the words, [CLS] and [SEP] left out and negative scores counted as "
        "0, so that methods compare; a word's score is the sum over its pieces.</p>"
        "<p>The colour is log<sub>2</sub>(share·n): white is the uniform level, orange above, blue below. The "
        "model's own scores, by which it drops words, are 0 for words that were already dropped.</p>"
        "<p>Cells with a border are among the best k of their row. Below stand dots for the methods that select the "
        "word; the stronger the ground, the more the methods are split. Chance has no vote.</p>"
        "<p>Attention and gradients come from the plain twin or from the model itself with nothing dropped. "
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

} // namespace help

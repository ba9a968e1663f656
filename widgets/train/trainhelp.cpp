// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/trainhelp.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainHelp)
};

} // namespace

namespace help {

QString training()
{
    return Words::tr(
        "<b>Training</b>"
        "<p>A run begins with a <i>backbone</i>, a BERT that was trained on plain text, and fine-tunes it on labelled "
        "texts. Then the steps of the chosen method follow, which teach it what to drop. It is what <tt>adaplens-cli "
        "train</tt> does, with the same files in the folder of the run: either can watch the other's runs and go on "
        "with them.</p>"
        "<p>A part of the texts is <i>held out</i>: nothing is learned from it. Each epoch is scored on it, and the "
        "fastest epoch that keeps the accuracy of the fine-tuned model, but for a tolerance, becomes the model.</p>"
        "<p><i>φ</i> is the price of a token: a larger one drops more. The steps have settings of their own below.</p>"
        "<p><i>Pause</i> writes a resume point and gives the processor back; <i>Resume</i> goes on with the very same "
        "results, today or another day. A resume point is also written every two minutes, and when the window is "
        "closed.</p>");
}

QString trainingRun()
{
    return Words::tr(
        "<b>Run</b>"
        "<p>What is shown is read from the logs in the folder of a run, so any run can be watched: one of this page, "
        "one of the command line that is under way, one that ended long ago.</p>"
        "<p>The time left is that of the step. After 20 batches the whole run is estimated, too: steps to come by "
        "their epochs and by what a batch takes here.</p>"
        "<p>Click a plot or a row, or use the arrow keys, to look at one epoch; Escape follows the latest again.</p>");
}

QString trainingLoss()
{
    return Words::tr(
        "<b>Loss</b>"
        "<p>The error of the answers on the batch at hand, the cross-entropy: 0 is certain and right. It should fall, "
        "and jumps from batch to batch. In a long run a point is the mean of many batches.</p>"
        "<p>Grey is the plain model, orange one that drops tokens. Its loss begins anew where its step begins.</p>");
}

QString trainingScores()
{
    return Words::tr(
        "<b>Accuracy and speed-up</b>"
        "<p>Measured after each epoch on the texts held out, with tokens really removed. <i>Accuracy</i> is the share "
        "of right answers; with few texts held out, a difference of a few per cent is chance.</p>"
        "<p><i>Speed-up</i> is how many times fewer operations a text takes than in the plain model, exactly "
        "counted.</p>");
}

QString trainingKept()
{
    return Words::tr(
        "<b>Tokens kept and kept per layer</b>"
        "<p><i>Tokens kept</i>: while it learns, a token fades before it goes. This is the share of what is left of "
        "them, over all layers, in each batch.</p>"
        "<p><i>Kept per layer</i>: the share of the tokens of the texts held out that each layer leaves, really "
        "removed, after an epoch; the epochs before it are paler.</p>");
}

QString trainingThresholds()
{
    return Words::tr(
        "<b>Thresholds</b>"
        "<p>By which values the model of an epoch decides, one for each layer. In AdapLeR it is η: a token stays "
        "where its contribution is at least η/n, n being the tokens that are left; so a larger one drops more. In "
        "PoWER-BERT it is how many tokens a layer keeps, in TR-BERT one probability for all.</p>");
}

} // namespace help

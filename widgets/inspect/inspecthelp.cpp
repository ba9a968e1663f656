// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inspecthelp.h"

#include "widgets/style/coretext.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString formula(const QString &text)
{
    return QStringLiteral("<p align='center'>%1</p>").arg(text.toHtmlEscaped());
}

/// How a rule decides, with its formulas; who is asked about a rule by name alone knows no settings.
QString explanation(const adaplens::RuleNames &rule)
{
    QString text = paragraph(translated(rule.explanation));
    for (const std::string &line : rule.formulas) {
        text += formula(QString::fromStdString(line));
    }
    return text;
}

bool drops(const adaplens::RuleNames &rule)
{
    return rule.keptBy != adaplens::KeptBy::Nothing;
}

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

QString tokenMap(const adaplens::RuleNames &rule)
{
    QString text = Words::tr("<b>Token map</b><p>One column a word, one row a layer.</p>") + explanation(rule);
    text += drops(rule)
                ? Words::tr("<p>[CLS], from which the answer is read, always stays.</p>"
                            "<p>The colour is log<sub>2</sub>(<i>S</i>·n), <i>S</i> being the share of a piece in the "
                            "scores of the n pieces that are left: white is the uniform level 1/n, orange above, blue "
                            "below, the same scale in every layer and for every text. The share of a word is the sum "
                            "over its pieces, compared with their share of n. <i>Absolute</i> colours the share "
                            "itself.</p>")
                : Words::tr("<p>Its map shows attention or saliency instead of the scores by which other models drop "
                            "words; a layer's scores add up to 1.</p>"
                            "<p>The colour is log<sub>2</sub>(<i>S</i>·n): white is the uniform level 1/n, orange "
                            "above, blue below, the same scale in every layer and for every text. The score of a word "
                            "is the sum over its pieces, compared with their share of n. <i>Absolute</i> colours the "
                            "score itself.</p>");
    return text + Words::tr("<p>Click a cell, a label or a layer to select it, or use the arrow keys, Home and End. "
                            "Ctrl and the wheel, + and − change the size; 0 shows the whole map, and 0 again goes "
                            "back.</p>");
}

QString beside()
{
    return Words::tr(
        "<b>Side by side</b>"
        "<p>The same text in two models, A and B. What is selected in one, a word or a layer, is selected in both, and "
        "both scroll together; words are found by where they stand in your text, however a model cuts it.</p>"
        "<p>A bar under a word says that this side still has it and the other one has dropped it: in the text after "
        "the selected layer, in a map's cells after theirs, in the last row at the end.</p>"
        "<p><i>Random</i>, <i>most attended</i>, <i>first</i> and <i>last tokens</i> are the plain model of A, with as "
        "many tokens dropped in each layer as A drops of this text, but chosen without any training: what A has "
        "learned shows in the difference. <i>Nothing dropped</i> is the plain model as it is.</p>");
}

QString alive()
{
    return Words::tr(
        "<b>Alive per layer</b>"
        "<p>How many pieces each layer leaves, against the plain model that keeps all of them. The cost of a layer "
        "grows with the number that it works on, so the area above the curve is what is saved.</p>");
}

QString scores(const adaplens::RuleNames &rule)
{
    QString text = Words::tr("<b>Scores of a layer</b>"
                             "<p>The score of each word that the chosen layer finds, as a multiple of the uniform "
                             "level 1/n.</p>");
    switch (rule.keptBy) {
    case adaplens::KeptBy::Nothing:
        return text + Words::tr("<p>This model drops nothing, so there is no line that words fall under.</p>");
    case adaplens::KeptBy::Share:
        text += Words::tr("<p>The line is the layer's threshold:</p>") + formula(QStringLiteral("δ·n = η"));
        break;
    case adaplens::KeptBy::OwnScore:
        text += Words::tr("<p>The line is the threshold, which stands still in the rule's own unit and moves among "
                          "multiples of 1/n. Where a layer decides nothing there is none.</p>");
        break;
    case adaplens::KeptBy::Rank:
        text += Words::tr("<p>The line is the least score that stays: as many of the best stay as the model allows the "
                          "layer. Where all stay there is none.</p>");
        break;
    }
    return text + Words::tr("<p>Bars under it are dropped in this layer. [CLS] stays even there.</p>");
}

QString prediction()
{
    return Words::tr(
        "<b>Prediction</b>"
        "<p>The probability of each class, with words dropped on the way (reduced) and with all of them read "
        "(plain):</p>"
        "<p align='center'><i>p</i> = softmax( Linear( f( Linear( [CLS] ) ) ) )</p>"
        "<p>f is tanh in BERT and RoBERTa, GELU in ELECTRA, ReLU in DistilBERT; RoBERTa calls its [CLS] &lt;s&gt;.</p>"
        "<p>The plain figure comes from the <i>twin</i>, the same network fine-tuned without dropping, where the model "
        "has one, and otherwise from the same weights with nothing dropped. Where the two disagree, dropping has "
        "changed the answer.</p>");
}

QString cost(const adaplens::RuleNames &rule)
{
    return Words::tr("<b>Cost of this text</b>"
                     "<p><i>Operations</i> are counted, not estimated: a layer of width H with inner width I on n "
                     "pieces takes</p>"
                     "<p align='center'>(8H² + 4HI)·n + 4H·n²</p>"
                     "<p>Pooler and classifier are included.</p>") +
           paragraph(translated(rule.cost)) +
           Words::tr("<p><i>Time</i> is measured on this machine, one text at a time: one run while you type, the "
                     "median of ten once you pause. It gains less than the operations do, because the weights of every "
                     "layer have to be read from memory whatever the number of pieces, and small matrices keep the "
                     "processor less busy.</p>");
}

QString word()
{
    return Words::tr(
        "<b>Selected word</b>"
        "<p>The word's score at each layer, as a multiple of the uniform level:</p>"
        "<p align='center'>( Σ<sub>pieces</sub> <i>S</i><sub>i</sub> ) · n / pieces</p>"
        "<p>Bars to the right are above the uniform level, bars to the left below it; the ends stand for 8 times and "
        "one eighth. The dotted line is what a piece needs to stay. Select words with a click or the arrow keys.</p>");
}

QString triedRuns()
{
    return Words::tr(
        "<b>Runs tried</b>"
        "<p>Each text that stood for a second, with the changes made to its run: the answer, how many tokens "
        "reached it, how many operations that took and how long. The time is the median of ten runs on this "
        "machine.</p>"
        "<p><i>Copy as CSV</i> copies all of it, for a spreadsheet: the model, its precision, and the same "
        "numbers of the plain pass, too.</p>");
}

QString whatIf()
{
    return Words::tr(
        "<b>What if</b>"
        "<p>What the model would have answered, had you decided otherwise. Nothing of the model is changed: only this text "
        "is run again.</p>"
        "<p><b>Thresholds</b>: above 1 they are harsher than the trained ones and more words go, below 1 fewer. A double "
        "click restores the model's own.</p>"
        "<p><b>Words</b>: select one in the map or the text, then press K to keep it from the selected layer on, D to drop "
        "it there, Backspace to leave it to the model again. A dot marks the cells about which you decide.</p>"
        "<p>Ctrl+Z takes the last change back. Another text forgets the words, another model everything.</p>");
}

} // namespace help

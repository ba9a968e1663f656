// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/methods.h"

#include "widgets/style/coretext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using adaplens::ScoreMethod;

namespace {

constexpr const char *context = "Methods";

struct Entry {
    ScoreMethod method;
    const char *name, *explanation;
    QRgb light = 0, dark = 0;
    QColor (Palette::*own)() const = nullptr; ///< instead: one of the palette's own, which means the same elsewhere
};

// The colours keep apart for the colour-blind, too, on light and dark cards.
constexpr std::array entries{
    Entry{ScoreMethod::Contribution, nullptr, // the rule has the name
          QT_TRANSLATE_NOOP("Methods", "The score by which the model (%1) decides which words to keep at each layer."),
          0, 0, &Palette::above},
    Entry{ScoreMethod::Attention, QT_TRANSLATE_NOOP("Methods", "attention"),
          QT_TRANSLATE_NOOP("Methods", "How much [CLS] attends to each word at a layer, mean of all heads."), 0, 0,
          &Palette::below},
    Entry{
        ScoreMethod::AttentionReceived, QT_TRANSLATE_NOOP("Methods", "attention received"),
        QT_TRANSLATE_NOOP("Methods", "How much attention each word gets from all words at a layer, mean of all heads."),
        0xff0f93e7, 0xff9adcff},
    Entry{ScoreMethod::Rollout, QT_TRANSLATE_NOOP("Methods", "rollout"),
          QT_TRANSLATE_NOOP("Methods", "Attention followed from [CLS] at a layer back through all layers below it."),
          0xff378456, 0xff80b492},
    Entry{ScoreMethod::Saliency, QT_TRANSLATE_NOOP("Methods", "saliency"),
          QT_TRANSLATE_NOOP("Methods",
                            "How strongly each word's state moves the class at a layer: norm of gradient times state."),
          0xff7339ff, 0xff9f6cff},
    Entry{
        ScoreMethod::IntegratedGradients, QT_TRANSLATE_NOOP("Methods", "integrated gradients"),
        QT_TRANSLATE_NOOP("Methods", "Gradients gathered on the way from an empty text to this one; one score a word."),
        0xff007d79, 0xff269496},
    Entry{ScoreMethod::LeaveOneOut, QT_TRANSLATE_NOOP("Methods", "leave one out"),
          QT_TRANSLATE_NOOP("Methods",
                            "How far the class's probability falls when the word is deleted; one score a word."),
          0xff981050, 0xffc75886},
    Entry{ScoreMethod::Random, QT_TRANSLATE_NOOP("Methods", "random"),
          QT_TRANSLATE_NOOP("Methods", "Chance: the floor that every method has to beat."), 0, 0, &Palette::plain},
};

const Entry &entryOf(ScoreMethod method)
{
    return *std::find_if(entries.begin(), entries.end() - 1, [method](const Entry &e) { return e.method == method; });
}

} // namespace

namespace methods {

QColor colour(ScoreMethod method, const Palette &palette)
{
    const Entry &entry = entryOf(method);
    return entry.own ? (palette.*entry.own)() : QColor(palette.dark() ? entry.dark : entry.light);
}

QString name(ScoreMethod method, const adaplens::RuleNames &rule)
{
    return adaplens::isOwnScore(method) ? translated(rule.scoreTitle)
                                        : QCoreApplication::translate(context, entryOf(method).name);
}

QString explanation(ScoreMethod method, const adaplens::RuleNames &rule)
{
    const QString text = QCoreApplication::translate(context, entryOf(method).explanation);
    return adaplens::isOwnScore(method) ? text.arg(translated(rule.title)) : text;
}

QString origin(const std::string &source, const adaplens::RuleNames &rule)
{
    return source.empty()             ? QString()
           : source == "plain twin"   ? QCoreApplication::translate("Methods", "plain twin")
           : source == "same weights" ? QCoreApplication::translate("Methods", "model itself")
                                      : QCoreApplication::translate("Methods", "%1 model").arg(translated(rule.title));
}

} // namespace methods

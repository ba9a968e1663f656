// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/methods.h"

#include <QCoreApplication>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Methods)
};

} // namespace

namespace methods {

using adaplens::ScoreMethod;

Method colourOf(ScoreMethod method)
{
    switch (method) {
    case ScoreMethod::Contribution:
        return Method::AdapLeR;
    case ScoreMethod::Attention:
        return Method::Attention;
    case ScoreMethod::AttentionReceived:
        return Method::AttentionReceived;
    case ScoreMethod::Rollout:
        return Method::Rollout;
    case ScoreMethod::Saliency:
        return Method::Saliency;
    case ScoreMethod::IntegratedGradients:
        return Method::IntegratedGradients;
    case ScoreMethod::LeaveOneOut:
        return Method::LeaveOneOut;
    case ScoreMethod::Random:
        break;
    }
    return Method::Random;
}

QString name(ScoreMethod method)
{
    switch (method) {
    case ScoreMethod::Contribution:
        return Words::tr("CP");
    case ScoreMethod::Attention:
        return Words::tr("attention");
    case ScoreMethod::AttentionReceived:
        return Words::tr("attention received");
    case ScoreMethod::Rollout:
        return Words::tr("rollout");
    case ScoreMethod::Saliency:
        return Words::tr("saliency");
    case ScoreMethod::IntegratedGradients:
        return Words::tr("integrated gradients");
    case ScoreMethod::LeaveOneOut:
        return Words::tr("leave one out");
    case ScoreMethod::Random:
        break;
    }
    return Words::tr("random");
}

QString explanation(ScoreMethod method)
{
    switch (method) {
    case ScoreMethod::Contribution:
        return Words::tr("The score by which an AdapLeR model decides which words to keep at each layer.");
    case ScoreMethod::Attention:
        return Words::tr("How much [CLS] attends to each word at a layer, mean of all heads.");
    case ScoreMethod::AttentionReceived:
        return Words::tr("How much attention each word gets from all words at a layer, mean of all heads.");
    case ScoreMethod::Rollout:
        return Words::tr("Attention followed from [CLS] at a layer back through all layers below it.");
    case ScoreMethod::Saliency:
        return Words::tr("How strongly each word's state moves the class at a layer: norm of gradient times state.");
    case ScoreMethod::IntegratedGradients:
        return Words::tr("Gradients gathered on the way from an empty text to this one; one score a word.");
    case ScoreMethod::LeaveOneOut:
        return Words::tr("How far the class's probability falls when the word is deleted; one score a word.");
    case ScoreMethod::Random:
        break;
    }
    return Words::tr("Chance: the floor that every method has to beat.");
}

} // namespace methods

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/rulewords.h"

#include "widgets/style/coretext.h"
#include "widgets/style/format.h"

#include <algorithm>

using adaplens::DropPlace;
using adaplens::KeptBy;
using adaplens::LayerTrace;
using adaplens::ScoreKind;

QString RuleWords::score() const
{
    switch (m_trace.score) {
    case ScoreKind::Attention:
        return tr("attention");
    case ScoreKind::Saliency:
        return tr("saliency");
    case ScoreKind::Contribution:
        break;
    }
    return translated(m_trace.rule.scoreTitle);
}

QString RuleWords::number(std::size_t layer, float share) const
{
    const bool own = m_trace.drops && m_trace.rule.ownUnit && decides(layer);
    return format::score(static_cast<double>(share) * (own ? static_cast<double>(m_trace.layers.at(layer).scale) : 1));
}

QString RuleWords::scored(std::size_t layer, float share, int pieces) const
{
    // A number that each piece has for itself, like a probability, means nothing as a sum.
    if (m_trace.rule.keptBy == KeptBy::OwnScore && pieces > 1 && decides(layer)) {
        return tr("%1 %2, mean of the pieces").arg(score(), number(layer, share / static_cast<float>(pieces)));
    }
    return tr("%1 %2").arg(score(), number(layer, share));
}

QString RuleWords::threshold() const
{
    return translated(m_trace.rule.thresholdTitle);
}

QString RuleWords::first() const
{
    return m_trace.encoding.pieces.empty() ? QStringLiteral("[CLS]")
                                           : format::word(m_trace.encoding.pieces.front().text);
}

bool RuleWords::decides(std::size_t layer) const
{
    return m_trace.drops && m_trace.layers.at(layer).drop != DropPlace::Nowhere;
}

bool RuleWords::hasLine(std::size_t layer) const
{
    return decides(layer) && m_trace.layers.at(layer).threshold > 0;
}

double RuleWords::line(std::size_t layer) const
{
    const LayerTrace &at = m_trace.layers.at(layer);
    return static_cast<double>(at.threshold) * static_cast<double>(at.alive.size());
}

QString RuleWords::shortLine(std::size_t layer) const
{
    if (!hasLine(layer)) {
        return {};
    }
    switch (m_trace.rule.keptBy) {
    case KeptBy::Nothing:
        break;
    case KeptBy::Share:
        return tr("δ %1/n").arg(format::number(line(layer), 2));
    case KeptBy::OwnScore:
        return tr("p ≥ %1").arg(format::number(static_cast<double>(m_trace.layers[layer].threshold) *
                                                   static_cast<double>(m_trace.layers[layer].scale),
                                               2));
    case KeptBy::Rank:
        return tr("≥ %1/n").arg(format::number(line(layer), 2));
    }
    return {};
}

QString RuleWords::lineOf(std::size_t layer, int pieces) const
{
    const LayerTrace &at = m_trace.layers.at(layer);
    if (!decides(layer)) {
        return tr("this layer decides nothing");
    }
    if (m_trace.rule.keptBy != KeptBy::Rank) {
        return (pieces > 1 ? tr("threshold %1 for each piece") : tr("threshold %1")).arg(number(layer, at.threshold));
    }
    const std::size_t kept = at.keptCount();
    return !hasLine(layer) ? tr("all pieces stay")
           : kept == 1     ? tr("only %1 stays").arg(first())
                           : tr("the %1 best pieces stay, from %2 on").arg(kept).arg(number(layer, at.threshold));
}

QStringList RuleWords::deeds(std::size_t layer) const
{
    if (!m_trace.drops) {
        return {tr("this model drops nothing")};
    }
    const LayerTrace &at = m_trace.layers.at(layer);
    QStringList lines{tr("kept: %1").arg(at.keptCount())};
    if (!decides(layer)) {
        return lines << tr("this layer decides nothing: every piece that is left stays");
    }
    if (m_trace.rule.keptBy == KeptBy::Rank) {
        lines << (hasLine(layer)
                      ? tr("%1 always stays, and the best of the others by %2 (%3)").arg(first(), score(), threshold())
                      : tr("all pieces stay: there is room for them"));
    } else if (m_trace.rule.keptBy == KeptBy::OwnScore) {
        lines << tr("%1 always stays; the others if their %2 is at least %3")
                     .arg(first(), score(), number(layer, at.threshold));
    } else {
        lines << tr("%1 always stays; the others if their score is at least δ = %2/%3 = %4")
                     .arg(first(), format::number(line(layer), 2))
                     .arg(at.alive.size())
                     .arg(number(layer, at.threshold));
    }
    return lines << (dropsAfterAttention() ? tr("what goes, goes after the attention, before the feed-forward part")
                                           : tr("what goes, goes before the attention"));
}

bool RuleWords::dropsAfterAttention() const
{
    return std::ranges::any_of(m_trace.layers,
                               [](const LayerTrace &layer) { return layer.drop == DropPlace::AfterAttention; });
}

QString RuleWords::droppedHere() const
{
    return dropsAfterAttention() ? tr("dropped here, after attention") : tr("dropped here, before attention");
}

QString RuleWords::caption(const QString &unit, bool relative) const
{
    if (!m_trace.drops) {
        const QString what = m_trace.score == ScoreKind::Attention ? tr("attention to") : tr("saliency of");
        return (relative ? tr("%1 each %2 at each layer, against the uniform level 1/n; nothing is dropped")
                         : tr("%1 each %2 at each layer; nothing is dropped"))
            .arg(what, unit);
    }
    if (dropsAfterAttention()) {
        return (relative ? tr("%1 of each %2 in each layer's attention, against the uniform level 1/n")
                         : tr("%1 of each %2 in each layer's attention, as shares that sum to 1"))
            .arg(score(), unit);
    }
    return (relative ? tr("%1 of each %2 entering each layer, against the uniform level 1/n")
                     : tr("%1 of each %2 entering each layer, as shares that sum to 1"))
        .arg(score(), unit);
}

QString RuleWords::layerCaption(std::size_t layer) const
{
    if (!m_trace.drops) {
        return tr("%1, layer %2, × uniform; this model drops nothing").arg(score()).arg(layer + 1);
    }
    if (!decides(layer)) {
        return tr("layer %1 decides nothing: every piece that is left stays").arg(layer + 1);
    }
    if (!hasLine(layer)) {
        return tr("%1, layer %2, × uniform; all pieces stay").arg(score()).arg(layer + 1);
    }
    return tr("%1, layer %2, × uniform; dropped below the line").arg(score()).arg(layer + 1);
}

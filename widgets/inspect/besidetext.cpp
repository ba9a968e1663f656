// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/besidetext.h"

#include "core/trace/keptwords.h"
#include "widgets/inspect/costview.h"
#include "widgets/style/coretext.h"
#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Beside)
};

/// "“not”, “good” and 3 more".
QString listed(const adaplens::Trace &trace, const std::vector<adaplens::TextPlace> &places)
{
    constexpr std::size_t most = 3;
    QStringList words;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i) {
        const std::string &from = places[i].segment == 1 && trace.pair ? *trace.pair : trace.text;
        words << Words::tr("“%1”").arg(
            format::word(from.substr(places[i].bytes.begin, places[i].bytes.end - places[i].bytes.begin), 24));
    }
    const QString list = words.join(Words::tr(", "));
    return places.size() <= most
               ? list
               : Words::tr("%1 and %n more", nullptr, static_cast<int>(places.size() - most)).arg(list);
}

bool isEnd(const adaplens::Trace &trace, std::size_t layer)
{
    return layer + 1 >= trace.layers.size();
}

} // namespace

namespace beside {

QString letter(bool second)
{
    return second ? QStringLiteral("B") : QStringLiteral("A");
}

QString title(const adaplens::Trace &trace)
{
    const QString model = QString::fromStdString(trace.model);
    return trace.drops ? Words::tr("%1 · %2").arg(model, translated(trace.rule.title))
                       : Words::tr("%1 · nothing dropped").arg(model);
}

QString keptWords(const adaplens::Trace &first, const adaplens::Trace &second, std::size_t layer)
{
    const adaplens::KeptWords kept = adaplens::keptWords(first, second, layer);
    if (kept.words == 0) {
        return {};
    }
    const bool end = isEnd(first, layer) && isEnd(second, layer);
    const auto words = static_cast<int>(kept.words);
    // The places of what only B keeps are those of A's words.
    const QString here = listed(first, kept.onlyFirst), there = listed(first, kept.onlySecond);
    const auto both = kept.both.size();
    QString sentence;
    if (here.isEmpty() && there.isEmpty()) {
        sentence = end ? Words::tr("A and B keep the same words at the end: %1 of %n.", nullptr, words).arg(both)
                       : Words::tr("A and B keep the same words after layer %1: %2 of %n.", nullptr, words)
                             .arg(layer + 1)
                             .arg(both);
    } else if (there.isEmpty() || here.isEmpty()) {
        const QString who = letter(here.isEmpty()), what = here.isEmpty() ? there : here;
        sentence = end ? Words::tr("Both keep %1 of %n word(s) at the end; only %2 keeps %3.", nullptr, words)
                             .arg(QString::number(both), who, what)
                       : Words::tr("Both keep %1 of %n word(s) after layer %2; only %3 still keeps %4.", nullptr, words)
                             .arg(QString::number(both), QString::number(layer + 1), who, what);
    } else {
        sentence = end ? Words::tr("Both keep %1 of %n word(s) at the end; only A keeps %2, only B %3.", nullptr, words)
                             .arg(QString::number(both), here, there)
                       : Words::tr("Both keep %1 of %n word(s) after layer %2; only A still keeps %3, only B %4.",
                                   nullptr, words)
                             .arg(QString::number(both), QString::number(layer + 1), here, there);
    }
    return sentence;
}

QString prediction(const adaplens::Trace &trace)
{
    constexpr std::size_t few = 3;
    const std::vector<float> &probabilities = trace.reduced.probabilities;
    std::vector<std::size_t> order(std::min(probabilities.size(), trace.labels.size()));
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    if (order.size() > few) {
        order.resize(1);
    }
    QStringList classes;
    for (const std::size_t label : order) {
        classes << Words::tr("%1 %2").arg(QString::fromStdString(trace.labels[label]),
                                          format::percent(static_cast<double>(probabilities[label])));
    }
    return classes.join(QStringLiteral(" · "));
}

QString operations(const adaplens::Trace &trace, double scale)
{
    const adaplens::Cost &cost = trace.cost;
    const QString number = CostView::operations(cost.flopsReduced, scale);
    const double ratio = cost.speedup();
    const QString factor = CostView::factor(std::max(ratio, 1 / ratio));
    return factor == CostView::factor(1) ? number
           : ratio > 1                   ? Words::tr("%1, %2 fewer").arg(number, factor)
                                         : Words::tr("%1, %2 more").arg(number, factor);
}

} // namespace beside

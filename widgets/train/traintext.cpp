// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/traintext.h"

#include "widgets/controls/runbar.h"
#include "widgets/style/coretext.h"
#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Train)
};

/// Names and explanations of settings that many steps have. What is not here is called as the configuration calls it.
struct KnownKnob {
    const char *key, *name, *help;
};
constexpr std::array knownKnobs = {
    KnownKnob{"epochs", QT_TRANSLATE_NOOP("Train", "Epochs"),
              QT_TRANSLATE_NOOP("Train", "How often every training text is read in this step")},
    KnownKnob{
        "learning_rate", QT_TRANSLATE_NOOP("Train", "Learning rate"),
        QT_TRANSLATE_NOOP("Train", "Size of the steps of the optimiser: more learns faster, too much not at all")},
    KnownKnob{"gamma", "γ",
              QT_TRANSLATE_NOOP("Train",
                                "Weight of the contribution loss, which teaches the predictors the saliency of "
                                "each token")},
};

const KnownKnob *known(const adaplens::TrainKnob &knob)
{
    const auto *const found = std::ranges::find_if(knownKnobs, [&](const KnownKnob &k) { return knob.key == k.key; });
    return found == knownKnobs.end() ? nullptr : found;
}

QString count(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

} // namespace

namespace traintext {

QString summary(const adaplens::DataDescription &description)
{
    constexpr std::size_t mostLabels = 8;
    QStringList labels;
    for (const auto &[label, texts] : description.labels) {
        if (labels.size() == mostLabels) {
            labels << QStringLiteral("…");
            break;
        }
        labels << Words::tr("%1: %2", "a class and how many texts have it")
                      .arg(format::word(label, 24), count(static_cast<std::int64_t>(texts)));
    }
    QStringList parts{translated(adaplens::titleOf(description.format)),
                      Words::tr("%n text(s)", nullptr, static_cast<int>(description.examples)),
                      labels.join(QLatin1String(", "))};
    if (!description.skipped.empty()) {
        parts << Words::tr("left out: %1").arg(translatedCounts(description.skipped));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString knobName(const adaplens::TrainKnob &knob)
{
    if (const KnownKnob *found = known(knob)) {
        return Words::tr(found->name);
    }
    QString name = QString::fromStdString(knob.key).replace(QLatin1Char('_'), QLatin1Char(' '));
    name.replace(0, 1, name.first(1).toUpper());
    return name;
}

QString knobHelp(const adaplens::TrainKnob &knob)
{
    if (const KnownKnob *found = known(knob)) {
        return Words::tr(found->help);
    }
    return QCoreApplication::translate("core", knob.help.c_str());
}

QString duration(double seconds)
{
    constexpr double minute = 60, hour = 3600;
    const auto whole = [](double value) { return count(std::max(1L, std::lround(value))); };
    return seconds < 1.5 * minute ? Words::tr("%1 s").arg(whole(seconds))
           : seconds < 1.5 * hour ? Words::tr("%1 min").arg(whole(seconds / minute))
                                  : Words::tr("%1 h").arg(format::number(seconds / hour, 1));
}

QString standing(const Standing &at)
{
    QStringList parts{at.step};
    if (at.epochs > 0) {
        parts << Words::tr("epoch %1 of %2").arg(at.epoch).arg(at.epochs);
    }
    if (at.total > 0) {
        parts << Words::tr("batch %1 of %2").arg(count(at.done), count(at.total));
    } else if (at.done > 0) {
        parts << Words::tr("batch %1").arg(count(at.done));
    }
    if (at.tokensPerSecond && std::isfinite(*at.tokensPerSecond)) {
        parts << Words::tr("%1 tokens/s").arg(count(std::llround(*at.tokensPerSecond)));
    }
    if (at.secondsLeft) {
        parts << timeLeft(at.secondsLeft);
    }
    if (at.wholeSecondsLeft) {
        parts << Words::tr("whole run: about %1 more").arg(duration(*at.wholeSecondsLeft));
    }
    return parts.join(QStringLiteral(" · "));
}

QString result(const adaplens::StepRecord &step)
{
    if (!step.report || step.report->chosen == 0) {
        return {};
    }
    const auto found = std::ranges::find(step.report->epochs, step.report->chosen, &adaplens::EpochResult::epoch);
    if (found == step.report->epochs.end()) {
        return {};
    }
    const QString accuracy = format::percent(found->score);
    return found->kept.empty() && found->speedup <= 1
               ? Words::tr("%1: epoch %2 was chosen, accuracy %3")
                     .arg(QString::fromStdString(step.step))
                     .arg(found->epoch)
                     .arg(accuracy)
               : Words::tr("%1: epoch %2 was chosen, accuracy %3, %4 fewer operations")
                     .arg(QString::fromStdString(step.step))
                     .arg(found->epoch)
                     .arg(accuracy, format::times(found->speedup));
}

} // namespace traintext

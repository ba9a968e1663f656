// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/runcard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/runbar.h"
#include "widgets/train/trainhelp.h"
#include "widgets/train/traintext.h"

#include <QDir>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

using State = TrainingRun::State;

namespace {

/// A run seen from outside goes by its logs.
traintext::Standing standingOf(const RunWatch &watch)
{
    traintext::Standing at;
    for (const adaplens::StepRecord &step : watch.record().steps) {
        if (step.report) {
            continue;
        }
        at.step = QString::fromStdString(step.step);
        at.epochs = step.epochs;
        at.epoch = std::min(step.results.size() + 1, step.epochs);
        at.done = step.batches;
        at.total = step.batchesPerEpoch * static_cast<std::int64_t>(step.epochs);
        at.tokensPerSecond = watch.rate().tokensPerSecond();
        if (const auto rate = watch.rate().batchesPerSecond(); rate && *rate > 0 && at.total > 0) {
            at.secondsLeft = static_cast<double>(at.total - at.done) / *rate;
        }
        break;
    }
    return at;
}

QString resultsOf(const adaplens::RunRecord &record)
{
    QStringList results;
    for (const adaplens::StepRecord &step : record.steps) {
        if (const QString result = traintext::result(step); !result.isEmpty()) {
            results << result;
        }
    }
    return results.isEmpty() ? QString() : results.last();
}

} // namespace

RunCard::RunCard()
    : Card(new CardHeader(tr("Run"), tr("none is shown"), help::trainingRun), new QWidget),
      m_bar(new QProgressBar),
      m_text(new Label(Label::Kind::Body))
{
    setObjectName(QStringLiteral("runCard"));
    m_own = header()->addButton("ownRunButton", tr("Back to my run"), tr("Show the run of this page again"));
    m_watch = header()->addButton("watchButton", tr("Watch a run…"),
                                  tr("Follow a run in any folder, also one that the command line trains"));
    m_inspect = header()->addButton("inspectModelButton", tr("Open in Inspect"),
                                    tr("Open the model of this run and show what it drops"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the step"));
    m_text->setObjectName(QStringLiteral("runState"));
    m_text->setWordWrap(true);
    columnIn(content(), 4, {m_bar, m_text});
    connect(m_own, &QToolButton::clicked, this, &RunCard::ownRequested);
    connect(m_watch, &QToolButton::clicked, this, &RunCard::watchRequested);
    connect(m_inspect, &QToolButton::clicked, this, &RunCard::inspectRequested);
}

void RunCard::showRun(const RunWatch &watch, const TrainingRun &run, bool own)
{
    const QString folder = watch.folder();
    header()->setTitle(folder.isEmpty() ? tr("Run") : QDir(folder).dirName());
    header()->setCaption(folder.isEmpty() ? tr("none is shown") : QDir::toNativeSeparators(folder));
    m_own->setVisible(!own && run.state() != State::Idle);
    m_inspect->setEnabled(watch.record().hasModel);
    m_text->setText(stateOf(watch, run, own));
    if (own && run.isAtWork() && run.progress()) {
        showShare(m_bar, static_cast<std::size_t>(run.progress()->done),
                  static_cast<std::size_t>(run.progress()->total));
    } else {
        const traintext::Standing at = standingOf(watch);
        const bool ended = at.step.isEmpty() && !watch.record().steps.empty();
        showShare(m_bar, ended ? 1 : static_cast<std::size_t>(at.done), ended ? 1 : static_cast<std::size_t>(at.total));
    }
}

QString RunCard::stateOf(const RunWatch &watch, const TrainingRun &run, bool own) const
{
    if (own && run.isAtWork()) {
        if (run.state() != State::Running) {
            return tr("stopping; the resume point is being written…");
        }
        if (!run.progress()) {
            return tr("reading backbone and data…");
        }
        const adaplens::TrainProgress &at = *run.progress();
        return traintext::standing({QString::fromStdString(at.step), at.epoch, at.epochs, at.done, at.total,
                                    at.tokensPerSecond, at.secondsLeft, run.secondsLeft()});
    }
    if (watch.folder().isEmpty()) {
        return tr("Start a run, or watch one that the command line trains.");
    }
    const adaplens::RunRecord &record = watch.record();
    if (record.steps.empty()) {
        return record.isRun ? tr("nothing has been trained here yet") : tr("waiting for the run to begin…");
    }
    traintext::Standing at = standingOf(watch);
    if (at.step.isEmpty()) {
        const QString results = resultsOf(record);
        return results.isEmpty() ? tr("ended") : tr("ended · %1").arg(results);
    }
    // Logs of a version without the lock tell only by growing that somebody writes them.
    constexpr double silent = 120;
    const bool alive =
        record.underWay || (!own && watch.rate().batchesPerSecond() && watch.secondsOfSilence() < silent);
    if (!alive) {
        at.tokensPerSecond.reset();
        at.secondsLeft.reset();
        return tr("stopped · %1").arg(traintext::standing(at));
    }
    return watch.secondsOfSilence() < silent
               ? traintext::standing(at)
               : tr("%1 · no batch for %2").arg(traintext::standing(at), traintext::duration(watch.secondsOfSilence()));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationview.h"

#include "core/error.h"
#include "widgets/controls/card.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/layouts.h"
#include "widgets/session/failure.h"
#include "widgets/tradeoff/calibrationcard.h"
#include "widgets/tradeoff/calibrationfigure.h"
#include "widgets/tradeoff/calibrationform.h"
#include "widgets/tradeoff/calibrationplot.h"
#include "widgets/tradeoff/promiseform.h"
#include "widgets/tradeoff/tradeoffhelp.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace {

QString textOf(const std::filesystem::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

} // namespace

CalibrationView::CalibrationView(const Workspace &workspace, const FileDialogs &dialogs, CalibrationRunner runner)
    : m_dialogs(dialogs),
      m_run(std::move(runner)),
      m_form(new CalibrationForm(workspace, dialogs, m_run)),
      m_plot(new CalibrationPlot),
      m_card(new CalibrationCard)
{
    makeLayout();
    connectParts();
    keepFitted(this, [this] { fitWidth(); });
}

void CalibrationView::makeLayout()
{
    m_plot->setObjectName(QStringLiteral("calibrationPlot"));
    m_plot->setInvitation(tr("Each scale of the thresholds will be a mark here."));
    m_side = new Card(new CardHeader(tr("Texts and promise"), {}, {}), new FittingScroll(m_form));
    auto *header = new CardHeader(tr("Loss over speed-up"), m_plot->caption(), help::calibration);
    connect(m_plot, &PlotBase::captionChanged, header, &CardHeader::setCaption);
    auto *plot = new Card(header, m_plot);
    QBoxLayout *right = columnIn(nullptr, 10, {m_card, {plot, 1}});
    rowIn(this, 10, {m_side, {right, 1}});
}

void CalibrationView::fitWidth()
{
    m_side->setFixedWidth(std::max(m_side->minimumSizeHint().width(), fontMetrics().averageCharWidth() * 42));
}

void CalibrationView::connectParts()
{
    connect(m_form->promise(), &PromiseForm::changed, this, &CalibrationView::takePromise);
    connect(&m_run, &CalibrationRun::finished, this, &CalibrationView::takeResult);
    connect(&m_run, &CalibrationRun::started, this, &CalibrationView::showState);
    connect(&m_run, &CalibrationRun::cancelled, this, &CalibrationView::showState);
    connect(&m_run, &CalibrationRun::failed, this, [this](const QString &text) {
        showState();
        Q_EMIT message(MessageBar::Kind::Error, text);
    });
    connect(&m_run, &CalibrationRun::saved, this, [this](const QString &folder) {
        showState();
        Q_EMIT message(MessageBar::Kind::Done,
                       tr("The model with these thresholds is in %1").arg(QDir::toNativeSeparators(folder)));
    });
    connect(m_card, &CalibrationCard::useRequested, this, &CalibrationView::use);
    connect(m_card, &CalibrationCard::saveRequested, this, [this] {
        if (const QString folder = m_dialogs.openFolder(tr("Folder for the model, new or empty")); !folder.isEmpty()) {
            saveModel(folder);
        }
    });
    connect(m_card, &CalibrationCard::exportRequested, this, [this](const QString &filter) {
        if (const QString path = m_dialogs.saveFile(tr("Save"), QStringLiteral("calibration"), filter);
            !path.isEmpty()) {
            exportTo(path);
        }
    });
}

ShownCalibration::Promise CalibrationView::promise() const
{
    return {m_form->promise()->loss(), m_form->promise()->confidence()};
}

void CalibrationView::takeResult()
{
    m_result = m_run.result();
    const CalibrationRequest &request = m_result->request;
    // What was chosen by these texts is not fixed by running them again.
    m_look = &m_looks.try_emplace({request.model, request.data.path}, Looks{promise(), false}).first->second;
    m_look->moved = m_look->moved || promise() != m_look->fixed;
    decide();
    showState();
}

void CalibrationView::takePromise()
{
    if (m_result) {
        m_look->moved = true;
        decide();
    }
}

void CalibrationView::decide()
{
    ShownCalibration shown{
        QFileInfo(textOf(m_result->request.data.path)).completeBaseName(), m_result->calibration, {}};
    shown.calibration.loss = promise().loss;
    shown.calibration.confidence = promise().confidence;
    adaplens::decide(shown.calibration);
    if (m_look->moved) {
        shown.fixed = m_look->fixed;
    }
    m_shown = std::move(shown);
    m_plot->setCalibration(m_shown->calibration);
    m_card->setCalibration(&*m_shown);
}

void CalibrationView::showState()
{
    m_plot->setBusy(m_run.running());
    m_card->setBusy(m_run.running(), m_run.saving());
}

void CalibrationView::use()
{
    const QString folder = textOf(m_result->request.model);
    if (!QFileInfo(folder).isDir()) {
        Q_EMIT message(MessageBar::Kind::Error,
                       tr("The folder %1 of the model is not there any more; put it back, or run "
                          "again with another one.")
                           .arg(QDir::toNativeSeparators(folder)));
        return;
    }
    const adaplens::Calibration &calibration = m_shown->calibration;
    Q_EMIT modelRequested(folder, calibration.scales[*calibration.chosen].thresholds);
    Q_EMIT message(
        MessageBar::Kind::Note,
        tr("Inspect runs the model with the thresholds chosen here. Other pages, and the model opened by the "
           "menu, have those of its folder."));
}

void CalibrationView::saveModel(const QString &folder)
{
    if (!QDir(folder).isEmpty() && QFileInfo::exists(folder)) {
        Q_EMIT message(
            MessageBar::Kind::Error,
            tr("The folder %1 is not empty; choose a new or an empty one.").arg(QDir::toNativeSeparators(folder)));
        return;
    }
    m_run.save(m_shown->calibration, m_result->request.model, folder);
    showState();
}

std::optional<Drawing> CalibrationView::figure() const
{
    return m_shown ? std::optional(calibrationFigure(*m_shown)) : std::nullopt;
}

void CalibrationView::exportTo(const QString &path)
{
    if (!m_shown) {
        return;
    }
    try {
        writeCalibration(*m_shown, path);
        Q_EMIT message(MessageBar::Kind::Done, tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationcard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/tradeoff/tradeoffhelp.h"

#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

CalibrationCard::CalibrationCard()
    : Card(new CardHeader(tr("As fast as is safe"), {}, help::calibration), new QWidget),
      m_speedup(new Label(Label::Kind::Figure)),
      m_answer(new Label(Label::Kind::Body)),
      m_measured(new Label(Label::Kind::Body)),
      m_promise(new Label(Label::Kind::Body)),
      m_caveat(new Label(Label::Kind::Warning)),
      m_conditions(new Label(Label::Kind::Caption)),
      m_use(textButton(tr("Use in Inspect"), "useCalibrated")),
      m_save(textButton(tr("Save model…"), "saveCalibrated")),
      m_export(textButton(tr("Save figures"), "exportCalibration"))
{
    setObjectName(QStringLiteral("calibration"));
    makeLayout();
    setCalibration(nullptr);
}

void CalibrationCard::makeLayout()
{
    m_speedup->setObjectName(QStringLiteral("calibratedSpeedup"));
    m_answer->setObjectName(QStringLiteral("calibratedAnswer"));
    m_measured->setObjectName(QStringLiteral("calibratedMeasured"));
    m_promise->setObjectName(QStringLiteral("calibratedPromise"));
    m_caveat->setObjectName(QStringLiteral("calibratedCaveat"));
    m_conditions->setObjectName(QStringLiteral("calibratedConditions"));
    for (Label *label : {m_answer, m_measured, m_promise, m_caveat, m_conditions}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_use->setToolTip(tr("Open the model with these thresholds, and look at a text in it"));
    m_save->setToolTip(tr("Write the model with these thresholds, and the figures as calibration.json, to a folder"));
    m_export->setToolTip(tr("Save these figures"));
    m_export->setMenu(exportMenu());
    for (QWidget *control : {m_use, m_save, m_export}) {
        header()->addControl(control);
    }
    QBoxLayout *answer = rowIn(nullptr, 14, {m_speedup, {m_answer, 1}});
    columnIn(content(), 4, {answer, m_measured, m_promise, m_caveat, m_conditions});
    connect(m_use, &QToolButton::clicked, this, &CalibrationCard::useRequested);
    connect(m_save, &QToolButton::clicked, this, &CalibrationCard::saveRequested);
}

QMenu *CalibrationCard::exportMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const char *name, const QString &text, const QString &filter) {
        menu->addAction(text, this, [this, filter] { Q_EMIT exportRequested(filter); })
            ->setObjectName(QLatin1String(name));
    };
    add("saveCalibrationFigure", tr("&Figure (PNG, SVG, PDF)…"),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    add("saveCalibrationCsv", tr("Scales as &CSV…"), tr("CSV table (*.csv)"));
    add("saveCalibrationJson", tr("All of it as &JSON…"), tr("JSON (*.json)"));
    return menu;
}

void CalibrationCard::setCalibration(const ShownCalibration *shown)
{
    m_shown = shown != nullptr;
    m_chosen = shown && shown->calibration.chosen;
    header()->setCaption(shown ? calibrationtext::name(*shown) : tr("thresholds that keep a promise about accuracy"));
    m_speedup->setText(shown ? calibrationtext::speedup(*shown) : QString());
    m_answer->setText(
        shown ? calibrationtext::answer(*shown)
              : tr("How many tokens may go before the model answers worse? Open labelled texts and run: each "
                   "scale of the model's thresholds is tried once. Then move the slider to what accuracy may "
                   "be lost, and see at once how fast the model can be."));
    m_measured->setText(m_chosen ? calibrationtext::measured(shown->calibration, *shown->calibration.chosen)
                                 : QString());
    m_promise->setText(shown ? calibrationtext::promise(*shown) : QString());
    m_caveat->setText(shown ? calibrationtext::caveat(*shown) : QString());
    m_conditions->setText(shown ? calibrationtext::conditions(*shown) : QString());
    for (Label *label : {m_speedup, m_measured, m_promise, m_caveat, m_conditions}) {
        label->setVisible(!label->text().isEmpty());
    }
    showButtons();
}

void CalibrationCard::setBusy(bool running, bool saving)
{
    m_running = running;
    m_saving = saving;
    showButtons();
}

void CalibrationCard::showButtons()
{
    m_use->setEnabled(m_chosen && !m_running);
    m_save->setEnabled(m_chosen && !m_running && !m_saving);
    m_export->setEnabled(m_shown);
}

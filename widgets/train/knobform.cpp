// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/knobform.h"

#include "core/train/train.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/named.h"
#include "widgets/controls/numberbox.h"
#include "widgets/train/traintext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QSpinBox>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

constexpr int gap = 8;

QSpinBox *wholeBox(const char *name, int least, int most, std::uint64_t value, const QString &help)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(static_cast<int>(value));
    box->setKeyboardTracking(false);
    box->setToolTip(help);
    return box;
}

std::string json(double value)
{
    return nlohmann::json(value).dump();
}

} // namespace

KnobForm::KnobForm()
    : m_batch(wholeBox("trainBatch", 1, 4096, adaplens::TrainSource().batch, tr("Texts a step of the optimiser"))),
      m_length(wholeBox("trainLength", 4, 512, adaplens::TrainSource().maxLength,
                        tr("Word pieces of a text that are read; the rest of longer ones is left out"))),
      m_seed(wholeBox("trainSeed", 0, 1'000'000'000, adaplens::TrainConfig().seed,
                      tr("Of the order of texts, dropout and new weights: the same seed gives the same model"))),
      m_phi(new NumberBox(adaplens::TrainSource().phi)),
      m_bfloat16(new QCheckBox(QStringLiteral("bfloat16")))
{
    m_phi->setObjectName(QStringLiteral("trainPhi"));
    m_phi->setToolTip(tr("Weight of the speed loss: more drops more tokens"));
    m_bfloat16->setObjectName(QStringLiteral("trainBfloat16"));
    m_bfloat16->setToolTip(tr("Matrix products in bfloat16: faster where the processor has it"));
    columnIn(this, 10, {makeShared()});
    makeGroups();
}

QWidget *KnobForm::makeShared()
{
    auto *shared = new QWidget;
    auto *row = new FlowLayout(gap, shared);
    row->addWidget(named(tr("Batch"), m_batch));
    row->addWidget(named(tr("Longest text"), m_length));
    row->addWidget(named(tr("φ"), m_phi));
    row->addWidget(named(tr("Seed"), m_seed));
    row->addWidget(named({}, m_bfloat16));
    m_phi->setAccessibleName(tr("Phi, the weight of the speed loss"));
    return shared;
}

void KnobForm::makeGroups()
{
    // All at once, so that what is set stays where the method changes to and fro.
    for (const adaplens::TrainStepInfo &method : adaplens::trainSteps()) {
        if (!method.makesModel) {
            continue;
        }
        for (const adaplens::TrainKnob &knob : adaplens::trainKnobs(method.name)) {
            auto group = std::ranges::find(m_groups, knob.step, &Group::step);
            if (group == m_groups.end()) {
                auto *box = new QWidget;
                auto *knobs = new QWidget;
                new FlowLayout(gap, knobs);
                columnIn(box, 2, {new Label(Label::Kind::Title, QString::fromStdString(knob.step)), knobs});
                layout()->addWidget(box);
                m_groups.push_back({knob.step, box});
                group = m_groups.end() - 1;
            }
            const bool there = std::ranges::any_of(
                m_knobs, [&](const Knob &other) { return other.knob.step == knob.step && other.knob.key == knob.key; });
            if (!there) {
                addKnob(knob, group->box->layout()->itemAt(1)->widget()->layout());
            }
        }
    }
}

void KnobForm::addKnob(const adaplens::TrainKnob &knob, QLayout *row)
{
    Knob added{knob};
    QAbstractSpinBox *box = nullptr;
    if (knob.whole) {
        box = added.whole = wholeBox("", 0, 1'000'000, static_cast<std::uint64_t>(knob.value), {});
    } else {
        box = added.number = new NumberBox(knob.value);
    }
    const QString name = traintext::knobName(knob);
    box->setObjectName(QString::fromStdString("train/" + knob.step + '/' + knob.key));
    box->setToolTip(traintext::knobHelp(knob));
    box->setAccessibleName(tr("%1 of step %2").arg(name, QString::fromStdString(knob.step)));
    row->addWidget(named(name, box));
    m_knobs.push_back(std::move(added));
}

void KnobForm::setMethod(const QString &method)
{
    m_steps = adaplens::withNeeds(method.toStdString());
    for (const Group &group : m_groups) {
        group.box->setVisible(std::ranges::find(m_steps, group.step) != m_steps.end());
    }
}

std::vector<adaplens::TrainSetting> KnobForm::settings() const
{
    std::vector<adaplens::TrainSetting> settings{
        {"data", "batch", std::to_string(m_batch->value())},
        {"data", "max_length", std::to_string(m_length->value())},
        {"data", "phi", json(m_phi->value())},
        {"", "seed", std::to_string(m_seed->value())},
        {"", "bfloat16", m_bfloat16->isChecked() ? "true" : "false"},
    };
    for (const Knob &knob : m_knobs) {
        if (std::ranges::find(m_steps, knob.knob.step) != m_steps.end()) {
            settings.push_back({knob.knob.step, knob.knob.key,
                                knob.whole ? std::to_string(knob.whole->value()) : json(knob.number->value())});
        }
    }
    return settings;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementcontrols.h"

#include "widgets/controls/layouts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/methodchips.h"
#include "widgets/controls/named.h"
#include "widgets/style/coretext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

using adaplens::AgreementMode;
using Kind = adaplens::Selection::Kind;

namespace {

constexpr int gap = 8;

QCheckBox *checkBox(const char *name, const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QLatin1String(name));
    return box;
}

QSpinBox *numberBox(const char *name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

AgreementControls::AgreementControls(QWidget *parent)
    : QWidget(parent),
      m_data(choiceBox(tr("Data"), "data")),
      m_split(choiceBox(tr("Split"), "split")),
      m_model(choiceBox(tr("Model"), "model")),
      m_class(choiceBox(tr("Class"), "explainedClass")),
      m_selection(choiceBox(tr("Selection"), "selection")),
      m_mode(choiceBox(tr("Mode"), "mode")),
      m_dropped(choiceBox(tr("Dropped tokens"), "droppedTokens")),
      m_weights(choiceBox(tr("Attention and gradients from"), "weights")),
      m_amount(numberBox("selectedAmount", 1, 512, 20)),
      m_seed(numberBox("seed", 0, 1'000'000, 7)),
      m_limit(numberBox("documents", 0, 1'000'000, 0)),
      m_raw(checkBox("rawScores", tr("Scores before rescaling"))),
      m_faithfulness(checkBox("faithfulness", tr("Faithfulness"))),
      m_methods(new MethodChips),
      m_otherData(new QMenu(this)),
      m_otherModel(new QMenu(this))
{
    m_extra = makeMore();
    columnIn(this, gap, {makeChoices(), m_extra, m_methods});
    m_extra->hide();
    setRule({});
    m_methods->setObjectName(QStringLiteral("methods"));
    m_methods->setChosen(adaplens::AgreementOptions().methods);
    for (QComboBox *box : {m_split, m_model, m_class, m_mode, m_dropped, m_weights}) {
        connect(box, &QComboBox::currentIndexChanged, this, &AgreementControls::changed);
    }
    connect(m_data, &QComboBox::currentIndexChanged, this, &AgreementControls::dataChosen);
    connect(m_selection, &QComboBox::currentIndexChanged, this, &AgreementControls::selectionChosen);
    for (QSpinBox *box : {m_amount, m_seed, m_limit}) {
        connect(box, &QSpinBox::valueChanged, this, &AgreementControls::changed);
    }
    for (QCheckBox *box : {m_raw, m_faithfulness}) {
        connect(box, &QCheckBox::toggled, this, &AgreementControls::changed);
    }
    connect(m_methods, &MethodChips::changed, this, &AgreementControls::changed);
    selectionChosen();
    dataChosen();
}

QToolButton *AgreementControls::other(QMenu *menu, const char *name, const QString &toolTip)
{
    QToolButton *button = textButton(QStringLiteral("…"), name);
    button->setMenu(menu);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

QWidget *AgreementControls::makeChoices()
{
    setChoices(m_class,
               {{tr("gold"), true, tr("Gradients and probabilities of the class that the data set gives")},
                {tr("predicted"), false, tr("Gradients and probabilities of the class that the model gives")}});
    setChoices(
        m_selection,
        {{tr("≥ 1/n (uniform)"), static_cast<int>(Kind::Uniform),
          tr("A token is selected if its score is at least the uniform level; the same rule for every method")},
         {tr("the model's own"), static_cast<int>(Kind::Model),
          tr("What the model keeps at the layer; the other methods select as many")},
         {tr("best k"), static_cast<int>(Kind::TopK), tr("The k tokens with the highest scores")},
         {tr("best p %"), static_cast<int>(Kind::TopShare), tr("The p % of the tokens with the highest scores")}});
    setChoices(m_mode, {{tr("windows, pieces"), static_cast<int>(AgreementMode::WindowsPieces),
                         tr("As in the AdapLeR paper: windows as long as the model reads, one score a word piece")},
                        {tr("documents, words"), static_cast<int>(AgreementMode::DocumentsWords),
                         tr("As in ERASER: whole documents, one score a word between blanks")}});
    QWidget *amount = named(tr("How many"), m_amount);
    m_amount->setAccessibleName(tr("How many tokens, or per cent of them, are selected"));

    auto *choices = new QWidget;
    auto *row = new FlowLayout(gap, choices);
    row->addWidget(named(tr("Data"), m_data, other(m_otherData, "otherDataButton", tr("Measure on other data"))));
    row->addWidget(named(tr("Split"), m_split));
    row->addWidget(named(tr("Model"), m_model, other(m_otherModel, "otherModelButton", tr("Measure another model"))));
    row->addWidget(named(tr("Class"), m_class));
    row->addWidget(named(tr("Mode"), m_mode));
    row->addWidget(named(tr("Selection"), m_selection));
    row->addWidget(amount);
    return choices;
}

QWidget *AgreementControls::makeMore()
{
    setChoices(m_dropped, {{tr("score 0"), static_cast<int>(adaplens::DroppedScore::Zero),
                            tr("A token that a layer has dropped scores 0 from then on")},
                           {tr("last score seen"), static_cast<int>(adaplens::DroppedScore::LastSeen),
                            tr("A dropped token keeps the score it had where it was dropped")}});
    m_raw->setToolTip(
        tr("AdapLeR: rank by the predictor's own softmax instead of the score that the threshold is compared with"));
    m_faithfulness->setToolTip(tr("Also comprehensiveness and sufficiency. Slow: ten more passes a method and layer"));
    m_limit->setSpecialValueText(tr("all"));
    m_limit->setToolTip(tr("Read only the first documents of the set"));
    m_seed->setToolTip(tr("Of the random scores and of the intervals"));
    auto *extra = new QWidget;
    auto *row = new FlowLayout(gap, extra);
    row->addWidget(named(tr("Dropped tokens"), m_dropped));
    row->addWidget(named(tr("Attention and gradients from"), m_weights));
    row->addWidget(named(tr("Documents"), m_limit));
    row->addWidget(named(tr("Seed"), m_seed));
    row->addWidget(named({}, m_raw));
    row->addWidget(named({}, m_faithfulness));
    return extra;
}

void AgreementControls::setRule(const adaplens::RuleNames &rule)
{
    const QString title = translated(rule.title);
    const bool drops = rule.keptBy != adaplens::KeptBy::Nothing;
    m_methods->setRule(rule);
    setChoices(m_weights, {{tr("plain twin"), false, tr("The same network, fine-tuned without dropping")},
                           {drops ? tr("%1 weights").arg(title) : tr("its own weights"), true,
                            tr("The model itself (%1), with nothing dropped").arg(title)}});
    for (QWidget *ofOwnScores : std::initializer_list<QWidget *>{m_dropped, m_weights, m_raw}) {
        ofOwnScores->setEnabled(drops);
    }
    Q_EMIT changed();
}

void AgreementControls::setDataSets(const QList<RationaleData> &sets)
{
    m_sets = sets;
    QList<Choice> choices;
    for (const RationaleData &set : m_sets) {
        choices.append({set.name, set.path, QDir::toNativeSeparators(set.path)});
    }
    setChoices(m_data, choices);
    dataChosen();
}

void AgreementControls::chooseData(const RationaleData &chosen)
{
    QList<RationaleData> sets = m_sets;
    sets.removeIf([&](const RationaleData &other) { return other.path == chosen.path; });
    sets.append(chosen);
    setDataSets(sets);
    choose(m_data, chosen.path);
}

void AgreementControls::setModels(const QList<Choice> &models)
{
    setChoices(m_model, models);
    Q_EMIT changed();
}

void AgreementControls::chooseModel(const QString &folder)
{
    choose(m_model, folder);
}

RationaleData AgreementControls::dataSet() const
{
    return m_sets.value(m_data->currentIndex());
}

adaplens::DataSource AgreementControls::source() const
{
    return dataSet().source(m_split->currentData().toString(), static_cast<std::size_t>(m_limit->value()));
}

QString AgreementControls::model() const
{
    return m_model->currentData().toString();
}

adaplens::AgreementOptions AgreementControls::options() const
{
    adaplens::AgreementOptions options;
    options.methods = m_methods->chosen();
    options.mode = static_cast<AgreementMode>(m_mode->currentData().toInt());
    options.selection.kind = static_cast<Kind>(m_selection->currentData().toInt());
    if (options.selection.kind == Kind::TopK) {
        options.selection.count = static_cast<std::size_t>(m_amount->value());
    } else if (options.selection.kind == Kind::TopShare) {
        options.selection.share = m_amount->value() / 100.0;
    }
    options.goldClass = m_class->currentData().toBool();
    options.raw = m_raw->isEnabledTo(this) && m_raw->isChecked();
    options.fromAdapler = m_weights->isEnabledTo(this) && m_weights->currentData().toBool();
    options.dropped = static_cast<adaplens::DroppedScore>(m_dropped->currentData().toInt());
    options.faithfulness = m_faithfulness->isChecked();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.data = dataSet().name.toStdString();
    options.split = m_split->currentData().toString().toStdString();
    return options;
}

void AgreementControls::choosePaper()
{
    m_methods->setChosen(adaplens::usualScoreMethods());
    choose(m_class, true);
    choose(m_mode, static_cast<int>(AgreementMode::WindowsPieces));
    choose(m_selection, static_cast<int>(Kind::Uniform));
    choose(m_dropped, static_cast<int>(adaplens::DroppedScore::Zero));
    choose(m_weights, false);
    m_raw->setChecked(false);
    m_faithfulness->setChecked(false);
}

void AgreementControls::dataChosen()
{
    const RationaleData set = dataSet();
    fillSplits({});
    m_split->setEnabled(set.splits.size() > 1);
    // Training texts are the last that agreement is measured on.
    if (set.splits.contains(QStringLiteral("val")) && m_split->currentData().toString() == QLatin1String("train")) {
        choose(m_split, QStringLiteral("val"));
    }
    m_counting.start([set](const std::stop_token &stop, const Requests::Post &) { return documentCounts(set, stop); },
                     [this](const QList<int> &counts) { fillSplits(counts); }, [](const QString &) {});
    Q_EMIT changed();
}

void AgreementControls::fillSplits(const QList<int> &counts)
{
    QList<Choice> choices;
    for (const QString &split : dataSet().splits) {
        const int documents = counts.value(choices.size(), -1);
        choices.append({documents < 0 ? split : tr("%1 (%2)").arg(split, locale().toString(documents)), split,
                        documents < 0 ? QString() : tr("%n document(s)", nullptr, documents)});
    }
    if (choices.isEmpty()) {
        choices.append({tr("all"), QString(), tr("This set has no splits")});
    }
    setChoices(m_split, choices);
}

void AgreementControls::selectionChosen()
{
    const auto kind = static_cast<Kind>(m_selection->currentData().toInt());
    m_amount->parentWidget()->setVisible(kind == Kind::TopK || kind == Kind::TopShare);
    m_amount->setSuffix(kind == Kind::TopShare ? QStringLiteral("\u202F%") : QString());
    m_amount->setMaximum(kind == Kind::TopShare ? 100 : 512);
    Q_EMIT changed();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementcontrols.h"

#include "widgets/controls/choices.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/methodchips.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

using adaplens::AgreementMode;
using Kind = adaplens::Selection::Kind;

namespace {

constexpr int gap = 8;

QSpinBox *numberBox(int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

AgreementControls::AgreementControls(QWidget *parent)
    : QWidget(parent),
      m_data(choiceBox(tr("Data"))),
      m_split(choiceBox(tr("Split"))),
      m_model(choiceBox(tr("Model"))),
      m_class(choiceBox(tr("Class"))),
      m_selection(choiceBox(tr("Selection"))),
      m_mode(choiceBox(tr("Mode"))),
      m_dropped(choiceBox(tr("Dropped tokens"))),
      m_weights(choiceBox(tr("Attention and gradients from"))),
      m_amount(numberBox(1, 512, 20)),
      m_seed(numberBox(0, 1'000'000, 7)),
      m_limit(numberBox(0, 1'000'000, 0)),
      m_raw(new QCheckBox(tr("CP before rescaling"))),
      m_faithfulness(new QCheckBox(tr("Faithfulness"))),
      m_methods(new MethodChips),
      m_otherData(textButton(QStringLiteral("…"))),
      m_otherModel(textButton(QStringLiteral("…"))),
      m_more(bareButton(tr("More"))),
      m_cancel(textButton(tr("Cancel"))),
      m_paper(textButton(tr("Paper's figure"))),
      m_startOver(bareButton(tr("Start over"))),
      m_run(primaryButton(tr("Run")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_choices = makeChoices();
    m_extra = makeMore();
    column->addWidget(m_choices);
    column->addWidget(m_extra);
    column->addWidget(m_methods);
    m_buttons = makeButtons();
    m_extra->hide();
    const std::initializer_list<std::pair<QWidget *, QString>> names{{m_data, QStringLiteral("data")},
                                                                     {m_split, QStringLiteral("split")},
                                                                     {m_model, QStringLiteral("model")},
                                                                     {m_class, QStringLiteral("explainedClass")},
                                                                     {m_selection, QStringLiteral("selection")},
                                                                     {m_mode, QStringLiteral("mode")},
                                                                     {m_dropped, QStringLiteral("droppedTokens")},
                                                                     {m_weights, QStringLiteral("weights")},
                                                                     {m_amount, QStringLiteral("selectedAmount")},
                                                                     {m_seed, QStringLiteral("seed")},
                                                                     {m_limit, QStringLiteral("documents")},
                                                                     {m_raw, QStringLiteral("rawScores")},
                                                                     {m_faithfulness, QStringLiteral("faithfulness")},
                                                                     {m_methods, QStringLiteral("methods")},
                                                                     {m_otherData, QStringLiteral("otherDataButton")},
                                                                     {m_otherModel, QStringLiteral("otherModelButton")},
                                                                     {m_more, QStringLiteral("moreButton")},
                                                                     {m_run, QStringLiteral("runButton")},
                                                                     {m_cancel, QStringLiteral("cancelButton")},
                                                                     {m_paper, QStringLiteral("paperButton")},
                                                                     {m_startOver, QStringLiteral("startOverButton")}};
    for (const auto &[widget, name] : names) { // stable: tours and tests find them by these
        widget->setObjectName(name);
    }
    m_methods->setChosen(adaplens::AgreementOptions().methods);

    for (QComboBox *button : {m_split, m_model, m_class, m_mode, m_dropped, m_weights}) {
        connect(button, &QComboBox::currentIndexChanged, this, &AgreementControls::settingChanged);
    }
    connect(m_data, &QComboBox::currentIndexChanged, this, &AgreementControls::dataChosen);
    connect(m_selection, &QComboBox::currentIndexChanged, this, &AgreementControls::selectionChosen);
    for (QSpinBox *box : {m_amount, m_seed, m_limit}) {
        connect(box, &QSpinBox::valueChanged, this, &AgreementControls::settingChanged);
    }
    for (QCheckBox *box : {m_raw, m_faithfulness}) {
        connect(box, &QCheckBox::toggled, this, &AgreementControls::settingChanged);
    }
    connect(m_methods, &MethodChips::changed, this, &AgreementControls::settingChanged);
    connect(m_more, &QToolButton::toggled, m_extra, &QWidget::setVisible);
    connect(m_run, &QToolButton::clicked, this, &AgreementControls::run);
    connect(m_cancel, &QToolButton::clicked, this, &AgreementControls::cancel);
    connect(m_paper, &QToolButton::clicked, this, &AgreementControls::paperFigure);
    connect(m_startOver, &QToolButton::clicked, this, &AgreementControls::startOver);
    selectionChosen();
    dataChosen();
}

QWidget *AgreementControls::named(const QString &name, QWidget *control, QWidget *beside)
{
    auto *pair = new QWidget;
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *label = new Label(Label::Kind::Caption, name.isEmpty() ? QStringLiteral(" ") : name);
    label->setBuddy(control);
    column->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(control);
    if (beside) {
        row->addWidget(beside);
    }
    row->addStretch();
    column->addLayout(row);
    if (control->accessibleName().isEmpty() && !name.isEmpty()) {
        control->setAccessibleName(name);
    }
    return pair;
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

    for (QToolButton *other : {m_otherData, m_otherModel}) {
        other->setMenu(new QMenu(other));
    }
    m_otherData->setToolTip(tr("Measure on other data"));
    m_otherModel->setToolTip(tr("Measure another model"));
    m_otherData->setAccessibleName(m_otherData->toolTip());
    m_otherModel->setAccessibleName(m_otherModel->toolTip());
    auto *choices = new QWidget;
    auto *row = new FlowLayout(gap, choices);
    row->addWidget(named(tr("Data"), m_data, m_otherData));
    row->addWidget(named(tr("Split"), m_split));
    row->addWidget(named(tr("Model"), m_model, m_otherModel));
    row->addWidget(named(tr("Class"), m_class));
    row->addWidget(named(tr("Mode"), m_mode));
    row->addWidget(named(tr("Selection"), m_selection));
    row->addWidget(amount);
    return choices;
}

QWidget *AgreementControls::makeMore()
{
    setChoices(m_dropped, {{tr("score 0"), static_cast<int>(adaplens::DroppedScore::Zero),
                            tr("A token that a layer has dropped has no contribution from then on")},
                           {tr("last score seen"), static_cast<int>(adaplens::DroppedScore::LastSeen),
                            tr("A dropped token keeps the score it had where it was dropped")}});
    setChoices(m_weights, {{tr("plain twin"), false, tr("The same network, fine-tuned without dropping")},
                           {tr("AdapLeR weights"), true, tr("The AdapLeR model itself, with nothing dropped")}});
    m_raw->setToolTip(
        tr("Rank by the predictor's own softmax instead of the score that the threshold is compared with"));
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

QWidget *AgreementControls::makeButtons()
{
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Dropped tokens, weights, number of documents, seed, faithfulness"));
    m_paper->setToolTip(
        tr("AP and FPR of CP, attention, rollout and saliency at every layer, on the data that is open"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_run->setToolTip(tr("Measure (%1)").arg(m_run->shortcut().toString(QKeySequence::NativeText)));
    m_cancel->setToolTip(tr("Stop; what was found so far stays, and the run can go on later"));
    m_startOver->setToolTip(tr("Forget the interrupted run of these settings and begin with the first document"));
    auto *buttons = new QWidget(this);
    auto *right = new QHBoxLayout(buttons);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    for (QWidget *button : std::initializer_list<QWidget *>{m_startOver, m_more, m_paper, m_cancel, m_run}) {
        right->addWidget(button);
    }
    m_startOver->hide();
    return buttons;
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

void AgreementControls::setModels(const QList<QPair<QString, QString>> &models)
{
    QList<Choice> choices;
    for (const auto &[folder, name] : models) {
        choices.append({name, folder, QDir::toNativeSeparators(folder)});
    }
    setChoices(m_model, choices);
    settingChanged();
}

RationaleData AgreementControls::dataSet() const
{
    for (const RationaleData &set : m_sets) {
        if (set.path == m_data->currentData().toString()) {
            return set;
        }
    }
    return {};
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
    options.raw = m_raw->isChecked();
    options.fromAdapler = m_weights->currentData().toBool();
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

void AgreementControls::setRunning(bool running, bool stopping)
{
    // What is disabled loses the keyboard; Enter stays with what can be done next.
    const bool started = running && !m_running && (m_run->hasFocus() || m_startOver->hasFocus() || m_paper->hasFocus());
    const bool ended = !running && m_running && m_cancel->hasFocus();
    m_running = running;
    if (started) {
        m_cancel->setEnabled(true);
        m_cancel->setFocus();
    }
    for (QWidget *part : {m_choices, m_extra, static_cast<QWidget *>(m_methods)}) {
        part->setEnabled(!running);
    }
    if (!stopping || !m_cancel->hasFocus()) { // it says what it waits for, and keeps the keyboard until then
        m_cancel->setEnabled(running && !stopping);
    }
    setInterrupted(m_interrupted);
    settingChanged();
    if (ended) {
        m_run->setFocus();
    }
}

void AgreementControls::setInterrupted(bool interrupted)
{
    m_interrupted = interrupted;
    m_run->setText(interrupted && !m_running ? tr("Go on") : tr("Run"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return)); // setText() takes it away
    m_startOver->setVisible(interrupted && !m_running);
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
    settingChanged();
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
    settingChanged();
}

void AgreementControls::settingChanged()
{
    const bool ready = !m_methods->chosen().empty() && !dataSet().path.isEmpty() && !model().isEmpty();
    m_run->setEnabled(!m_running && ready);
    m_paper->setEnabled(!m_running && !dataSet().path.isEmpty() && !model().isEmpty());
    m_startOver->setVisible(m_interrupted && !m_running);
    if (!m_running) {
        m_cancel->setEnabled(false);
    }
    Q_EMIT changed();
}

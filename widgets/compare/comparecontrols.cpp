// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparecontrols.h"

#include "core/reduction/names.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/methodchip.h"
#include "widgets/session/attributions.h"
#include "widgets/session/session.h"
#include "widgets/style/coretext.h"
#include "widgets/style/methods.h"
#include "widgets/trace/layerbar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using adaplens::ScoreMethod;

namespace {

/// "about 12 s", "about 3 min".
QString duration(double seconds)
{
    return seconds < 1     ? CompareControls::tr("under a second")
           : seconds < 100 ? CompareControls::tr("about %1 s").arg(std::lround(seconds))
                           : CompareControls::tr("about %1 min").arg(std::lround(seconds / 60));
}

} // namespace

CompareControls::CompareControls(Session &session, Attributions &attributions, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_attributions(attributions),
      m_sources(new Label(Label::Kind::Caption)),
      m_topLabel(new Label(Label::Kind::Body)),
      m_top(new QSlider(Qt::Horizontal)),
      m_layers(new LayerBar(session)),
      m_arrangement(joinedButtons({tr("All methods"), tr("All layers")})),
      m_weights(joinedButtons({tr("Plain twin"), QString()})),
      m_class(textButton(QString())),
      m_shown{ScoreMethod::Contribution, ScoreMethod::Attention, ScoreMethod::Rollout, ScoreMethod::Saliency,
              ScoreMethod::Random}
{
    makeChips();
    makeLayout();
    connect(m_arrangement, &QTabBar::currentChanged, this, &CompareControls::changed);
    connect(m_weights, &QTabBar::currentChanged, &attributions,
            [&attributions](int index) { attributions.setFromAdapler(index == 1); });
    connect(m_top, &QSlider::valueChanged, this, &CompareControls::setTop);
    connect(&session, &Session::modelOpened, this, &CompareControls::modelOpened);
    modelOpened();
}

void CompareControls::makeChips()
{
    for (const ScoreMethod method : m_attributions.methods()) {
        auto *chip = new MethodChip(method);
        connect(chip, &QAbstractButton::clicked, this, [this, method] { chipClicked(method); });
        m_chips.append(chip);
    }
    connect(&m_attributions, &Attributions::progress, this,
            [this](ScoreMethod method, std::size_t done, std::size_t total) {
                if (MethodChip *chip = this->chip(method); chip && total > 0) {
                    chip->setProgress(static_cast<double>(done) / static_cast<double>(total));
                }
            });
}

void CompareControls::makeLayout()
{
    setToolTips(m_arrangement,
                {tr("Every method at the chosen layer"), tr("One method, from the first layer to the last")});
    m_class->setToolTip(tr("The class that gradients and leaving out are asked about"));
    m_class->setMenu(new QMenu(m_class));
    m_top->setMinimum(1);
    m_top->setMinimumWidth(fontMetrics().averageCharWidth() * 12); // in a narrow window, too, there is a way to go
    m_top->setAccessibleName(tr("How many of the best words each method selects"));
    m_top->setToolTip(tr("How many of the best words each method selects: arrow keys, or + and − in the picture"));
    m_sources->setWordWrap(true);
    m_arrangement->setObjectName(QStringLiteral("arrangement"));
    m_weights->setObjectName(QStringLiteral("weights"));
    m_class->setObjectName(QStringLiteral("class"));
    m_top->setObjectName(QStringLiteral("topWords"));
    m_layers->setObjectName(QStringLiteral("layers"));

    auto *first = new FlowLayout(8);
    for (QWidget *widget : QList<QWidget *>{m_arrangement, m_weights, m_class}) {
        first->addWidget(widget);
    }
    for (MethodChip *chip : m_chips) {
        first->addWidget(chip);
    }
    auto *second = rowIn(nullptr, 12, {m_topLabel, {m_top, 1}, {m_layers, 1}});
    second->insertSpacing(2, 12);
    columnIn(this, 8, {first, second, m_sources});
}

bool CompareControls::event(QEvent *event)
{
    // The controls wrap: how high they are depends on their width, which a main window does not ask about.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        setMinimumHeight(layout()->minimumHeightForWidth(width()));
    }
    return QWidget::event(event);
}

MethodChip *CompareControls::chip(ScoreMethod method) const
{
    const auto found = std::ranges::find(m_chips, method, &MethodChip::method);
    return found == m_chips.end() ? nullptr : *found;
}

bool CompareControls::acrossLayers() const
{
    return m_arrangement->currentIndex() == 1;
}

void CompareControls::modelOpened()
{
    const auto methods = m_attributions.methods();
    for (MethodChip *chip : m_chips) {
        chip->setVisible(std::ranges::count(methods, chip->method()) > 0);
    }
    if (std::ranges::count(methods, m_single) == 0) {
        m_single = ScoreMethod::Attention;
    }
    const auto &model = m_session.model();
    m_weights->setVisible(model && model->adaptive);
    if (model) {
        const adaplens::RuleNames rule = adaplens::namesOf(*model);
        for (MethodChip *chip : m_chips) {
            chip->setRule(rule);
        }
        const QString title = translated(rule.title);
        m_weights->setTabText(1, title);
        setToolTips(m_weights,
                    {tr("Attention and gradients of the plain twin, which reads every word"),
                     tr("Attention and gradients of the model itself (%1), with nothing dropped").arg(title)});
    }
    fillClassMenu();
    Q_EMIT changed();
}

void CompareControls::fillClassMenu()
{
    QMenu *menu = m_class->menu();
    menu->clear();
    const auto add = [&](const QString &text, std::optional<std::size_t> target) {
        menu->addAction(text, this, [this, target] { m_attributions.setTarget(target); });
    };
    add(tr("The predicted class"), std::nullopt);
    if (const auto &model = m_session.model()) {
        for (std::size_t label = 0; label < model->labels.size(); ++label) {
            add(QString::fromStdString(model->labels[label]), label);
        }
    }
}

void CompareControls::chipClicked(ScoreMethod method)
{
    const Attributions::State state = m_attributions.state(method);
    const bool slow = adaplens::isSlow(method), idle = state == Attributions::State::Idle;
    const bool underWay = slow && !idle && state != Attributions::State::Done;
    if (acrossLayers()) {
        m_single = method;
    } else if (m_shown.count(method) > 0 && !(slow && idle)) {
        m_shown.erase(method);
    } else {
        m_shown.insert(method);
    }
    if (underWay) {
        m_attributions.cancel(method);
    } else if (slow && idle) {
        m_attributions.compute(method);
    }
    Q_EMIT changed();
}

ComparisonOptions CompareControls::options() const
{
    ComparisonOptions options;
    constexpr auto idle = Attributions::State::Idle;
    for (const ScoreMethod method : m_attributions.methods()) {
        // A slow method that was shown for another text waits to be asked for again.
        if (m_shown.count(method) > 0 && (!adaplens::isSlow(method) || m_attributions.state(method) != idle)) {
            options.methods.push_back(method);
        }
    }
    if (acrossLayers()) {
        options.acrossLayers = m_single;
    }
    options.layer = m_session.layer();
    return options;
}

void CompareControls::setTop(int top)
{
    m_chosenTop = top;
    Q_EMIT changed();
}

void CompareControls::stepTop(int by)
{
    m_top->setValue(m_top->value() + by);
}

void CompareControls::setComparison(const Comparison &comparison)
{
    const auto words = static_cast<int>(comparison.words.size());
    {
        const QSignalBlocker quiet(m_top);
        m_top->setMaximum(std::max(words, 1));
        m_top->setValue(static_cast<int>(comparison.top));
    }
    m_top->setEnabled(words > 1);
    m_topLabel->setText(words == 0 ? tr("Top words") : tr("Top %1 of %n word(s)", nullptr, words).arg(comparison.top));
    m_sources->setText(sources(comparison));
    updateChips();
    updateClass();
}

void CompareControls::updateChips()
{
    for (MethodChip *chip : m_chips) {
        const ScoreMethod method = chip->method();
        const Attributions::State state = m_attributions.state(method);
        const bool slow = adaplens::isSlow(method);
        QString note;
        if (slow) {
            const auto seconds = m_attributions.estimate(method);
            note = state == Attributions::State::Running   ? tr("computing… click to cancel")
                   : state == Attributions::State::Waiting ? tr("waiting… click to cancel")
                   : state == Attributions::State::Done    ? QString()
                   : seconds                               ? duration(*seconds)
                                                           : tr("slow");
            if (state != Attributions::State::Running) {
                chip->setProgress(-1);
            }
            chip->setEnabled(state != Attributions::State::Idle || m_attributions.result() != nullptr);
        }
        chip->setNote(note);
        const bool idle = slow && state == Attributions::State::Idle;
        chip->setChecked(!idle && (acrossLayers() ? method == m_single : m_shown.count(method) > 0));
    }
}

void CompareControls::updateClass()
{
    {
        const QSignalBlocker quiet(m_weights);
        m_weights->setCurrentIndex(m_attributions.fromAdapler() ? 1 : 0);
    }
    const auto &trace = m_session.trace();
    const auto target = m_attributions.target();
    const std::size_t label = target.value_or(trace ? trace->plain.label : 0);
    const QString name =
        trace && label < trace->labels.size() ? QString::fromStdString(trace->labels[label]) : QString();
    m_class->setText(target           ? tr("class: %1").arg(name)
                     : name.isEmpty() ? tr("class: predicted")
                                      : tr("class: predicted (%1)").arg(name));
}

QString CompareControls::sources(const Comparison &comparison) const
{
    if (comparison.words.empty()) {
        return {};
    }
    // Methods of the same origin stand together: "attention, rollout: plain twin".
    QList<std::pair<QString, QStringList>> groups;
    const auto &trace = m_session.trace();
    for (const ComparedRow &row : comparison.rows) {
        if (!row.scored || row.source.empty()) {
            continue;
        }
        QString origin = methods::origin(row.source, comparison.rule);
        if (row.target && trace && *row.target < trace->labels.size()) {
            origin = tr("%1, class %2").arg(origin, QString::fromStdString(trace->labels[*row.target]));
        }
        const QString name = methods::name(row.method, comparison.rule);
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&origin](const auto &group) { return group.first == origin; });
        if (found == groups.end()) {
            groups.append({origin, {name}});
        } else if (!found->second.contains(name)) {
            found->second.append(name);
        }
    }
    QStringList parts;
    for (const auto &[origin, names] : groups) {
        parts << tr("%1 from the %2").arg(names.join(tr(", ")), origin);
    }
    return parts.isEmpty() ? tr("scores are being computed…") : parts.join(QStringLiteral(" · "));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparepage.h"

#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/session/attributions.h"
#include "widgets/session/rationale.h"
#include "widgets/session/selection.h"
#include "widgets/session/session.h"
#include "widgets/controls/card.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/trace/layerbar.h"
#include "widgets/controls/methodchip.h"
#include "widgets/controls/progressline.h"
#include "widgets/compare/rankingplot.h"
#include "widgets/trace/windowswitcher.h"

#include <QAction>
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
    return seconds < 1     ? ComparePage::tr("under a second")
           : seconds < 100 ? ComparePage::tr("about %1 s").arg(std::lround(seconds))
                           : ComparePage::tr("about %1 min").arg(std::lround(seconds / 60));
}

/// Whose weights a score comes from, in the user's words.
QString originOf(const std::string &source)
{
    return source == "AdapLeR model"  ? ComparePage::tr("AdapLeR model")
           : source == "plain twin"   ? ComparePage::tr("plain twin")
           : source == "same weights" ? ComparePage::tr("model itself")
                                      : QString::fromStdString(source);
}

} // namespace

ComparePage::ComparePage(const Workspace &workspace, QWidget *parent)
    : Page(QStringLiteral("compare"), workspace.preferences, parent),
      m_workspace(workspace),
      m_view(new ComparisonView),
      m_plot(new RankingPlot),
      m_numbers(new QLabel),
      m_sources(new Label(Label::Kind::Caption)),
      m_topLabel(new Label(Label::Kind::Body)),
      m_top(new QSlider(Qt::Horizontal)),
      m_layers(new LayerBar),
      m_arrangement(joinedButtons({tr("All methods"), tr("All layers")})),
      m_weights(joinedButtons({tr("Plain twin"), tr("AdapLeR")})),
      m_class(textButton(QString())),
      m_switcher(new WindowSwitcher),
      m_shown{ScoreMethod::Contribution, ScoreMethod::Attention, ScoreMethod::Rollout, ScoreMethod::Saliency,
              ScoreMethod::Random}
{
    makeControls();
    makePanels();
    connectViews();
    modelOpened();
    refresh();
}

void ComparePage::connectViews()
{
    Session &session = m_workspace.session;
    Attributions &attributions = m_workspace.attributions;
    m_view->setSelection(&m_workspace.selection);
    m_layers->setSelection(&m_workspace.selection);
    connect(&m_workspace.selection, &Selection::changed, this, &ComparePage::refresh);
    connect(m_arrangement, &QTabBar::currentChanged, this, &ComparePage::refresh);
    connect(m_weights, &QTabBar::currentChanged, &attributions,
            [&attributions](int index) { attributions.setFromAdapler(index == 1); });
    connect(m_top, &QSlider::valueChanged, this, &ComparePage::setTop);
    connect(m_view, &ComparisonView::topStepped, this, [this](int by) { m_top->setValue(m_top->value() + by); });
    connect(m_plot, &RankingPlot::topChosen, m_top, &QSlider::setValue);
    connect(m_plot, &PlotBase::captionChanged, m_plotHeader, &CardHeader::setCaption);
    connect(m_switcher, &WindowSwitcher::windowChosen, &session, &Session::setWindow);
    connect(&session, &Session::modelOpened, this, &ComparePage::modelOpened);
    connect(&session, &Session::analysed, this, &ComparePage::refresh);
    connect(&session, &Session::busyChanged, m_progress, &ProgressLine::setBusy);
    connect(m_progress, &ProgressLine::shown, this, [this](bool shown) {
        m_view->setBusy(shown && m_workspace.session.busy());
        m_plot->setBusy(shown && m_workspace.session.busy());
    });
    connect(&m_workspace.rationale, &HumanRationale::changed, this, [this] {
        m_chosenTop.reset();
        refresh();
    });
    connect(&attributions, &Attributions::changed, this, &ComparePage::refresh);
    connect(&attributions, &Attributions::stateChanged, this, &ComparePage::refresh);
    connect(&attributions, &Attributions::progress, this,
            [this](ScoreMethod method, std::size_t done, std::size_t total) {
                if (MethodChip *chip = this->chip(method); chip && total > 0) {
                    chip->setProgress(static_cast<double>(done) / static_cast<double>(total));
                }
            });
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_workspace.attributions.attach(this);
    refresh();
}

void ComparePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_layers->pause();
    m_workspace.attributions.detach(this);
}

MethodChip *ComparePage::chip(ScoreMethod method) const
{
    const auto found =
        std::find_if(m_chips.begin(), m_chips.end(), [method](const MethodChip *c) { return c->method() == method; });
    return found == m_chips.end() ? nullptr : *found;
}

void ComparePage::modelOpened()
{
    const auto methods = m_workspace.attributions.methods();
    for (MethodChip *chip : m_chips) {
        chip->setVisible(std::find(methods.begin(), methods.end(), chip->method()) != methods.end());
    }
    if (std::find(methods.begin(), methods.end(), m_single) == methods.end()) {
        m_single = ScoreMethod::Attention;
    }
    const auto &model = m_workspace.session.model();
    m_weights->setVisible(model && model->adaptive);
    m_layers->setLayers(model ? static_cast<int>(model->layers) : 0);
    fillClassMenu();
    refresh();
}

void ComparePage::fillClassMenu()
{
    QMenu *menu = m_class->menu();
    menu->clear();
    const auto add = [&](const QString &text, std::optional<std::size_t> target) {
        menu->addAction(text, this, [this, target] { m_workspace.attributions.setTarget(target); });
    };
    add(tr("The predicted class"), std::nullopt);
    if (const auto &model = m_workspace.session.model()) {
        for (std::size_t label = 0; label < model->labels.size(); ++label) {
            add(QString::fromStdString(model->labels[label]), label);
        }
    }
}

void ComparePage::chipClicked(ScoreMethod method)
{
    Attributions &attributions = m_workspace.attributions;
    const Attributions::State state = attributions.state(method);
    const bool slow = Attributions::isSlow(method), idle = state == Attributions::State::Idle;
    const bool underWay = slow && !idle && state != Attributions::State::Done;
    if (m_arrangement->currentIndex() == 1) {
        m_single = method;
    } else if (m_shown.count(method) > 0 && !(slow && idle)) {
        m_shown.erase(method);
    } else {
        m_shown.insert(method);
    }
    if (underWay) {
        attributions.cancel(method);
    } else if (slow && idle) {
        attributions.compute(method);
    }
    refresh();
}

int ComparePage::defaultTop() const
{
    const auto words = static_cast<int>(m_comparison.words.size());
    return std::clamp(m_comparison.marked > 0 ? static_cast<int>(m_comparison.marked) : (words + 4) / 5, 1,
                      std::max(words, 1));
}

void ComparePage::setTop(int top)
{
    m_chosenTop = top;
    refresh();
}

ComparisonOptions ComparePage::options() const
{
    ComparisonOptions options;
    const Attributions &attributions = m_workspace.attributions;
    constexpr auto idle = Attributions::State::Idle;
    for (const ScoreMethod method : attributions.methods()) {
        // A slow method that was shown for another text waits to be asked for again.
        if (m_shown.count(method) > 0 && (!Attributions::isSlow(method) || attributions.state(method) != idle)) {
            options.methods.push_back(method);
        }
    }
    if (m_arrangement->currentIndex() == 1) {
        options.acrossLayers = m_single;
    }
    options.layer = m_workspace.selection.layer();
    return options;
}

void ComparePage::refresh()
{
    if (!isVisible()) {
        return; // showEvent() catches up
    }
    const auto &trace = m_workspace.session.trace();
    m_switcher->setWindow(trace ? trace->window : 0, trace ? trace->windows : 1);
    if (trace && !trace->layers.empty()) {
        ComparisonOptions wanted = options();
        wanted.layer = std::min(wanted.layer, trace->layers.size() - 1);
        const HumanRationale &rationale = m_workspace.rationale;
        const auto spans =
            rationale.belongsTo(*trace) ? std::span(rationale.spans()) : std::span<const adaplens::ByteRange>();
        const auto compareTop = [&](std::size_t top) {
            wanted.top = top;
            return compare(trace->encoding, trace->text, trace->layers.size(), m_workspace.attributions.result().get(),
                           spans, wanted);
        };
        m_comparison = compareTop(static_cast<std::size_t>(std::max(1, m_chosenTop.value_or(m_top->value()))));
        const auto words = static_cast<int>(m_comparison.words.size());
        const int top = std::clamp(m_chosenTop.value_or(defaultTop()), 1, std::max(words, 1));
        if (static_cast<std::size_t>(top) != m_comparison.top && words > 0) {
            m_comparison = compareTop(static_cast<std::size_t>(top));
        }
        const QSignalBlocker quiet(m_top);
        m_top->setMaximum(std::max(words, 1));
        m_top->setValue(top);
        m_view->setComparison(trace, m_comparison);
    } else {
        m_comparison = {};
        m_view->setComparison(nullptr, {});
    }
    m_plot->setComparison(m_comparison);
    m_top->setEnabled(m_comparison.words.size() > 1);
    m_topLabel->setText(m_comparison.words.empty()
                            ? tr("Top words")
                            : tr("Top %1 of %2 words").arg(m_comparison.top).arg(m_comparison.words.size()));
    m_header->setCaption(caption());
    m_sources->setText(sources());
    showNumbers();
    updateControls();
}

void ComparePage::updateControls()
{
    const Attributions &attributions = m_workspace.attributions;
    const bool across = m_arrangement->currentIndex() == 1;
    for (MethodChip *chip : m_chips) {
        const ScoreMethod method = chip->method();
        const Attributions::State state = attributions.state(method);
        QString note;
        if (Attributions::isSlow(method)) {
            const auto seconds = attributions.estimate(method);
            note = state == Attributions::State::Running   ? tr("computing… click to cancel")
                   : state == Attributions::State::Waiting ? tr("waiting… click to cancel")
                   : state == Attributions::State::Done    ? QString()
                   : seconds                               ? duration(*seconds)
                                                           : tr("slow");
            if (state != Attributions::State::Running) {
                chip->setProgress(-1);
            }
            chip->setEnabled(state != Attributions::State::Idle || attributions.result() != nullptr);
        }
        chip->setNote(note);
        const bool idle = Attributions::isSlow(method) && state == Attributions::State::Idle;
        chip->setChecked(!idle && (across ? method == m_single : m_shown.count(method) > 0));
    }
    {
        const QSignalBlocker quiet(m_weights);
        m_weights->setCurrentIndex(attributions.fromAdapler() ? 1 : 0);
    }
    const auto &trace = m_workspace.session.trace();
    const auto target = attributions.target();
    const std::size_t label = target.value_or(trace ? trace->plain.label : 0);
    const QString name =
        trace && label < trace->labels.size() ? QString::fromStdString(trace->labels[label]) : QString();
    m_class->setText(target           ? tr("class: %1").arg(name)
                     : name.isEmpty() ? tr("class: predicted")
                                      : tr("class: predicted (%1)").arg(name));
}

QString ComparePage::caption() const
{
    if (m_comparison.words.empty()) {
        return {};
    }
    const auto layer = m_workspace.selection.layer() + 1;
    return m_arrangement->currentIndex() == 1
               ? tr("share of each word in the scores of %1, layer by layer").arg(methods::name(m_single))
               : tr("share of each word in the scores of each method, layer %1").arg(layer);
}

QString ComparePage::sources() const
{
    // Methods of the same origin stand together: "attention, rollout: plain twin".
    QList<std::pair<QString, QStringList>> groups;
    const auto &trace = m_workspace.session.trace();
    for (const ComparedRow &row : m_comparison.rows) {
        if (!row.scored || row.source.empty()) {
            continue;
        }
        QString origin = originOf(row.source);
        if (row.target && trace && *row.target < trace->labels.size()) {
            origin = tr("%1, class %2").arg(origin, QString::fromStdString(trace->labels[*row.target]));
        }
        const QString name = methods::name(row.method);
        const auto found =
            std::find_if(groups.begin(), groups.end(), [&origin](const auto &group) { return group.first == origin; });
        if (found == groups.end()) {
            groups.append({origin, {name}});
        } else if (!found->second.contains(name)) {
            found->second.append(name);
        }
    }
    if (m_comparison.words.empty()) {
        return {};
    }
    QStringList parts;
    for (const auto &[origin, names] : groups) {
        parts << tr("%1 from the %2").arg(names.join(tr(", ")), origin);
    }
    return parts.isEmpty() ? tr("scores are being computed…") : parts.join(QStringLiteral(" · "));
}

std::optional<Drawing> ComparePage::figure() const
{
    const auto &trace = m_workspace.session.trace();
    if (m_comparison.words.empty() || !trace) {
        return std::nullopt;
    }
    return comparisonDrawing(m_comparison, QString::fromStdString(trace->model),
                             QStringLiteral("%1 · %2").arg(caption(), sources()));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/whatif.h"

#include "core/reduction/thresholds.h"
#include "core/trace/keptwords.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace {

/// The slider of all layers; others are the layers'.
constexpr int allLayers = -2;

} // namespace

/// From one set of changes to another one.
class WhatIf::Step : public QUndoCommand {
public:
    /// `slider`: which one was moved, -1 if none.
    Step(WhatIf &owner, adaplens::Interventions before, adaplens::Interventions after, int slider)
        : m_owner(owner), m_before(std::move(before)), m_after(std::move(after)), m_slider(slider)
    {
    }
    void undo() override { m_owner.apply(m_before); }
    void redo() override { m_owner.apply(m_after); }
    [[nodiscard]] int id() const override { return m_slider == -1 ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const Step *>(other); // of the same id()
        if (next->m_slider != m_slider) {
            return false;
        }
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    WhatIf &m_owner;
    adaplens::Interventions m_before, m_after;
    int m_slider;
};

WhatIf::WhatIf(Session &session, QObject *parent) : QObject(parent), m_session(session), m_running(session.background())
{
    connect(&session, &Session::interventionsChanged, this, &WhatIf::interventionsChanged);
    connect(&session, &Session::textChanged, this, [this] {
        m_running.drop();
        m_unchanged = nullptr;
    });
    connect(&session, &Session::modelOpened, this, [this] {
        m_running.drop();
        m_unchanged = nullptr;
        Q_EMIT changed();
    });
    connect(&session, &Session::analysed, this, &WhatIf::analysed);
}

bool WhatIf::isPossible() const
{
    return m_session.model() && m_session.model()->adaptive && !m_session.dropping().nothing &&
           m_session.dropping().floor.empty();
}

bool WhatIf::hasThresholds() const
{
    return isPossible() && adaplens::hasThresholds(*m_session.model());
}

bool WhatIf::hasLayerThresholds() const
{
    return hasThresholds() && adaplens::hasLayerThresholds(*m_session.model());
}

adaplens::Interventions WhatIf::none() const
{
    return {.eta = m_session.thresholds()};
}

bool WhatIf::isChanged() const
{
    return m_session.interventions() != none();
}

void WhatIf::apply(const adaplens::Interventions &interventions)
{
    m_applying = true;
    m_session.setInterventions(interventions);
    m_applying = false;
    Q_EMIT changed();
}

void WhatIf::push(adaplens::Interventions next, int slider)
{
    if (isPossible() && next != m_session.interventions()) {
        m_steps.push(new Step(*this, m_session.interventions(), std::move(next), slider));
    }
}

void WhatIf::force(std::span<const std::uint32_t> pieces, std::size_t fromLayer, bool stays)
{
    adaplens::Interventions next = m_session.interventions();
    for (const std::uint32_t piece : pieces) {
        std::erase_if(next.forced, [piece](const adaplens::ForcedToken &token) { return token.piece == piece; });
        if (piece != 0) {
            next.forced.push_back({.piece = piece, .fromLayer = fromLayer, .stays = stays});
        }
    }
    push(std::move(next));
}

void WhatIf::release(std::span<const std::uint32_t> pieces)
{
    adaplens::Interventions next = m_session.interventions();
    std::erase_if(next.forced, [pieces](const adaplens::ForcedToken &token) {
        return std::ranges::find(pieces, token.piece) != pieces.end();
    });
    push(std::move(next));
}

std::optional<adaplens::ForcedToken> WhatIf::forced(std::uint32_t piece) const
{
    const auto found = std::ranges::find(allForced(), piece, &adaplens::ForcedToken::piece);
    return found == allForced().end() ? std::nullopt : std::optional(*found);
}

const std::vector<adaplens::ForcedToken> &WhatIf::allForced() const
{
    return m_session.interventions().forced;
}

double WhatIf::scale() const
{
    return m_session.interventions().scale;
}

void WhatIf::setScale(double scale)
{
    adaplens::Interventions next = m_session.interventions();
    next.scale = scale;
    push(std::move(next), allLayers);
}

double WhatIf::layerScale(std::size_t layer) const
{
    const auto &scales = m_session.interventions().layerScales;
    return layer < scales.size() ? scales[layer] : 1;
}

void WhatIf::setLayerScale(std::size_t layer, double scale)
{
    if (!hasLayerThresholds() || layer >= m_session.model()->layers) {
        return;
    }
    adaplens::Interventions next = m_session.interventions();
    next.layerScales.resize(m_session.model()->layers, 1);
    next.layerScales[layer] = scale;
    if (std::ranges::all_of(next.layerScales, [](double value) { return value == 1; })) {
        next.layerScales.clear();
    }
    push(std::move(next), static_cast<int>(layer));
}

void WhatIf::reset()
{
    push(none());
}

void WhatIf::interventionsChanged()
{
    if (!m_applying) {
        m_steps.clear(); // they are about tokens that are no longer there
        Q_EMIT changed();
    }
}

void WhatIf::analysed()
{
    const auto &trace = m_session.trace();
    if (trace && m_unchanged && (trace->window != m_unchanged->window || !adaplens::ofSameText(*trace, *m_unchanged))) {
        m_unchanged = nullptr;
    }
    if (!trace || !isPossible()) {
        m_unchanged = nullptr;
    } else if (!isChanged()) {
        m_unchanged = trace;
    } else if (!m_unchanged) {
        AnalysisRequest request{.text = trace->text, .pair = trace->pair, .window = trace->window, .options = {}};
        request.options.interventions = none();
        m_running.start(
            [analyser = m_session.analyser(), request](const std::stop_token &stop, const Requests::Post &) {
                auto found = analyser->run(request, stop);
                return found ? std::make_shared<const adaplens::Trace>(std::move(*found)) : TraceSource::TracePointer();
            },
            [this](const TraceSource::TracePointer &found) {
                m_unchanged = found;
                Q_EMIT changed();
            },
            [](const QString &) {}); // the session says why it fails
    }
    Q_EMIT changed();
}

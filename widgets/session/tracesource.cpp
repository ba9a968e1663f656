// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/tracesource.h"

#include "core/trace/strongestword.h"

#include <algorithm>
#include <utility>

namespace {

/// Words from which the first selection is made, so that a long text is shown from its beginning.
constexpr std::size_t firstWords = 24;

/// Whether places mean the same in both: no trace contradicts none, and a model that reads one text has no second.
bool ofOneText(const TraceSource::TracePointer &one, const TraceSource::TracePointer &other)
{
    return !one || !other || (one->text == other->text && (!one->pair || !other->pair || *one->pair == *other->pair));
}

} // namespace

TraceSource::TraceSource(QObject *parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { setOutdated(true); });
}

std::size_t TraceSource::layer() const
{
    return m_trace && !m_trace->layers.empty() ? std::min(m_layer, m_trace->layers.size() - 1) : 0;
}

std::optional<std::size_t> TraceSource::piece() const
{
    return m_trace && m_place ? adaplens::pieceAt(*m_trace, *m_place) : std::nullopt;
}

void TraceSource::select(std::size_t layer, std::optional<std::size_t> piece)
{
    if (assign(layer, m_trace && piece ? std::optional(adaplens::placeOf(*m_trace, *piece)) : std::nullopt)) {
        Q_EMIT selectionChanged();
    }
}

void TraceSource::selectLayer(std::size_t layer)
{
    if (assign(layer, m_place)) {
        Q_EMIT selectionChanged();
    }
}

void TraceSource::selectPlace(const std::optional<adaplens::TextPlace> &place)
{
    if (assign(m_layer, place)) {
        Q_EMIT selectionChanged();
    }
}

void TraceSource::follow(const TraceSource &other)
{
    if (assign(other.m_layer, ofOneText(m_trace, other.m_trace) ? other.m_place : m_place)) {
        Q_EMIT selectionChanged();
    }
}

void TraceSource::selectWithin()
{
    if (m_trace && m_place && assign(m_layer, within(m_place))) {
        Q_EMIT selectionChanged();
    }
}

std::optional<adaplens::TextPlace> TraceSource::within(const std::optional<adaplens::TextPlace> &place) const
{
    if (place && adaplens::pieceAt(*m_trace, *place)) {
        return place;
    }
    const auto strongest = adaplens::strongestWord(*m_trace, firstWords);
    return strongest ? std::optional(adaplens::placeOf(*m_trace, *strongest)) : std::nullopt;
}

bool TraceSource::assign(std::size_t layer, const std::optional<adaplens::TextPlace> &place)
{
    const bool another = layer != m_layer || place != m_place;
    m_layer = layer;
    m_place = place;
    return another;
}

void TraceSource::stepLayer(int by)
{
    if (m_trace && !m_trace->layers.empty()) {
        const auto last = static_cast<std::ptrdiff_t>(m_trace->layers.size()) - 1;
        selectLayer(
            static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(layer()) + by, 0, last)));
    }
}

void TraceSource::setTrace(TracePointer trace)
{
    const TracePointer before = std::exchange(m_trace, std::move(trace));
    std::optional<adaplens::TextPlace> place;
    if (m_trace) {
        place = m_place;
        if (place && before) {
            place = adaplens::placeAfterEdit(*place, *before, *m_trace);
        }
        place = within(place);
    }
    const bool another = assign(m_trace ? layer() : m_layer, place);
    Q_EMIT analysed(); // first, so that whoever hears of the selection knows what it is in
    if (another) {
        Q_EMIT selectionChanged();
    }
}

void TraceSource::setTimedTrace(TracePointer trace)
{
    m_trace = std::move(trace);
    Q_EMIT timed();
}

void TraceSource::setBusy(bool busy)
{
    if (busy == m_busy) {
        return;
    }
    m_busy = busy;
    if (busy) {
        m_patience.start();
    } else {
        m_patience.stop();
        setOutdated(false);
    }
    Q_EMIT busyChanged(busy);
}

void TraceSource::setOutdated(bool outdated)
{
    if (outdated != m_outdated) {
        m_outdated = outdated;
        Q_EMIT outdatedChanged(outdated);
    }
}

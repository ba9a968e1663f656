// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/tracesource.h"

#include "core/trace/strongestword.h"

#include <algorithm>
#include <utility>

namespace {

/// Words from which the first selection is made, so that a long text is shown from its beginning.
constexpr std::size_t firstWords = 24;

} // namespace

TraceSource::TraceSource(QObject *parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { setOutdated(true); });
}

std::size_t TraceSource::layer() const
{
    return m_trace && !m_trace->layers.empty() ? std::min(m_selection.layer(), m_trace->layers.size() - 1) : 0;
}

std::optional<std::size_t> TraceSource::piece() const
{
    return m_trace && m_selection.place() ? adaplens::pieceAt(*m_trace, *m_selection.place()) : std::nullopt;
}

void TraceSource::select(std::size_t layer, std::optional<std::size_t> piece)
{
    m_selection.set(layer, m_trace && piece ? std::optional(adaplens::placeOf(*m_trace, *piece)) : std::nullopt);
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
        place = m_selection.place();
        if (place && before) {
            place = adaplens::placeAfterEdit(*place, *before, *m_trace);
        }
        if (!place || !adaplens::pieceAt(*m_trace, *place)) {
            const auto strongest = adaplens::strongestWord(*m_trace, firstWords);
            place = strongest ? std::optional(adaplens::placeOf(*m_trace, *strongest)) : std::nullopt;
        }
    }
    const bool another = m_selection.assign(m_trace ? layer() : m_selection.layer(), place);
    Q_EMIT analysed();
    if (another) {
        Q_EMIT m_selection.changed();
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

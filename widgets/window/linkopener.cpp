// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/linkopener.h"

#include "core/model/fit.h"
#include "core/trace/trace.h"
#include "widgets/session/session.h"
#include "widgets/window/modelopener.h"

#include <algorithm>
#include <utility>

LinkOpener::LinkOpener(ModelOpener &opener, Session &session, QObject *parent)
    : QObject(parent), m_opener(opener), m_session(session)
{
    connect(&opener, &ModelOpener::opened, this, &LinkOpener::opened);
    connect(&opener, &ModelOpener::failed, this, [this] {
        m_opening.reset();
        m_running.reset();
    });
    connect(&session, &Session::analysed, this, &LinkOpener::analysed);
}

LinkedState LinkOpener::stateOf(const Session &session, std::span<const adaplens::ShippedModel> models)
{
    LinkedState state;
    state.text = QString::fromStdString(session.text());
    if (const auto &model = session.model()) {
        const auto shipped = std::ranges::find_if(models, [&model](const adaplens::ShippedModel &each) {
            return adaplens::isSameFolder(each.folder, model->folder);
        });
        state.model = shipped != models.end() ? QString::fromStdString(shipped->name)
                                              : QString::fromStdU16String(model->folder.u16string());
    }
    if (session.pair()) {
        state.pair = QString::fromStdString(*session.pair());
    }
    state.layer = session.layer();
    state.window = session.trace() ? session.trace()->window : 0;
    state.interventions = session.interventions();
    return state;
}

void LinkOpener::open(const QString &link)
{
    LinkedState state = readLink(link);
    m_folder = adaplens::modelFolder(state.model.toStdString());
    m_opening.reset();
    m_running.reset();
    const bool sameThresholds = m_session.thresholds() == state.interventions.eta;
    if (m_opener.isAtHand(m_folder) && sameThresholds) {
        m_opening = std::move(state);
        opened();
        return;
    }
    m_opener.open(QString::fromStdU16String(m_folder.u16string()), state.interventions.eta);
    m_opening = std::move(state);
}

void LinkOpener::opened()
{
    m_running.reset();
    auto state = std::exchange(m_opening, std::nullopt);
    if (!state || !m_opener.isAtHand(m_folder)) {
        return;
    }
    m_running = *state;
    Q_EMIT show(*state);
    // The same text may be there already.
    if (m_running && m_session.trace() && !m_session.busy()) {
        analysed();
    }
}

void LinkOpener::analysed()
{
    const auto &trace = m_session.trace();
    if (!m_running || !trace) {
        return;
    }
    const auto pair = m_running->pair ? std::optional(m_running->pair->toStdString()) : std::nullopt;
    if (trace->text != m_running->text.toStdString() || trace->pair != pair) {
        return; // what was there before
    }
    if (m_running->window != trace->window && m_running->window < trace->windows) {
        m_session.setWindow(m_running->window); // its analysis follows
        return;
    }
    const LinkedState state = *std::exchange(m_running, std::nullopt);
    const std::size_t layers = trace->layers.size();
    if (layers > 0) {
        m_session.selectLayer(std::min(state.layer, layers - 1));
    }
    const adaplens::Interventions &changes = state.interventions;
    const bool fits = (changes.layerScales.empty() || changes.layerScales.size() == layers) &&
                      std::ranges::all_of(changes.forced, [&](const adaplens::ForcedToken &token) {
                          return token.piece < trace->encoding.pieces.size() && token.fromLayer < layers;
                      });
    if (fits && state.window == trace->window) {
        m_session.setInterventions(changes);
    } else {
        Q_EMIT changesLeftOut();
    }
}

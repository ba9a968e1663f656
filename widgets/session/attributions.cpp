// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/attributions.h"

#include <algorithm>
#include <functional>
#include <utility>

using adaplens::ScoreMethod;

namespace {

std::vector<ScoreMethod> slowMethods()
{
    std::vector<ScoreMethod> methods = adaplens::allScoreMethods();
    std::erase_if(methods, std::not_fn(adaplens::isSlow));
    return methods;
}

} // namespace

Attributions::Attributions(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_scoring(session.background())
{
    connect(&session, &Session::analysed, this, &Attributions::restart);
    connect(&session, &Session::busyChanged, this, [this](bool busy) {
        if (busy) { // what is there stays until there is another trace
            stop();
            Q_EMIT stateChanged();
        }
    });
    connect(&session, &Session::modelOpened, this, [this] {
        m_target.reset(); // classes of another model
        reset();
    });
    // The analysis stands, its scores were stopped.
    connect(&session, &Session::openFailed, this, &Attributions::update);
}

std::vector<ScoreMethod> Attributions::methods() const
{
    std::vector<ScoreMethod> all = adaplens::allScoreMethods();
    if (m_session.model() && !m_session.model()->adaptive) {
        std::erase_if(all, adaplens::isOwnScore);
    }
    return all;
}

void Attributions::addViewer(const QObject *page)
{
    m_viewers.insert(page);
    update();
}

void Attributions::removeViewer(const QObject *page)
{
    m_viewers.remove(page);
    if (m_viewers.isEmpty() && busy() && !m_slowUnderWay) {
        m_scoring.drop();
        Q_EMIT stateChanged();
    }
}

void Attributions::setFromAdapler(bool fromAdapler)
{
    if (fromAdapler != m_fromAdapler) {
        m_fromAdapler = fromAdapler;
        restart();
    }
}

void Attributions::setTarget(std::optional<std::size_t> target)
{
    if (target != m_target) {
        m_target = target;
        restart();
    }
}

const adaplens::TokenScores *Attributions::scores(ScoreMethod method) const
{
    if (!m_result) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_result->scores, method, &adaplens::TokenScores::method);
    return found == m_result->scores.end() ? nullptr : &*found;
}

Attributions::State Attributions::state(ScoreMethod method) const
{
    if (scores(method)) {
        return State::Done;
    }
    if (!adaplens::isSlow(method)) {
        return busy() && !m_slowUnderWay ? State::Running : State::Idle;
    }
    if (m_slowUnderWay && m_slow.front() == method) {
        return State::Running;
    }
    return std::find(m_slow.begin(), m_slow.end(), method) != m_slow.end() ? State::Waiting : State::Idle;
}

std::optional<double> Attributions::estimate(ScoreMethod method) const
{
    const auto found = m_estimates.find(method);
    return found == m_estimates.end() ? std::nullopt : std::optional(found->second);
}

void Attributions::compute(ScoreMethod method)
{
    if (adaplens::isSlow(method) && state(method) == State::Idle && m_session.trace() && !m_session.busy()) {
        m_slow.push_back(method);
        update();
        Q_EMIT stateChanged();
    }
}

void Attributions::cancel(ScoreMethod method)
{
    const bool underWay = m_slowUnderWay && m_slow.front() == method;
    if (std::erase(m_slow, method) == 0) {
        return;
    }
    if (underWay) {
        m_slowUnderWay = false;
        m_scoring.drop();
        update();
    }
    Q_EMIT stateChanged();
}

void Attributions::stop()
{
    m_scoring.drop();
    m_slow.clear();
    m_slowUnderWay = false;
}

void Attributions::reset()
{
    stop();
    m_failed = false;
    m_estimates.clear();
    if (m_result) {
        m_result.reset();
        Q_EMIT changed();
    }
    Q_EMIT stateChanged();
}

void Attributions::restart()
{
    reset();
    update();
}

void Attributions::update()
{
    const auto &trace = m_session.trace();
    if (m_scoring.running() || m_session.busy() || !trace || trace->layers.empty()) {
        return;
    }
    if (!m_result && !m_failed && !m_viewers.isEmpty()) {
        std::vector<ScoreMethod> wanted = methods();
        std::erase_if(wanted, adaplens::isSlow);
        request(wanted, slowMethods());
    } else if (m_result && !m_slow.empty()) {
        m_slowUnderWay = true;
        request({m_slow.front()}, {});
    }
}

void Attributions::request(const std::vector<ScoreMethod> &methods, const std::vector<ScoreMethod> &estimates)
{
    AttributionRequest request;
    request.encoding = m_session.trace()->encoding;
    request.options.methods = methods;
    request.options.fromAdapler = m_fromAdapler;
    request.options.target = m_target;
    request.estimates = estimates;
    m_scoring.start(
        [this, analyser = m_session.analyser(), request = std::move(request)](const std::stop_token &stop,
                                                                              const Requests::Post &post) mutable {
            request.options.progress = [&](std::size_t done, std::size_t total) {
                post([this, done, total] {
                    if (m_slowUnderWay) {
                        Q_EMIT progress(m_slow.front(), done, total);
                    }
                });
            };
            return analyser->attribute(request, stop);
        },
        [this](const std::optional<AttributionResult> &result) {
            if (result) {
                take(*result);
            }
        },
        [this](const QString &message) { takeFailure(message); });
    Q_EMIT stateChanged();
}

void Attributions::take(const AttributionResult &result)
{
    if (m_slowUnderWay) {
        m_slowUnderWay = false;
        m_slow.pop_front();
        adaplens::Attribution all = *m_result;
        all.scores.insert(all.scores.end(), result.attribution->scores.begin(), result.attribution->scores.end());
        // Methods are listed everywhere in the order of the enumeration.
        std::ranges::stable_sort(all.scores, {}, &adaplens::TokenScores::method);
        m_result = std::make_shared<const adaplens::Attribution>(std::move(all));
    } else {
        m_result = result.attribution;
        const std::vector<ScoreMethod> slow = slowMethods();
        for (std::size_t i = 0; i < std::min(slow.size(), result.estimates.size()); ++i) {
            m_estimates[slow[i]] = result.estimates[i];
        }
    }
    update();
    Q_EMIT changed();
    Q_EMIT stateChanged();
}

void Attributions::takeFailure(const QString &message)
{
    if (m_slowUnderWay) {
        m_slowUnderWay = false;
        m_slow.pop_front();
    } else {
        m_failed = true;
    }
    update();
    Q_EMIT stateChanged();
    Q_EMIT failed(message);
}

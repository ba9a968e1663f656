// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/attributions.h"

#include <algorithm>
#include <utility>

using adaplens::ScoreMethod;

namespace {

std::vector<ScoreMethod> slowMethods()
{
    std::vector<ScoreMethod> methods = adaplens::allScoreMethods();
    std::erase_if(methods, [](ScoreMethod method) { return !adaplens::isSlow(method); });
    return methods;
}

/// The order in which methods are listed everywhere is that of the enumeration.
bool before(const adaplens::TokenScores &a, const adaplens::TokenScores &b)
{
    return a.method < b.method;
}

} // namespace

Attributions::Attributions(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::analysed, this, &Attributions::analysed);
    connect(&session, &Session::busyChanged, this, &Attributions::busyChanged);
    connect(&session, &Session::modelOpened, this, [this] {
        m_target.reset(); // classes of another model
        reset();
    });
    connect(&session, &Session::openFailed, this,
            &Attributions::update); // the analysis stands, its scores were stopped
    connect(&session, &Session::attributed, this, &Attributions::take);
    connect(&session, &Session::attributionFailed, this, &Attributions::takeFailure);
    connect(&session, &Session::attributionProgress, this,
            [this](std::uint64_t number, std::size_t done, std::size_t total) {
                if (number == m_number && m_slowUnderWay) {
                    Q_EMIT progress(m_slow.front(), done, total);
                }
            });
}

bool Attributions::isSlow(ScoreMethod method)
{
    return adaplens::isSlow(method);
}

std::vector<ScoreMethod> Attributions::methods() const
{
    std::vector<ScoreMethod> all = adaplens::allScoreMethods();
    if (m_session.model() && !m_session.model()->adaptive) {
        std::erase_if(all, adaplens::isOwnScore);
    }
    return all;
}

void Attributions::attach(const QObject *page)
{
    m_pages.insert(page);
    update();
}

void Attributions::detach(const QObject *page)
{
    m_pages.remove(page);
    if (m_pages.isEmpty() && m_number != 0 && !m_slowUnderWay) {
        m_number = 0;
        m_session.cancelAttribution();
        Q_EMIT stateChanged();
    }
}

void Attributions::setFromAdapler(bool fromAdapler)
{
    if (fromAdapler != m_fromAdapler) {
        m_fromAdapler = fromAdapler;
        reset();
        update();
    }
}

void Attributions::setTarget(std::optional<std::size_t> target)
{
    if (target != m_target) {
        m_target = target;
        reset();
        update();
    }
}

const adaplens::TokenScores *Attributions::scores(ScoreMethod method) const
{
    if (!m_result) {
        return nullptr;
    }
    const auto found = std::find_if(m_result->scores.begin(), m_result->scores.end(),
                                    [method](const adaplens::TokenScores &scores) { return scores.method == method; });
    return found == m_result->scores.end() ? nullptr : &*found;
}

Attributions::State Attributions::state(ScoreMethod method) const
{
    if (scores(method)) {
        return State::Done;
    }
    if (!isSlow(method)) {
        return m_number != 0 && !m_slowUnderWay ? State::Running : State::Idle;
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
    if (isSlow(method) && state(method) == State::Idle && m_session.trace() && !m_session.busy()) {
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
        m_number = 0;
        m_session.cancelAttribution();
        update();
    }
    Q_EMIT stateChanged();
}

void Attributions::reset()
{
    if (m_number != 0) {
        m_session.cancelAttribution();
    }
    m_number = 0;
    m_slow.clear();
    m_slowUnderWay = false;
    m_failed = false;
    m_estimates.clear();
    if (m_result) {
        m_result.reset();
        Q_EMIT changed();
    }
    Q_EMIT stateChanged();
}

void Attributions::analysed()
{
    reset();
    update();
}

void Attributions::busyChanged(bool busy)
{
    if (!busy) {
        return; // analysed() or a failure follows
    }
    // The session has dropped what was under way; what is there stays until there is another trace.
    m_number = 0;
    m_slow.clear();
    m_slowUnderWay = false;
    Q_EMIT stateChanged();
}

void Attributions::update()
{
    const auto &trace = m_session.trace();
    if (m_number != 0 || m_session.busy() || !trace || trace->layers.empty()) {
        return;
    }
    if (!m_result && !m_failed && !m_pages.isEmpty()) {
        std::vector<ScoreMethod> wanted = methods();
        std::erase_if(wanted, isSlow);
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
    m_number = m_session.attribute(std::move(request));
    Q_EMIT stateChanged();
}

void Attributions::take(std::uint64_t number, const AttributionResult &result)
{
    if (number != m_number) {
        return;
    }
    m_number = 0;
    if (m_slowUnderWay) {
        m_slowUnderWay = false;
        m_slow.pop_front();
        adaplens::Attribution all = *m_result;
        all.scores.insert(all.scores.end(), result.attribution->scores.begin(), result.attribution->scores.end());
        std::stable_sort(all.scores.begin(), all.scores.end(), before);
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

void Attributions::takeFailure(std::uint64_t number, const QString &message)
{
    if (number != m_number) {
        return;
    }
    m_number = 0;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/session.h"

#include "core/reduction/names.h"

#include <utility>

Session::Session(Loader loader, QObject *parent) : TraceSource(parent), m_loader(std::move(loader))
{
    m_debounce.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_debounce, &QTimer::timeout, this, [this] { request(1); });
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_repeatsTiming) {
            request(timingRuns);
        }
    });
}

adaplens::RuleNames Session::rule() const
{
    return !trace() && m_model ? adaplens::namesOf(*m_model) : TraceSource::rule();
}

void Session::open(const std::filesystem::path &folder, adaplens::Precision precision,
                   const std::vector<double> &thresholds, const Dropping &dropping)
{
    m_pause.stop();
    m_debounce.stop();
    m_analysis.drop();
    m_precision = precision;
    m_opening.start(
        [this, folder, precision](const std::stop_token &stop, const Requests::Post &) {
            return std::shared_ptr<Analyser>(m_loader(folder, precision, stop));
        },
        [this, thresholds, dropping](std::shared_ptr<Analyser> analyser) {
            takeModel(std::move(analyser), thresholds, dropping);
        },
        [this, folder](const QString &message) { takeOpenFailure(folder, message); });
    setBusy(true);
}

void Session::close()
{
    m_pause.stop();
    m_debounce.stop();
    m_analysis.drop();
    m_opening.drop();
    m_background.start([old = std::exchange(m_analyser, nullptr)](const auto &...) {}); // as in takeModel()
    m_model.reset();
    m_current = false;
    setBusy(false);
    setTrace(nullptr);
}

void Session::setText(const QString &text, const std::optional<QString> &pair)
{
    std::string bytes = text.toStdString();
    std::optional<std::string> pairBytes;
    if (pair) {
        pairBytes = pair->toStdString();
    }
    if (bytes == m_request.text && pairBytes == m_request.pair) {
        return;
    }
    m_request.text = std::move(bytes);
    m_request.pair = std::move(pairBytes);
    m_request.window = 0;
    forgetForced();
    Q_EMIT textChanged();
    analyse();
}

void Session::setWindow(std::size_t window)
{
    if (window != m_request.window) {
        m_request.window = window;
        forgetForced();
        analyse();
    }
}

void Session::setInterventions(const adaplens::Interventions &interventions)
{
    if (interventions != m_request.options.interventions) {
        m_request.options.interventions = interventions;
        Q_EMIT interventionsChanged();
        analyse();
    }
}

void Session::forgetForced()
{
    if (!m_request.options.interventions.forced.empty()) {
        m_request.options.interventions.forced.clear();
        Q_EMIT interventionsChanged();
    }
}

void Session::setPlainScore(adaplens::ScoreKind kind)
{
    if (kind != m_request.options.plainScore) {
        m_request.options.plainScore = kind;
        analyse();
    }
}

void Session::analyse()
{
    m_current = false;
    m_pause.stop();
    m_analysis.drop();
    if (m_opening.running()) {
        return; // it ends with an analysis of its own
    }
    if (!m_analyser) {
        return;
    }
    if (QString::fromStdString(m_request.text).trimmed().isEmpty()) {
        m_debounce.stop();
        setBusy(false);
        m_current = true;
        setTrace(nullptr);
        return;
    }
    // A key after a pause is answered at once; in a burst of keys only the last one is.
    m_debounce.start(busy() ? debounce : std::chrono::milliseconds::zero());
    setBusy(true);
}

void Session::request(int runs)
{
    AnalysisRequest request = m_request;
    request.options.timingRuns = runs;
    m_analysis.start(
        [analyser = m_analyser, request = std::move(request)](const std::stop_token &stop, const Requests::Post &) {
            auto trace = analyser->run(request, stop);
            return trace ? std::make_shared<const adaplens::Trace>(std::move(*trace)) : TracePointer();
        },
        [this](const TracePointer &trace) {
            if (trace) {
                takeTrace(trace);
            }
        },
        [this](const QString &message) { takeRunFailure(message); });
}

void Session::takeModel(std::shared_ptr<Analyser> analyser, const std::vector<double> &thresholds,
                        const Dropping &dropping)
{
    // Whatever waits for the old model still has it; giving its memory back takes time that the window has not.
    m_background.start([old = std::exchange(m_analyser, std::move(analyser))](const auto &...) {});
    m_model = m_analyser->info();
    m_request.options.interventions = {.eta = thresholds}; // another model's do not fit
    m_request.options.plain = dropping.nothing;
    m_request.options.floor = dropping.floor;
    m_current = false;
    setBusy(false);
    if (!m_keepsLayer) {
        selectLayer(m_model->layers > 0 ? (m_model->layers - 1) / 2 : 0);
    }
    Q_EMIT interventionsChanged();
    Q_EMIT modelOpened();
    analyse();
}

void Session::takeOpenFailure(const std::filesystem::path &folder, const QString &message)
{
    setBusy(false);
    if (!m_current) {
        analyse(); // the opening had stopped it
    } else if (trace()) {
        m_pause.start(pause);
    }
    Q_EMIT openFailed(message, QString::fromStdU16String(folder.u16string()));
}

void Session::takeTrace(const TracePointer &trace)
{
    m_request.window = trace->window;
    if (std::exchange(m_current, true)) {
        setTimedTrace(trace);
        return;
    }
    setBusy(false);
    setTrace(trace);
    m_pause.start(pause);
}

void Session::takeRunFailure(const QString &message)
{
    setBusy(false);
    if (m_current) {
        return; // only the repeated timing failed; the analysis stands
    }
    m_current = true;
    setTrace(nullptr);
    Q_EMIT failed(message);
}

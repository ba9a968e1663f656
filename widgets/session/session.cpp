// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/session.h"

#include <utility>

Session::Session(Loader loader, QObject *parent)
    : QObject(parent), m_worker(std::move(loader), [this](const Worker::Result &result) { take(result); })
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

void Session::open(const std::filesystem::path &folder, adaplens::Precision precision)
{
    m_pause.stop();
    m_debounce.stop();
    m_openNumber = ++m_number;
    m_attributionNumber = 0;
    m_precision = precision;
    m_worker.open(m_openNumber, folder, precision);
    setBusy(true);
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
    Q_EMIT textChanged();
    analyse();
}

void Session::setWindow(std::size_t window)
{
    if (window != m_request.window) {
        m_request.window = window;
        analyse();
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
    m_worker.cancel();
    m_attributionNumber = 0;
    ++m_number; // whatever was under way is old now, even if it is already done
    if (m_openNumber != 0) {
        return; // the opening ends with an analysis of its own
    }
    if (!m_model) {
        return;
    }
    if (QString::fromStdString(m_request.text).trimmed().isEmpty()) {
        m_debounce.stop();
        setBusy(false);
        m_trace.reset();
        m_current = true;
        Q_EMIT analysed();
        return;
    }
    // A key after a pause is answered at once; in a burst of keys only the last one is.
    m_debounce.start(m_busy ? debounce : std::chrono::milliseconds::zero());
    setBusy(true);
}

std::uint64_t Session::attribute(AttributionRequest request)
{
    // A number of its own: a repeated timing does not make scores old.
    m_attributionNumber = ++m_attributionCount;
    m_worker.attribute(m_attributionNumber, std::move(request));
    return m_attributionNumber;
}

void Session::cancelAttribution()
{
    m_attributionNumber = 0;
    m_worker.cancelAttribution();
}

void Session::request(int runs)
{
    AnalysisRequest request = m_request;
    request.options.timingRuns = runs;
    m_worker.run(++m_number, std::move(request));
}

void Session::take(const Worker::Result &result)
{
    if (const auto *model = std::get_if<adaplens::ModelInfo>(&result.value)) {
        takeModel(*model, result.number);
        return;
    }
    const auto *failure = std::get_if<Worker::Failure>(&result.value);
    const bool attribution =
        failure ? failure->kind == Worker::Kind::Attribute : !std::holds_alternative<TracePointer>(result.value);
    if (attribution) {
        takeAttribution(result);
    } else if (failure && failure->kind == Worker::Kind::Open) {
        takeOpenFailure(failure->message, result.number);
    } else if (result.number != m_number) {
        return;
    } else if (failure) {
        takeRunFailure(failure->message);
    } else {
        takeTrace(std::get<TracePointer>(result.value));
    }
}

// Openings are all taken, in their order, so that this side always knows which model the worker holds.
void Session::takeModel(const adaplens::ModelInfo &model, std::uint64_t number)
{
    const bool latest = number == m_openNumber;
    m_model = model;
    m_current = false;
    if (latest) {
        m_openNumber = 0;
        setBusy(false);
    }
    Q_EMIT modelOpened();
    if (latest) {
        analyse();
    }
}

void Session::takeOpenFailure(const QString &message, std::uint64_t number)
{
    if (number == m_openNumber) {
        m_openNumber = 0;
        setBusy(false);
        if (!m_current) {
            analyse(); // the opening had stopped it
        } else if (m_trace) {
            m_pause.start(pause);
        }
    }
    Q_EMIT openFailed(message);
}

void Session::takeTrace(const TracePointer &trace)
{
    const bool repeated = m_current;
    m_trace = trace;
    m_request.window = m_trace->window;
    m_current = true;
    if (repeated) {
        Q_EMIT timed();
        return;
    }
    setBusy(false);
    Q_EMIT analysed();
    m_pause.start(pause);
}

void Session::takeAttribution(const Worker::Result &result)
{
    if (result.number != m_attributionNumber) {
        return;
    }
    if (const auto *progress = std::get_if<Worker::Progress>(&result.value)) {
        Q_EMIT attributionProgress(result.number, progress->done, progress->total);
        return;
    }
    m_attributionNumber = 0;
    if (const auto *failure = std::get_if<Worker::Failure>(&result.value)) {
        Q_EMIT attributionFailed(result.number, failure->message);
    } else {
        Q_EMIT attributed(result.number, std::get<AttributionResult>(result.value));
    }
}

void Session::takeRunFailure(const QString &message)
{
    setBusy(false);
    if (m_current) {
        return; // only the repeated timing failed; the analysis stands
    }
    m_trace.reset();
    m_current = true;
    Q_EMIT analysed();
    Q_EMIT failed(message);
}

void Session::setBusy(bool busy)
{
    if (busy != m_busy) {
        m_busy = busy;
        Q_EMIT busyChanged(busy);
    }
}

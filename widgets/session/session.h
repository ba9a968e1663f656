// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/worker.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

/// The text and model at hand: turns edits into numbered requests to the worker and its results into one current trace.
/// While the user types each text is run and timed once; after a pause the timing is repeated and the median shown.
class Session : public QObject {
    Q_OBJECT

public:
    using TracePointer = std::shared_ptr<const adaplens::Trace>;
    static constexpr std::chrono::milliseconds debounce{25}; ///< from the last key of a burst to the run
    static constexpr std::chrono::milliseconds pause{1000};  ///< from a result to its repeated timing
    static constexpr int timingRuns = 10;

    explicit Session(Loader loader, QObject *parent = nullptr);

    /// Opens a model folder; modelOpened() or openFailed() follows. The old model and analysis stay until then.
    void open(const std::filesystem::path &folder, adaplens::Precision precision = adaplens::Precision::Float32);
    /// What the latest open() asked for.
    [[nodiscard]] adaplens::Precision precision() const { return m_precision; }
    /// The text to analyse: at once, or while another run is under way after a short wait for more keys. An empty text
    /// clears the analysis.
    void setText(const QString &text, const std::optional<QString> &pair);
    /// Which window of a long text to show.
    void setWindow(std::size_t window);
    /// Whether a text is timed again after a pause (at first yes): not where nobody looks at its cost.
    void setRepeatsTiming(bool repeats) { m_repeatsTiming = repeats; }
    /// What the map shows for models that drop nothing.
    void setPlainScore(adaplens::ScoreKind kind);

    /// Scores the pieces of a text on the session's thread, when no run waits; attributed() or attributionFailed() with
    /// this number follows. An earlier request is dropped, and so is this one when the text or the model changes.
    std::uint64_t attribute(AttributionRequest request);
    void cancelAttribution();

    /// The text to analyse, which trace() may not have reached yet.
    [[nodiscard]] const std::string &text() const { return m_request.text; }
    [[nodiscard]] const std::optional<adaplens::ModelInfo> &model() const { return m_model; }
    /// The analysis of the text at hand, or of an earlier one while busy; null without text or model.
    [[nodiscard]] const TracePointer &trace() const { return m_trace; }
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void modelOpened();
    void openFailed(const QString &message);
    void analysed();                     ///< trace() is another one
    void timed();                        ///< trace() is the same but for a better measurement of its cost
    void failed(const QString &message); ///< the text could not be analysed; trace() is null
    void busyChanged(bool busy);
    void textChanged(); ///< text() is another one; its analysis follows
    void attributed(std::uint64_t number, const AttributionResult &result);
    void attributionProgress(std::uint64_t number, std::size_t done, std::size_t total);
    void attributionFailed(std::uint64_t number, const QString &message);

private:
    void take(const Worker::Result &result);
    void takeModel(const adaplens::ModelInfo &model, std::uint64_t number);
    void takeOpenFailure(const QString &message, std::uint64_t number);
    void takeTrace(const TracePointer &trace);
    void takeAttribution(const Worker::Result &result);
    void takeRunFailure(const QString &message);
    void request(int runs);
    void analyse();
    void setBusy(bool busy);

    AnalysisRequest m_request;
    std::optional<adaplens::ModelInfo> m_model;
    adaplens::Precision m_precision = adaplens::Precision::Float32;
    TracePointer m_trace;
    std::uint64_t m_number = 0;                                    // of the latest request of any kind
    std::uint64_t m_attributionCount = 0, m_attributionNumber = 0; // of the scores asked for; 0 = none
    std::uint64_t m_openNumber = 0;                                // of the opening under way; 0 = none
    bool m_current = false;                                        // m_trace belongs to m_request
    bool m_busy = false;
    bool m_repeatsTiming = true;
    QTimer m_debounce, m_pause;
    Worker m_worker; // last: its thread ends before the rest goes
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/analyser.h"
#include "widgets/session/requests.h"
#include "widgets/session/tracesource.h"

#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

/// Which tokens go in place of those that a model's own rule drops.
struct Dropping {
    bool nothing = false;   ///< none: the plain twin runs
    std::string floor = {}; ///< as many as the rule drops, chosen without training; one of adaplens::floorNames()
};

/// The text and model at hand: turns edits into requests to a thread of its own and their results into one current
/// trace. While the user types each text is run and timed once; after a pause the timing is repeated and the median
/// shown.
class Session : public TraceSource {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds debounce{25}; ///< from the last key of a burst to the run
    static constexpr std::chrono::milliseconds pause{1000};  ///< from a result to its repeated timing
    static constexpr int timingRuns = 10;

    explicit Session(Loader loader, QObject *parent = nullptr);

    /// Opens a model folder; modelOpened() or openFailed() follows, unless another one is opened first. The old model
    /// and analysis stay until then.
    /// `thresholds`: that it runs texts with in place of its own, as Interventions::eta; empty = its own.
    void open(const std::filesystem::path &folder, adaplens::Precision precision = adaplens::Precision::Float32,
              const std::vector<double> &thresholds = {}, const Dropping &dropping = {});
    /// Gives the model back; nothing of it arrives any more. The text stays.
    void close();
    /// What the latest open() asked for.
    [[nodiscard]] adaplens::Precision precision() const { return m_precision; }
    /// The text to analyse: at once, or while another run is under way after a short wait for more keys. An empty text
    /// clears the analysis.
    void setText(const QString &text, const std::optional<QString> &pair);
    /// Which window of a long text to show.
    void setWindow(std::size_t window);
    /// Whether a text is timed again after a pause (at first yes): not where nobody looks at its cost.
    void setRepeatsTiming(bool repeats) { m_repeatsTiming = repeats; }
    /// Whether a model just opened leaves the selected layer as it is (at first no): where the selection is another
    /// source's, too.
    void setKeepsLayer(bool keeps) { m_keepsLayer = keeps; }
    /// What the map shows for models that drop nothing.
    void setPlainScore(adaplens::ScoreKind kind);

    /// The text to analyse, which trace() may not have reached yet.
    [[nodiscard]] const std::string &text() const { return m_request.text; }
    [[nodiscard]] const std::optional<std::string> &pair() const { return m_request.pair; }
    /// Which window of it.
    [[nodiscard]] std::size_t window() const { return m_request.window; }
    [[nodiscard]] const std::optional<adaplens::ModelInfo> &model() const { return m_model; }
    [[nodiscard]] adaplens::RuleNames rule() const override;
    /// What the model at hand was opened to drop.
    [[nodiscard]] Dropping dropping() const { return {m_request.options.plain, m_request.options.floor}; }
    /// Those that the model at hand runs texts with in place of its own; empty = its own.
    [[nodiscard]] const std::vector<double> &thresholds() const { return m_request.options.interventions.eta; }
    /// What the user changes about the runs of this text, those thresholds among it. Other words are other tokens: a new
    /// text or window forgets what was forced, another model everything.
    [[nodiscard]] const adaplens::Interventions &interventions() const { return m_request.options.interventions; }
    /// Runs the text again with such changes, which must fit the model and the text.
    void setInterventions(const adaplens::Interventions &interventions);
    /// Which model that is; another one after its folder was written to and opened again. Empty without a model.
    [[nodiscard]] std::optional<adaplens::ModelIdentity> identity() const
    {
        return m_analyser ? std::optional(m_analyser->identity()) : std::nullopt;
    }

    /// For further requests to the model: it may be run on this thread only.
    [[nodiscard]] const std::shared_ptr<Analyser> &analyser() const { return m_analyser; }
    [[nodiscard]] Background &background() { return m_background; }

Q_SIGNALS:
    void modelOpened();
    void openFailed(const QString &message, const QString &folder); ///< the model before it stays
    void failed(const QString &message);                            ///< the text could not be analysed; trace() is null
    void textChanged();                                             ///< text() is another one; its analysis follows
    void interventionsChanged();                                    ///< an analysis with others follows

private:
    void takeModel(std::shared_ptr<Analyser> analyser, const std::vector<double> &thresholds, const Dropping &dropping);
    void takeOpenFailure(const std::filesystem::path &folder, const QString &message);
    void takeTrace(const TracePointer &trace);
    void takeRunFailure(const QString &message);
    void request(int runs);
    void forgetForced();
    void analyse();

    const Loader m_loader;
    AnalysisRequest m_request;
    std::optional<adaplens::ModelInfo> m_model;
    adaplens::Precision m_precision = adaplens::Precision::Float32;
    bool m_current = false; // trace() belongs to m_request
    bool m_repeatsTiming = true, m_keepsLayer = false;
    QTimer m_debounce, m_pause;
    std::shared_ptr<Analyser> m_analyser;
    Background m_background; // its thread ends before the rest goes
    Requests m_opening{m_background}, m_analysis{m_background};
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/analyser.h"
#include "widgets/session/background.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <variant>

/// The one thread that owns the model: opening, running and scoring happen there, in the order in which they are asked
/// for. At most one of each kind waits; a new one replaces what waits of its kind and stops what is under way of it.
/// All functions are for the GUI thread.
class Worker {
public:
    using TracePointer = std::shared_ptr<const adaplens::Trace>;
    enum class Kind : std::size_t { Open, Run, Attribute };
    struct Failure {
        Kind kind = Kind::Run; ///< a model that cannot be opened leaves the old one
        QString message;
    };
    struct Progress {
        std::size_t done = 0, total = 0; ///< passes of a slow score
    };
    using Value = std::variant<adaplens::ModelInfo, TracePointer, AttributionResult, Progress, Failure>;
    struct Result {
        std::uint64_t number = 0; ///< the number given with the request
        Value value;
    };

    /// `deliver` is called on the GUI thread with each result.
    Worker(Loader loader, std::function<void(const Result &)> deliver);
    ~Worker(); ///< stops what is under way and waits for it
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Also cancels runs and scorings: they were asked for with the old model in mind.
    void open(std::uint64_t number, std::filesystem::path folder, adaplens::Precision precision);
    void run(std::uint64_t number, AnalysisRequest request);
    void attribute(std::uint64_t number, AttributionRequest request);
    /// Stops run and scoring under way and forgets those that wait.
    void cancel();
    void cancelAttribution();

private:
    using Tell = std::function<void(Value)>;
    using Work = std::function<void(const std::stop_token &, const Tell &)>;
    [[nodiscard]] std::stop_source &stopOf(Kind kind) { return m_stops[static_cast<std::size_t>(kind)]; }
    void start(Kind kind, std::uint64_t number, Work work);

    const Loader m_loader;
    const std::function<void(const Result &)> m_deliver;
    std::unique_ptr<Analyser> m_analyser;    // background thread only
    std::array<std::stop_source, 3> m_stops; // GUI thread only: each stops the latest request of a kind
    Background m_background;                 // last: its thread ends before the rest goes
};

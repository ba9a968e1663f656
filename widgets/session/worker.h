// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/analyser.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

/// The one thread that owns the model: opening, running and scoring happen there, in this order where several wait. At
/// most one of each kind waits; a new one replaces what waits of its kind and stops what is under way of it. All functions
/// are for the GUI thread; results are plain values, fetched after `wake`.
class Worker {
public:
    using TracePointer = std::shared_ptr<const adaplens::Trace>;
    enum class Kind { Open, Run, Attribute };
    struct Failure {
        Kind kind = Kind::Run; ///< a model that cannot be opened leaves the old one
        std::string message;
    };
    struct Progress {
        std::size_t done = 0, total = 0; ///< passes of a slow score
    };
    struct Result {
        std::uint64_t number = 0; ///< the number given with the request
        std::variant<adaplens::ModelInfo, TracePointer, AttributionResult, Progress, Failure> value;
    };

    /// `wake` is called on the worker thread when results wait.
    Worker(Loader loader, std::function<void()> wake);
    ~Worker(); ///< stops the run under way and waits for it
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void open(std::uint64_t number, std::filesystem::path folder);
    void run(std::uint64_t number, AnalysisRequest request);
    void attribute(std::uint64_t number, AttributionRequest request);
    /// Stops run and scoring under way and forgets those that wait.
    void cancel();
    void cancelAttribution();
    [[nodiscard]] std::vector<Result> takeResults();

private:
    struct Open {
        std::uint64_t number = 0;
        std::filesystem::path folder;
    };
    struct Run {
        std::uint64_t number = 0;
        AnalysisRequest request;
        std::stop_token stop;
    };
    struct Attribute {
        std::uint64_t number = 0;
        AttributionRequest request;
        std::stop_token stop;
    };
    void cancelRun();
    void loop(const std::stop_token &quit);
    void perform(const Open &open);
    void perform(const Run &run);
    void perform(const Attribute &attribute);
    void deliver(Result result);
    /// Holds the call of `wake` and nothing else: what it leads to is not seen by the thread sanitizer, which knows Qt's
    /// queues by this name (packaging/sanitizers/tsan.supp).
    void wake() const;

    const Loader m_loader;
    const std::function<void()> m_wake;
    std::unique_ptr<Analyser> m_analyser; // worker thread only
    std::stop_source m_stop;              // GUI thread only: stops the latest run
    std::stop_source m_stopAttribute;     // GUI thread only
    std::mutex m_mutex;                   // guards the next five
    std::condition_variable_any m_todo;
    std::optional<Open> m_open;
    std::optional<Run> m_run;
    std::optional<Attribute> m_attribute;
    std::vector<Result> m_results;
    std::jthread m_thread; // last: joined before the rest goes
};

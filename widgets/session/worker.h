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

/// The one thread that owns the model: opening and running happen there. At most one opening and one run wait; a new one
/// replaces what waits and stops the run under way. All functions are for the GUI thread; results are plain values, fetched
/// after `wake`.
class Worker {
public:
    using TracePointer = std::shared_ptr<const adaplens::Trace>;
    struct Failure {
        bool opening = false; ///< the model could not be opened (the old one stays) rather than the text not be run
        std::string message;
    };
    struct Result {
        std::uint64_t number = 0; ///< the number given with the request
        std::variant<adaplens::ModelInfo, TracePointer, Failure> value;
    };

    /// `wake` is called on the worker thread when results wait.
    Worker(Loader loader, std::function<void()> wake);
    ~Worker(); ///< stops the run under way and waits for it
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void open(std::uint64_t number, std::filesystem::path folder);
    void run(std::uint64_t number, AnalysisRequest request);
    /// Stops the run under way and forgets the one that waits.
    void cancel();
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
    void loop(const std::stop_token &quit);
    void perform(const Open &open);
    void perform(const Run &run);
    void deliver(Result result);

    const Loader m_loader;
    const std::function<void()> m_wake;
    std::unique_ptr<Analyser> m_analyser; // worker thread only
    std::stop_source m_stop;              // GUI thread only: stops the latest run
    std::mutex m_mutex;                   // guards the next four
    std::condition_variable_any m_todo;
    std::optional<Open> m_open;
    std::optional<Run> m_run;
    std::vector<Result> m_results;
    std::jthread m_thread; // last: joined before the rest goes
};

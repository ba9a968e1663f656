// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/worker.h"

#include <exception>
#include <new>
#include <utility>

namespace {

/// Text for the user of whatever was thrown; called within a catch block.
std::string describeException()
{
    try {
        throw;
    } catch (const std::bad_alloc &) {
        return "The machine has not enough free memory for this; close other programs or take a shorter text.";
    } catch (const std::exception &error) {
        return error.what();
    }
}

} // namespace

Worker::Worker(Loader loader, std::function<void()> wake)
    : m_loader(std::move(loader)),
      m_wake(std::move(wake)),
      m_thread([this](const std::stop_token &quit) { loop(quit); })
{
}

Worker::~Worker()
{
    m_stop.request_stop();
    m_stopAttribute.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void Worker::open(std::uint64_t number, std::filesystem::path folder)
{
    cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_open = Open{number, std::move(folder)};
    }
    m_todo.notify_one();
}

void Worker::run(std::uint64_t number, AnalysisRequest request)
{
    cancelRun();
    m_stop = std::stop_source();
    {
        const std::lock_guard lock(m_mutex);
        m_run = Run{number, std::move(request), m_stop.get_token()};
    }
    m_todo.notify_one();
}

void Worker::attribute(std::uint64_t number, AttributionRequest request)
{
    cancelAttribution();
    m_stopAttribute = std::stop_source();
    {
        const std::lock_guard lock(m_mutex);
        m_attribute = Attribute{number, std::move(request), m_stopAttribute.get_token()};
    }
    m_todo.notify_one();
}

void Worker::cancel()
{
    cancelRun();
    cancelAttribution();
}

void Worker::cancelRun()
{
    m_stop.request_stop();
    const std::lock_guard lock(m_mutex);
    m_run.reset();
}

void Worker::cancelAttribution()
{
    m_stopAttribute.request_stop();
    const std::lock_guard lock(m_mutex);
    m_attribute.reset();
}

std::vector<Worker::Result> Worker::takeResults()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_results, {});
}

void Worker::loop(const std::stop_token &quit)
{
    while (true) {
        std::optional<Open> open;
        std::optional<Run> run;
        std::optional<Attribute> attribute;
        {
            std::unique_lock lock(m_mutex);
            if (!m_todo.wait(lock, quit, [this] { return m_open || m_run || m_attribute; }) || quit.stop_requested()) {
                return;
            }
            // Opening first: a run that waits was asked for with the new model in mind.
            if (m_open) {
                open = std::exchange(m_open, std::nullopt);
            } else if (m_run) {
                run = std::exchange(m_run, std::nullopt);
            } else {
                attribute = std::exchange(m_attribute, std::nullopt);
            }
        }
        if (open) {
            perform(*open);
        } else if (run) {
            perform(*run);
        } else {
            perform(*attribute);
        }
    }
}

void Worker::perform(const Open &open)
{
    try {
        // The old model stays until the new one is whole.
        m_analyser = m_loader(open.folder);
        deliver({open.number, m_analyser->info()});
    } catch (...) {
        deliver({open.number, Failure{Kind::Open, describeException()}});
    }
}

void Worker::perform(const Run &run)
{
    if (!m_analyser || run.stop.stop_requested()) {
        return;
    }
    try {
        if (auto trace = m_analyser->run(run.request, run.stop)) {
            deliver({run.number, std::make_shared<const adaplens::Trace>(std::move(*trace))});
        }
    } catch (...) {
        deliver({run.number, Failure{Kind::Run, describeException()}});
    }
}

void Worker::perform(const Attribute &attribute)
{
    if (!m_analyser || attribute.stop.stop_requested()) {
        return;
    }
    try {
        AttributionRequest request = attribute.request;
        request.options.progress = [this, number = attribute.number](std::size_t done, std::size_t total) {
            deliver({number, Progress{done, total}});
        };
        if (auto result = m_analyser->attribute(request, attribute.stop)) {
            deliver({attribute.number, std::move(*result)});
        }
    } catch (...) {
        deliver({attribute.number, Failure{Kind::Attribute, describeException()}});
    }
}

void Worker::deliver(Result result)
{
    {
        const std::lock_guard lock(m_mutex);
        m_results.push_back(std::move(result));
    }
    wake();
}

void Worker::wake() const
{
    m_wake();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/worker.h"

#include "widgets/session/failure.h"

#include <utility>

Worker::Worker(Loader loader, std::function<void(const Result &)> deliver)
    : m_loader(std::move(loader)), m_deliver(std::move(deliver))
{
}

Worker::~Worker()
{
    cancel();
}

void Worker::open(std::uint64_t number, std::filesystem::path folder, adaplens::Precision precision)
{
    cancel();
    start(Kind::Open, number, [this, folder = std::move(folder), precision](const std::stop_token &, const Tell &tell) {
        // The old model stays until the new one is whole.
        m_analyser = m_loader(folder, precision);
        tell(m_analyser->info());
    });
}

void Worker::run(std::uint64_t number, AnalysisRequest request)
{
    start(Kind::Run, number, [this, request = std::move(request)](const std::stop_token &stop, const Tell &tell) {
        if (!m_analyser) {
            return;
        }
        if (auto trace = m_analyser->run(request, stop)) {
            tell(std::make_shared<const adaplens::Trace>(std::move(*trace)));
        }
    });
}

void Worker::attribute(std::uint64_t number, AttributionRequest request)
{
    start(Kind::Attribute, number, [this, request = std::move(request)](const std::stop_token &stop, const Tell &tell) {
        if (!m_analyser) {
            return;
        }
        AttributionRequest watched = request;
        watched.options.progress = [&tell](std::size_t done, std::size_t total) { tell(Progress{done, total}); };
        if (auto result = m_analyser->attribute(watched, stop)) {
            tell(std::move(*result));
        }
    });
}

void Worker::cancel()
{
    stopOf(Kind::Run).request_stop();
    cancelAttribution();
}

void Worker::cancelAttribution()
{
    stopOf(Kind::Attribute).request_stop();
}

void Worker::start(Kind kind, std::uint64_t number, Work work)
{
    stopOf(kind).request_stop();
    stopOf(kind) = std::stop_source();
    m_background.start([this, kind, number, work = std::move(work),
                        stop = stopOf(kind).get_token()](const std::stop_token &, const Background::Post &post) {
        if (stop.stop_requested()) {
            return;
        }
        const Tell tell = [&](Value value) {
            post([this, result = Result{number, std::move(value)}] { m_deliver(result); });
        };
        try {
            work(stop, tell);
        } catch (...) {
            tell(Failure{kind, describeException()});
        }
    });
}

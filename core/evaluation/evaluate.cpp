// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include "core/error.h"
#include "core/evaluation/decisions_p.h"
#include "core/evaluation/examplequeue_p.h"
#include "core/evaluation/tally_p.h"
#include "core/measure/timing.h"
#include "core/model/classifier_p.h"
#include "core/stopped_p.h"

#include <algorithm>

namespace adaplens {

namespace {

/// One evaluation under way.
class Run {
public:
    Run(Classifier &classifier, Reader &reader, const EvaluateOptions &options, std::stop_token stop)
        : m_classifier(classifier),
          m_reader(reader),
          m_options(options),
          m_stop(std::move(stop)),
          m_compared(classifier.info().adaptive || classifier.info().hasTwin),
          m_tally(classifier.info(), ClassifierAccess::twin(classifier).info, m_result),
          m_queue(classifier, reader, options.protocol, options.maxLength, options.batch, m_stop)
    {
        const ModelInfo &info = classifier.info();
        m_result.model = info.name;
        m_result.plainModel = info.hasTwin ? "twin" : "same weights";
        m_result.protocol = options.protocol;
        m_result.maxLength = m_queue.maxLength();
        m_result.conditions = conditionsHere(classifier.precision(), m_queue.batch());
        if (options.float32 != nullptr)
            m_result.float32.emplace();
        if (!options.floors.empty() && !info.adaptive)
            throw Error("Model %1 drops no tokens, so there is no budget to give to floors; name one that does.",
                        info.name);
        m_tally.addFloors(options.floors);
    }

    Evaluation run()
    {
        bool more = true;
        while (more) {
            more = m_queue.fill();
            m_documents.clear();
            for (const ExampleQueue::Document &document : m_queue.documents()) {
                m_documents.push_back({.gold = document.gold, .windows = document.windows});
            }
            for (const std::span<ExampleQueue::Sequence> batch : m_queue.batches()) {
                runBatch(batch);
                report();
            }
        }
        if (m_result.n == 0)
            throw Error("The data set holds no example with a label, so there is nothing to evaluate.");
        m_tally.finish(m_options.bootstrap);
        m_result.truncated = m_queue.truncated();
        m_result.skipped = m_reader.skipped();
        m_result.conditions.seconds = m_watch.milliseconds() / 1000;
        return std::move(m_result);
    }

private:
    /// One pass over a batch, timed into `milliseconds`.
    std::vector<Outcome> pass(Classifier &classifier, const std::vector<Encoding> &batch, Pass which,
                              double *milliseconds)
    {
        const Stopwatch watch;
        const bool record = m_result.float32 && which == Pass::Reduced; // the decisions are compared
        auto outcomes = orStop(classifier.runBatch(batch, which, m_stop, record));
        if (milliseconds != nullptr)
            *milliseconds += watch.milliseconds();
        return outcomes;
    }

    void runBatch(std::span<ExampleQueue::Sequence> queued)
    {
        std::vector<Encoding> batch;
        for (auto &q : queued)
            batch.push_back(std::move(q.encoding));
        const ModelInfo &info = m_classifier.info();
        std::vector<Outcome> plain, reduced, unreduced;
        BatchTime time;
        if (m_batches == 0)
            (void)pass(m_classifier, batch, Pass::Twin, nullptr); // makes threads and memory ready: it is not timed
        // Whichever pass comes second finds warm caches, so they take turns.
        const bool plainFirst = m_batches++ % 2 == 0;
        if (plainFirst)
            plain = pass(m_classifier, batch, Pass::Twin, &time.plain);
        if (m_compared)
            reduced = pass(m_classifier, batch, Pass::Reduced, &time.model);
        if (!plainFirst)
            plain = pass(m_classifier, batch, Pass::Twin, &time.plain);
        if (!m_compared)
            time.model = time.plain;
        m_result.times.push_back(time);
        m_result.msPlain += time.plain;
        m_result.msReduced += time.model;
        if (m_options.unreduced && info.adaptive && info.hasTwin)
            unreduced = pass(m_classifier, batch, Pass::Unreduced, nullptr);
        if (m_result.float32)
            compare(batch, plain, reduced);
        const std::vector<std::vector<Outcome>> floors = runFloors(batch, reduced);

        for (std::size_t i = 0; i < batch.size(); ++i) {
            Tally::Sequence sequence;
            sequence.plain = &plain[i];
            sequence.reduced = m_compared ? &reduced[i] : sequence.plain; // a plain model drops nothing
            sequence.unreduced = !unreduced.empty() ? &unreduced[i] : info.adaptive ? sequence.plain : sequence.reduced;
            sequence.pieces = batch[i].pieces.size();
            for (const std::vector<Outcome> &floor : floors)
                sequence.floors.push_back(&floor[i]);
            m_piecesDone += sequence.pieces;
            (void)m_tally.add(m_documents[queued[i].document], sequence);
        }
    }

    /// Runs the floors at what the reduced pass has kept: [floor][sequence].
    std::vector<std::vector<Outcome>> runFloors(const std::vector<Encoding> &batch, const std::vector<Outcome> &reduced)
    {
        std::vector<std::vector<Outcome>> outcomes;
        std::vector<std::vector<std::uint32_t>> alive;
        for (std::size_t i = 0; i < batch.size() && !m_result.floors.empty(); ++i)
            alive.push_back(reduced[i].alive);
        for (FloorEvaluation &floor : m_result.floors) {
            const Stopwatch watch;
            outcomes.push_back(orStop(m_classifier.runFloor(batch, {floor.rule, alive, m_options.floorSeed}, m_stop)));
            const double milliseconds = watch.milliseconds();
            floor.ms += milliseconds;
            floor.times.push_back({m_result.times.back().plain, milliseconds});
        }
        return outcomes;
    }

    /// Runs a batch in float32 too.
    void compare(const std::vector<Encoding> &batch, const std::vector<Outcome> &plain,
                 const std::vector<Outcome> &reduced)
    {
        Classifier &other = *m_options.float32;
        Float32Comparison &comparison = *m_result.float32;
        if (m_batches == 1)
            (void)pass(other, batch, Pass::Twin, nullptr);
        comparison.plainAnswersDiffering += differing(plain, pass(other, batch, Pass::Twin, &comparison.msPlain));
        if (!m_compared) {
            comparison.answersDiffering = comparison.plainAnswersDiffering;
            comparison.msReduced = comparison.msPlain;
            return;
        }
        const std::vector<Outcome> otherReduced = pass(other, batch, Pass::Reduced, &comparison.msReduced);
        comparison.answersDiffering += differing(reduced, otherReduced);
        DecisionCount count;
        for (std::size_t i = 0; i < batch.size() && m_classifier.info().adaptive; ++i)
            countDecisions(reduced[i].layers, otherReduced[i].layers, count);
        comparison.decisions += count.faced;
        comparison.decisionsDiffering += count.differing;
    }

    static std::size_t differing(const std::vector<Outcome> &a, const std::vector<Outcome> &b)
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            count += predictionOf(a[i].logits).label != predictionOf(b[i].logits).label ? 1 : 0;
        return count;
    }

    void report() const
    {
        if (!m_options.progress)
            return;
        TimeLeft left;
        left.add(m_piecesDone, m_watch.milliseconds() / 1000);
        m_options.progress({m_result.n, m_options.total, left.seconds(m_result.n, m_options.total)});
    }

    Classifier &m_classifier;
    Reader &m_reader;
    const EvaluateOptions &m_options;
    std::stop_token m_stop;
    Evaluation m_result;
    bool m_compared; ///< the plain pass is another model's: of one that drops tokens, or is smaller than its twin
    Tally m_tally;
    ExampleQueue m_queue;
    std::vector<Tally::Document> m_documents;
    std::size_t m_batches = 0, m_piecesDone = 0;
    Stopwatch m_watch;
};

} // namespace

std::optional<Evaluation> evaluate(Classifier &classifier, Reader &reader, const EvaluateOptions &options,
                                   std::stop_token stop)
{
    return stoppable([&] { return Run(classifier, reader, options, std::move(stop)).run(); });
}

} // namespace adaplens

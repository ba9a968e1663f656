// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include "core/error.h"
#include "core/evaluation/decisions_p.h"
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
          m_tally(classifier.info(), ClassifierAccess::twin(classifier).info, m_result)
    {
        const ModelInfo &info = classifier.info();
        m_result.model = info.name;
        m_result.plainModel = info.hasTwin ? "twin" : "same weights";
        m_result.protocol = options.protocol;
        m_result.maxLength = options.maxLength == 0 ? info.maxLength : std::min(options.maxLength, info.maxLength);
        m_result.conditions = conditionsHere(classifier.precision(), std::max<std::size_t>(options.batch, 1));
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
            more = fill();
            runAll();
            m_sequences.clear();
            m_documents.clear();
        }
        if (m_result.n == 0)
            throw Error("The data set holds no example with a label, so there is nothing to evaluate.");
        m_tally.finish(m_options.bootstrap);
        m_result.skipped = m_reader.skipped();
        m_result.conditions.seconds = m_watch.milliseconds() / 1000;
        return std::move(m_result);
    }

private:
    struct Queued {
        Encoding encoding;
        std::size_t document = 0; ///< index into m_documents
    };

    /// Reads until enough sequences wait; false at the end of the data.
    bool fill()
    {
        // Examples of like length share a batch; how far ahead they are gathered bounds the memory. Long texts take the
        // most of it, and are of like length anyway.
        constexpr std::size_t batchesAhead = 32, piecesAhead = std::size_t{128} * 1024;
        std::size_t pieces = 0;
        while (m_sequences.size() < m_result.conditions.batch * batchesAhead && pieces < piecesAhead) {
            stopIfAsked(m_stop);
            auto example = m_reader.next();
            if (!example)
                return false;
            Tally::Document document;
            try {
                document.gold = mapLabel(example->label, m_classifier.info().labels);
            } catch (const Error &error) {
                throw Error("Example %1: %2", example->id, error.message());
            }
            std::optional<std::string_view> pair;
            if (example->pair)
                pair = *example->pair;
            std::vector<Encoding> encodings;
            if (m_options.protocol == Protocol::WindowsMean) {
                encodings = m_classifier.tokenizer().encodeWindows(example->text, pair, m_result.maxLength);
            } else {
                encodings.push_back(m_classifier.encode(example->text, pair, m_result.maxLength));
            }
            m_result.truncated += encodings.front().cutPieces > 0 ? 1 : 0; // windows all have the same second text
            document.windows = encodings.size();
            // Copied, not moved: they were made on top of all that encoding needed meanwhile, and would hold that
            // memory.
            for (const auto &encoding : encodings) {
                pieces += encoding.pieces.size();
                m_sequences.push_back({encoding, m_documents.size()});
            }
            m_documents.push_back(std::move(document));
        }
        return true;
    }

    /// Runs what waits, batch by batch.
    void runAll()
    {
        stopIfAsked(m_stop);
        std::ranges::stable_sort(m_sequences, {}, [](const Queued &q) { return q.encoding.pieces.size(); });
        const std::size_t batch = m_result.conditions.batch;
        for (std::size_t begin = 0; begin < m_sequences.size(); begin += batch) {
            const std::size_t end = std::min(begin + batch, m_sequences.size());
            runBatch(std::span(m_sequences).subspan(begin, end - begin));
            report();
        }
    }

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

    void runBatch(std::span<Queued> queued)
    {
        std::vector<Encoding> batch;
        for (auto &q : queued)
            batch.push_back(std::move(q.encoding));
        const ModelInfo &info = m_classifier.info();
        std::vector<Outcome> plain, reduced, unreduced;
        if (m_batches == 0)
            (void)pass(m_classifier, batch, Pass::Twin, nullptr); // makes threads and memory ready: it is not timed
        // Whichever pass comes second finds warm caches, so they take turns.
        const bool plainFirst = m_batches++ % 2 == 0;
        if (plainFirst)
            plain = pass(m_classifier, batch, Pass::Twin, &m_result.msPlain);
        if (m_compared)
            reduced = pass(m_classifier, batch, Pass::Reduced, &m_result.msReduced);
        if (!plainFirst)
            plain = pass(m_classifier, batch, Pass::Twin, &m_result.msPlain);
        if (info.adaptive && info.hasTwin)
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
        if (!m_compared)
            m_result.msReduced = m_result.msPlain;
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
            floor.ms += watch.milliseconds();
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
    std::vector<Queued> m_sequences;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/agree.h"

#include "core/attribution/faithfulness.h"
#include "core/cost/flops.h"
#include "core/cost/timing.h"
#include "core/error.h"
#include "core/evaluation/agreement_eraser_p.h"
#include "core/evaluation/agreement_resume_p.h"
#include "core/evaluation/agreement_scores_p.h"
#include "core/evaluation/vote_p.h"
#include "core/model/runtime.h"
#include "core/rationale/alignment.h"

#include <algorithm>

namespace adaplens {

namespace {

/// One agreement run under way.
class AgreementRun {
public:
    AgreementRun(Classifier &classifier, Reader &reader, const AgreementOptions &options,
                 const AgreementCallbacks &callbacks, std::stop_token stop)
        : m_classifier(classifier),
          m_reader(reader),
          m_options(options),
          m_callbacks(callbacks),
          m_stop(std::move(stop)),
          m_tally(m_options, classifier.info().layers)
    {
        const ModelInfo &info = classifier.info();
        if (options.methods.empty())
            throw Error("No method was chosen, so there is nothing to measure.");
        if (!info.adaptive && options.selection.kind == Selection::Kind::Model)
            throw Error("Model " + info.name + " keeps every token, so there is no decision of its own to select by; " +
                        "choose uniform, top-<number> or top-<percent>%.");
        m_options.maxLength = options.maxLength == 0 ? info.maxLength : std::min(options.maxLength, info.maxLength);
        m_attribution.methods = options.methods;
        m_attribution.raw = options.raw;
        m_attribution.dropped = options.dropped;
        m_attribution.fromAdapler = options.fromAdapler;
        m_attribution.seed = options.seed;
        std::size_t rows = 0;
        for (const ScoreMethod method : options.methods)
            rows += hasLayers(method) ? info.layers : 1;
        if (!options.eraserOut.empty())
            checkEraserOut();
        if (!options.resumeFile.empty()) {
            m_resume.emplace(options.resumeFile, info, classifier.precision(), m_options, rows * partCount);
            m_sources = m_resume->sources();
        }
        if (!options.eraserOut.empty())
            m_eraser.emplace(m_options, info);
    }

    std::optional<AgreementReport> run()
    {
        while (!m_stop.stop_requested()) {
            const auto example = m_reader.next();
            if (!example)
                return finished();
            const std::uint64_t key = keyOf(*example);
            const DocumentNumbers *known = m_resume ? m_resume->finished(m_tally.documents(), key) : nullptr;
            if (known != nullptr) {
                m_seconds += known->seconds;
                if (m_eraser)
                    m_eraser->replay();
                m_tally.add(*known);
                report();
                continue;
            }
            const Stopwatch watch;
            auto document = measureDocument(*example);
            if (!document)
                break;
            document->key = key;
            document->seconds = watch.milliseconds() / 1000;
            m_seconds += document->seconds;
            m_ownSeconds += document->seconds;
            m_ownPieces += document->pieces;
            if (m_resume)
                m_resume->append(*document, m_sources);
            m_tally.add(std::move(*document));
            report();
        }
        return std::nullopt;
    }

private:
    void checkEraserOut() const
    {
        if (m_options.mode != AgreementMode::DocumentsWords)
            throw Error(
                "ERASER predictions are over the words of whole documents; they need the mode documents-words.");
    }

    /// Empty = stopped.
    std::optional<DocumentNumbers> measureDocument(const Example &example)
    {
        DocumentNumbers document;
        document.rationale = !example.rationale.empty();
        if (!document.rationale && !m_eraser)
            return document;
        const std::optional<std::size_t> gold = goldOf(example);
        m_attribution.target = m_options.goldClass ? gold : std::nullopt;
        RationaleWindows cut = rationaleWindows(m_classifier.tokenizer(), example, m_options.maxLength);
        document.splitSpans = cut.splitSpans;
        Vote reduced, plain;
        const bool done = m_options.mode == AgreementMode::DocumentsWords
                              ? measureWords(example, cut.windows, document, reduced, plain)
                              : measureWindows(example, cut.windows, document, reduced, plain);
        if (!done)
            return std::nullopt;
        if (!document.rationale) { // it was run for its ERASER prediction alone
            document.flopsPlain = document.flopsReduced = 0;
        } else if (gold) {
            document.correct = reduced.winner() == *gold;
            document.correctPlain = plain.winner() == *gold;
        }
        return document;
    }

    /// Empty where the label is none of the model's, which matters only if gradients are to be the gold class's.
    std::optional<std::size_t> goldOf(const Example &example) const
    {
        try {
            return mapLabel(example.label, m_classifier.info().labels);
        } catch (const Error &error) {
            if (m_options.goldClass)
                throw Error("Example " + example.id + ": " + error.what() +
                            " Scores of the predicted class can be measured without.");
            return std::nullopt;
        }
    }

    bool measureWindows(const Example &example, const std::vector<Encoding> &windows, DocumentNumbers &document,
                        Vote &reduced, Vote &plain)
    {
        std::vector<Encoding> others;
        for (const Encoding &window : windows) {
            Instance instance = pieceInstance(window, example);
            if (!instance.counts()) {
                leaveOut(instance, document);
                others.push_back(window);
                continue;
            }
            const auto attribution = score(window, document, reduced, plain);
            WindowFaithfulness faithfulness;
            if (!attribution || (m_options.faithfulness && !addFaithfulness(window, *attribution, faithfulness)))
                return false;
            addScores(instance, window, *attribution, faithfulness);
            addParts(instance, document);
            countIn(instance, document);
        }
        return predict(others, document, reduced, plain);
    }

    bool measureWords(const Example &example, const std::vector<Encoding> &windows, DocumentNumbers &document,
                      Vote &reduced, Vote &plain)
    {
        WordInstance words(example);
        const bool marked = words.text().marked() > 0;
        if (!marked && document.rationale)
            ++document.withoutRationale; // its spans hold no word
        if (!marked && !m_eraser)
            return predict(windows, document, reduced, plain);
        if (!m_options.goldClass && windows.size() > 1) {
            // The prediction of the document, which need not be that of each window.
            const auto outcomes =
                m_classifier.runBatch(windows, m_options.fromAdapler ? Pass::Unreduced : Pass::Plain, m_stop);
            if (!outcomes)
                return false;
            Vote vote;
            for (const Outcome &outcome : *outcomes)
                vote.add(outcome.logits);
            m_attribution.target = vote.winner();
        }
        for (const Encoding &window : windows) {
            const auto attribution = score(window, document, reduced, plain);
            if (!attribution)
                return false;
            words.add(window, *attribution);
        }
        words.finish();
        std::vector<Instance> documents = words.documents();
        const Selections selections = selectionsOf(documents);
        std::vector<ErasedRows> erased;
        if (m_options.faithfulness && !addErased(windows, words, selections, plain, documents, erased))
            return false;
        if (m_eraser)
            m_eraser->add(example, words.text(), selections, plain.mean(), erased);
        if (!marked)
            return true;
        for (const Instance &instance : documents) {
            addParts(instance, document);
            if (instance.counts())
                countIn(instance, document);
            else
                leaveOut(instance, document);
        }
        return true;
    }

    /// What each method and layer selects of the words of a text: of each of its documents, one after the other.
    Selections selectionsOf(const std::vector<Instance> &documents) const
    {
        Selections result;
        for (const Instance &document : documents) {
            const Selections own = adaplens::selectionsOf(document, m_options.methods, m_options.selection);
            result.resize(own.size());
            for (std::size_t m = 0; m < own.size(); ++m) {
                result[m].resize(own[m].size());
                for (std::size_t l = 0; l < own[m].size(); ++l)
                    result[m][l].insert(result[m][l].end(), own[m][l].begin(), own[m][l].end());
            }
        }
        return result;
    }

    /// Measures what becomes of the probabilities without the best words of a text and with only these, and without
    /// and with only those selected if predictions are to be written.
    bool addErased(const std::vector<Encoding> &windows, const WordInstance &words, const Selections &selections,
                   const Vote &plain, std::vector<Instance> &documents, std::vector<ErasedRows> &erased)
    {
        const std::vector<double> whole = plain.mean();
        const std::size_t target = m_attribution.target.value_or(plain.winner());
        const auto &rows = words.text().rows;
        std::vector<ChosenPieces> sets; // of one row after the other
        for (std::size_t m = 0; m < rows.size(); ++m)
            for (std::size_t l = 0; l < rows[m].size(); ++l) {
                const auto &scores = rows[m][l].scores;
                for (const double share : faithfulnessShares)
                    sets.push_back(words.piecesOf(selectTop(scores, countOfShare(share, scores.size()))));
                if (m_eraser)
                    sets.push_back(words.piecesOf(selections[m][l]));
            }
        const auto all = erasedProbabilities(m_classifier, windows, sets, m_stop);
        if (!all)
            return false;
        auto next = all->begin();
        for (std::size_t m = 0; m < rows.size(); ++m) {
            erased.emplace_back();
            for (std::size_t l = 0; l < rows[m].size(); ++l) {
                const auto end = next + static_cast<std::ptrdiff_t>(faithfulnessShares.size() + (m_eraser ? 1 : 0));
                const std::vector<ErasedProbabilities> probabilities(next, end);
                next = end;
                Faithfulness faithfulness{target, whole[target], {}, {}};
                for (std::size_t s = 0; s < faithfulnessShares.size(); ++s) {
                    faithfulness.without[s] = probabilities[s].without[target];
                    faithfulness.only[s] = probabilities[s].only[target];
                }
                for (Instance &document : documents)
                    document.rows[m][l].faithfulness = faithfulness;
                erased.back().push_back(probabilities);
            }
        }
        return true;
    }

    std::optional<Attribution> score(const Encoding &window, DocumentNumbers &document, Vote &reduced, Vote &plain)
    {
        auto attribution = attribute(m_classifier, window, m_attribution, m_stop);
        if (!attribution)
            return std::nullopt;
        document.pieces += window.pieces.size();
        document.flopsPlain += attribution->flopsPlain;
        document.flopsReduced += attribution->flopsReduced;
        reduced.add(attribution->reduced.logits);
        plain.add(attribution->plain.logits);
        if (m_sources.empty())
            for (const TokenScores &scores : attribution->scores)
                m_sources.push_back(scores.source);
        return attribution;
    }

    bool addFaithfulness(const Encoding &window, const Attribution &attribution, WindowFaithfulness &measured)
    {
        const auto firstWords =
            static_cast<std::size_t>(std::ranges::count(window.words, 0, &Word::segment)); // of the first text
        std::vector<std::vector<double>> rows;
        for (const TokenScores &scores : attribution.scores)
            for (const auto &layer : scores.layers) {
                rows.push_back(wordScores(window, layer));
                rows.back().resize(firstWords);
            }
        const auto results = faithfulness(m_classifier, window, rows, m_attribution.target, m_stop);
        if (!results)
            return false;
        auto next = results->begin();
        for (const TokenScores &scores : attribution.scores) {
            const auto end = next + static_cast<std::ptrdiff_t>(scores.layers.size());
            measured.emplace_back(next, end);
            next = end;
        }
        return true;
    }

    /// Windows that agreement leaves out still count for the prediction of their document and for its cost.
    bool predict(const std::vector<Encoding> &windows, DocumentNumbers &document, Vote &reduced, Vote &plain)
    {
        if (windows.empty())
            return true;
        const ModelInfo &info = m_classifier.info();
        const auto plainOutcomes = m_classifier.runBatch(windows, Pass::Plain, m_stop);
        const auto reducedOutcomes =
            info.adaptive ? m_classifier.runBatch(windows, Pass::Reduced, m_stop) : plainOutcomes;
        if (!plainOutcomes || !reducedOutcomes)
            return false;
        for (std::size_t i = 0; i < windows.size(); ++i) {
            plain.add((*plainOutcomes)[i].logits);
            reduced.add((*reducedOutcomes)[i].logits);
            const std::size_t pieces = windows[i].pieces.size();
            document.pieces += pieces;
            document.flopsPlain += flopsPlain(info, pieces);
            document.flopsReduced +=
                info.adaptive ? flopsReduced(info, (*reducedOutcomes)[i].alive) : flopsPlain(info, pieces);
        }
        return true;
    }

    void addParts(const Instance &instance, DocumentNumbers &document) const
    {
        const auto parts = measure(instance, m_options.methods, m_options.selection);
        document.parts.resize(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i)
            document.parts[i] += parts[i];
    }

    static void countIn(const Instance &instance, DocumentNumbers &document)
    {
        ++document.instances;
        document.markedShare += instance.markedShare();
    }

    static void leaveOut(const Instance &instance, DocumentNumbers &document)
    {
        ++(instance.marked() == 0 ? document.withoutRationale : document.fullyMarked);
    }

    void report()
    {
        if (m_callbacks.progress) {
            AgreementProgress progress{m_tally.documents(), m_tally.instances(), m_options.total, std::nullopt};
            if (m_options.total >= progress.documents && m_ownPieces > 0) {
                // Long texts take longer: time goes by pieces, and those to come are guessed from those seen.
                const double left = static_cast<double>(m_tally.pieces()) / static_cast<double>(progress.documents) *
                                    static_cast<double>(m_options.total - progress.documents);
                progress.secondsLeft = m_ownSeconds / static_cast<double>(m_ownPieces) * left;
            }
            m_callbacks.progress(progress);
        }
        // Drawing intervals takes longer the more there is: a partial report costs a fiftieth of the time at most.
        if (m_callbacks.partial && m_tally.instances() > 0 && m_sincePartial.milliseconds() > m_partialPause) {
            const Stopwatch watch;
            constexpr std::size_t fewResamples = 100;
            m_callbacks.partial(reportOf(std::min(fewResamples, m_options.resamples), false));
            constexpr double second = 1000, share = 50;
            m_partialPause = std::max(second, share * watch.milliseconds());
            m_sincePartial = Stopwatch();
        }
    }

    AgreementReport reportOf(std::size_t resamples, bool complete) const
    {
        const ModelInfo &info = m_classifier.info();
        AgreementReport result;
        result.model = info.name;
        result.data = m_options.data;
        result.split = m_options.split;
        result.twin = info.hasTwin ? "twin" : "same weights";
        result.options = m_options;
        m_tally.fill(result, resamples);
        for (std::size_t m = 0; m < result.methods.size() && m < m_sources.size(); ++m)
            result.methods[m].source = m_sources[m];
        for (const auto &[reason, number] : m_reader.skipCounts())
            result.skipped[reason] += number;
        const RuntimeInfo runtime = runtimeInfo();
        result.threads = runtime.threads;
        result.processor = runtime.processor;
        result.libtorch = runtime.libtorch;
        result.blas = runtime.blas;
        result.precision = m_classifier.precision();
        result.seconds = m_seconds;
        result.complete = complete;
        return result;
    }

    AgreementReport finished()
    {
        if (m_tally.instances() == 0) {
            throw Error(m_tally.documents() == 0
                            ? "The data set holds no example, so there is nothing to measure."
                            : "None of the " + std::to_string(m_tally.documents()) +
                                  " examples read has a rationale to compare with; agreement needs texts of which a "
                                  "part, and not all, is marked.");
        }
        if (m_eraser)
            m_eraser->commit();
        return reportOf(m_options.resamples, true);
    }

    Classifier &m_classifier;
    Reader &m_reader;
    AgreementOptions m_options;
    const AgreementCallbacks &m_callbacks;
    std::stop_token m_stop;
    AttributionOptions m_attribution;
    AgreementTally m_tally;
    std::optional<ResumeFile> m_resume;
    std::optional<EraserFiles> m_eraser;
    std::vector<std::string> m_sources; ///< of the methods, as the scores say
    double m_seconds = 0;               ///< of all documents, those of an earlier run too
    double m_ownSeconds = 0;
    std::size_t m_ownPieces = 0;
    Stopwatch m_sincePartial;
    double m_partialPause = 1000; ///< milliseconds
};

} // namespace

std::optional<AgreementReport> agree(Classifier &classifier, Reader &reader, const AgreementOptions &options,
                                     const AgreementCallbacks &callbacks, std::stop_token stop)
{
    return AgreementRun(classifier, reader, options, callbacks, std::move(stop)).run();
}

} // namespace adaplens

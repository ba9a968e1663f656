// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/document_p.h"

#include "core/attribution/faithfulness.h"
#include "core/measure/flops.h"
#include "core/data/reader.h"
#include "core/error.h"
#include "core/stopped_p.h"
#include "core/agreement/alignment.h"

#include <algorithm>
#include <utility>

namespace adaplens {

DocumentMeasurer::DocumentMeasurer(Classifier &classifier, const AgreementOptions &options, EraserFiles *eraser,
                                   std::stop_token stop)
    : m_classifier(classifier), m_options(options), m_eraser(eraser), m_stop(std::move(stop))
{
    m_attribution.methods = options.methods;
    m_attribution.raw = options.raw;
    m_attribution.dropped = options.dropped;
    m_attribution.fromAdapler = options.fromAdapler;
    m_attribution.seed = options.seed;
}

std::optional<DocumentNumbers> DocumentMeasurer::measure(const Example &example)
{
    return stoppable([&] { return measured(example); });
}

DocumentNumbers DocumentMeasurer::measured(const Example &example)
{
    DocumentNumbers document;
    document.rationale = !example.rationale.empty();
    m_alive.clear();
    if (!document.rationale && !m_eraser)
        return document;
    const std::optional<std::size_t> gold = goldOf(example);
    m_attribution.target = m_options.goldClass ? gold : std::nullopt;
    RationaleWindows cut = rationaleWindows(m_classifier.tokenizer(), example, m_options.maxLength);
    document.splitSpans = cut.splitSpans;
    Vote reduced, plain;
    if (m_options.mode == AgreementMode::DocumentsWords)
        measureWords(example, cut.windows, document, reduced, plain);
    else
        measureWindows(example, cut.windows, document, reduced, plain);
    if (!document.rationale) { // it was run for its ERASER prediction alone
        document.flopsPlain = document.flopsReduced = 0;
        return document;
    }
    countPadded(document);
    if (gold) {
        document.correct = reduced.winner() == *gold;
        document.correctPlain = plain.winner() == *gold;
    }
    return document;
}

/// What the windows cost if they are padded; of a single one that has to wait until the longest of all is known.
void DocumentMeasurer::countPadded(DocumentNumbers &document) const
{
    const ModelInfo &info = m_classifier.info();
    document.windows = m_alive.size();
    if (m_alive.size() == 1) {
        document.alive = m_alive.front();
        return;
    }
    for (const std::vector<std::uint32_t> &alive : m_alive)
        document.flopsPadded += flopsPadded(info, alive, m_options.maxLength);
}

/// Empty where the label is none of the model's, which matters only if gradients are to be the gold class's.
std::optional<std::size_t> DocumentMeasurer::goldOf(const Example &example) const
{
    try {
        return mapLabel(example.label, m_classifier.info().labels);
    } catch (const Error &error) {
        if (m_options.goldClass)
            throw Error("Example %1: %2 Scores of the predicted class can be measured without.", example.id,
                        error.message());
        return std::nullopt;
    }
}

void DocumentMeasurer::measureWindows(const Example &example, const std::vector<Encoding> &windows,
                                      DocumentNumbers &document, Vote &reduced, Vote &plain)
{
    std::vector<Encoding> others;
    for (const Encoding &window : windows) {
        Instance instance = pieceInstance(window, example);
        if (!instance.counts()) {
            leaveOut(instance, document);
            others.push_back(window);
            continue;
        }
        const Attribution attribution = score(window, document, reduced, plain);
        addScores(instance, window, attribution,
                  m_options.faithfulness ? faithfulnessOf(window, attribution) : WindowFaithfulness{});
        addTerms(instance, document);
        countIn(instance, document);
    }
    predict(others, document, reduced, plain);
}

void DocumentMeasurer::measureWords(const Example &example, const std::vector<Encoding> &windows,
                                    DocumentNumbers &document, Vote &reduced, Vote &plain)
{
    WordInstance words(example);
    const bool marked = words.text().marked() > 0;
    if (!marked && document.rationale)
        ++document.withoutRationale; // its spans hold no word
    if (!marked && !m_eraser)
        return predict(windows, document, reduced, plain);
    if (!m_options.goldClass && windows.size() > 1) {
        // The prediction of the document, which need not be that of each window.
        Vote vote;
        for (const Outcome &outcome : run(windows, m_options.fromAdapler ? Pass::Unreduced : Pass::Plain))
            vote.add(outcome.logits);
        m_attribution.target = vote.winner();
    }
    for (const Encoding &window : windows)
        words.add(window, score(window, document, reduced, plain));
    words.finish();
    std::vector<Instance> documents = words.documents();
    const Selections selections = selectionsOf(documents);
    std::vector<ErasedRows> erased;
    if (m_options.faithfulness)
        erased = addErased(windows, words, selections, plain, documents);
    if (m_eraser)
        m_eraser->add(example, words.text(), selections, plain.mean(), erased);
    if (!marked)
        return;
    for (const Instance &instance : documents) {
        addTerms(instance, document);
        if (instance.counts())
            countIn(instance, document);
        else
            leaveOut(instance, document);
    }
}

/// What each method and layer selects of the words of a text: of each of its documents, one after the other.
Selections DocumentMeasurer::selectionsOf(const std::vector<Instance> &documents) const
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
std::vector<ErasedRows> DocumentMeasurer::addErased(const std::vector<Encoding> &windows, const WordInstance &words,
                                                    const Selections &selections, const Vote &plain,
                                                    std::vector<Instance> &documents)
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
    const auto all = orStop(erasedProbabilities(m_classifier, windows, sets, m_stop));
    std::vector<ErasedRows> erased;
    auto next = all.begin();
    for (std::size_t m = 0; m < rows.size(); ++m) {
        erased.emplace_back();
        for (std::size_t l = 0; l < rows[m].size(); ++l) {
            const auto end = next + static_cast<std::ptrdiff_t>(faithfulnessShares.size() + (m_eraser ? 1 : 0));
            const std::vector<ErasedProbabilities> probabilities(next, end);
            next = end;
            for (Instance &document : documents)
                document.rows[m][l].faithfulness = adaplens::faithfulnessOf(target, whole, probabilities);
            erased.back().push_back(probabilities);
        }
    }
    return erased;
}

Attribution DocumentMeasurer::score(const Encoding &window, DocumentNumbers &document, Vote &reduced, Vote &plain)
{
    Attribution attribution = orStop(attribute(m_classifier, window, m_attribution, m_stop));
    document.pieces += window.pieces.size();
    document.flopsPlain += attribution.flopsPlain;
    document.flopsReduced += attribution.flopsReduced;
    std::vector<std::uint32_t> alive{static_cast<std::uint32_t>(window.pieces.size())};
    for (const std::vector<std::uint8_t> &kept : attribution.kept)
        alive.push_back(static_cast<std::uint32_t>(std::ranges::count(kept, 1)));
    m_alive.push_back(std::move(alive));
    reduced.add(attribution.reduced.logits);
    plain.add(attribution.plain.logits);
    if (m_sources.empty())
        for (const TokenScores &scores : attribution.scores)
            m_sources.push_back(scores.source);
    return attribution;
}

WindowFaithfulness DocumentMeasurer::faithfulnessOf(const Encoding &window, const Attribution &attribution)
{
    const auto firstWords =
        static_cast<std::size_t>(std::ranges::count(window.words, 0, &Word::segment)); // of the first text
    std::vector<std::vector<double>> rows;
    for (const TokenScores &scores : attribution.scores)
        for (const auto &layer : scores.layers) {
            rows.push_back(wordScores(window, layer));
            rows.back().resize(firstWords);
        }
    const auto results = orStop(faithfulness(m_classifier, window, rows, m_attribution.target, m_stop));
    WindowFaithfulness measured;
    auto next = results.begin();
    for (const TokenScores &scores : attribution.scores) {
        const auto end = next + static_cast<std::ptrdiff_t>(scores.layers.size());
        measured.emplace_back(next, end);
        next = end;
    }
    return measured;
}

/// Windows that agreement leaves out still count for the prediction of their document and for its cost.
void DocumentMeasurer::predict(const std::vector<Encoding> &windows, DocumentNumbers &document, Vote &reduced,
                               Vote &plain)
{
    if (windows.empty())
        return;
    const ModelInfo &info = m_classifier.info();
    const auto plainOutcomes = run(windows, Pass::Plain);
    const auto reducedOutcomes = info.adaptive ? run(windows, Pass::Reduced) : plainOutcomes;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        plain.add(plainOutcomes[i].logits);
        reduced.add(reducedOutcomes[i].logits);
        const std::size_t pieces = windows[i].pieces.size();
        document.pieces += pieces;
        document.flopsPlain += flopsPlain(info, pieces);
        document.flopsReduced +=
            info.adaptive ? flopsReduced(info, reducedOutcomes[i].alive) : flopsPlain(info, pieces);
        m_alive.push_back(reducedOutcomes[i].alive);
    }
}

std::vector<Outcome> DocumentMeasurer::run(const std::vector<Encoding> &windows, Pass pass)
{
    return orStop(m_classifier.runBatch(windows, pass, m_stop));
}

void DocumentMeasurer::addTerms(const Instance &instance, DocumentNumbers &document) const
{
    const auto terms = adaplens::measure(instance, m_options.methods, m_options.selection);
    document.terms.resize(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i)
        document.terms[i] += terms[i];
}

void DocumentMeasurer::countIn(const Instance &instance, DocumentNumbers &document)
{
    ++document.instances;
    document.markedShare += instance.markedShare();
}

void DocumentMeasurer::leaveOut(const Instance &instance, DocumentNumbers &document)
{
    ++(instance.marked() == 0 ? document.withoutRationale : document.fullyMarked);
}

} // namespace adaplens

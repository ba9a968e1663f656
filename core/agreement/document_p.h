// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/data/example.h"
#include "core/agreement/eraserpredictions_p.h"
#include "core/agreement/instance_p.h"
#include "core/agreement/report.h"
#include "core/agreement/scores_p.h"
#include "core/agreement/tally_p.h"
#include "core/model/vote_p.h"
#include "core/model/classifier.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// Measures one document of an agreement run after the other: its windows or words, what the methods make of them, and
/// the prediction and cost of the whole.
class DocumentMeasurer {
public:
    /// `options` with the length that the model can read, and `eraser`, where predictions are written or null, are to
    /// outlive it.
    DocumentMeasurer(Classifier &classifier, const AgreementOptions &options, EraserFiles *eraser,
                     std::stop_token stop);
    /// Throws Error where gradients are to be the gold class's and the label is none of the model's. Empty = stopped.
    [[nodiscard]] std::optional<DocumentNumbers> measure(const Example &example);
    /// Whose weights each method's scores are of; empty before the first document was scored.
    [[nodiscard]] const std::vector<std::string> &sources() const { return m_sources; }

private:
    // All throw Stopped.
    DocumentNumbers measured(const Example &example);
    void countPadded(DocumentNumbers &document) const;
    std::optional<std::size_t> goldOf(const Example &example) const;
    void measureWindows(const Example &example, const std::vector<Encoding> &windows, DocumentNumbers &document,
                        Vote &reduced, Vote &plain);
    void measureWords(const Example &example, const std::vector<Encoding> &windows, DocumentNumbers &document,
                      Vote &reduced, Vote &plain);
    Selections selectionsOf(const std::vector<Instance> &documents) const;
    std::vector<ErasedRows> addErased(const std::vector<Encoding> &windows, const WordInstance &words,
                                      const Selections &selections, const Vote &plain,
                                      std::vector<Instance> &documents);
    Attribution score(const Encoding &window, DocumentNumbers &document, Vote &reduced, Vote &plain);
    WindowFaithfulness faithfulnessOf(const Encoding &window, const Attribution &attribution);
    std::vector<Outcome> run(const std::vector<Encoding> &windows, Pass pass);
    void predict(const std::vector<Encoding> &windows, DocumentNumbers &document, Vote &reduced, Vote &plain);
    void addTerms(const Instance &instance, DocumentNumbers &document) const;
    static void countIn(const Instance &instance, DocumentNumbers &document);
    static void leaveOut(const Instance &instance, DocumentNumbers &document);

    Classifier &m_classifier;
    const AgreementOptions &m_options;
    EraserFiles *m_eraser;
    std::stop_token m_stop;
    AttributionOptions m_attribution;
    std::vector<std::string> m_sources;
    std::vector<std::vector<std::uint32_t>> m_alive; ///< of each window of the document at hand: n_0 .. n_L
};

} // namespace adaplens

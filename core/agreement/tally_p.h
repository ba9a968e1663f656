// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/instance_p.h"
#include "core/encoder/modelinfo.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace adaplens {

/// What stays in memory of a finished document: sums over its instances.
struct DocumentNumbers {
    std::uint64_t key = 0;     ///< of what the data set says of it: text, label, rationale
    std::size_t pieces = 0;    ///< that were run
    std::size_t instances = 0; ///< that count
    std::size_t withoutRationale = 0, fullyMarked = 0, splitSpans = 0;
    bool rationale = false;                    ///< false: it was passed over
    std::optional<bool> correct, correctPlain; ///< empty where its label is none of the model's
    double flopsPlain = 0, flopsReduced = 0, seconds = 0;
    std::size_t windows = 0;               ///< that were run; 0 in older resume files
    std::vector<std::uint32_t> alive = {}; ///< n_0 .. n_L of a document of one window
    double flopsPadded = 0;                ///< of one with more: with tokens removed, each window padded to the longest
    double markedShare = 0;                ///< sum over the instances that count
    std::vector<double> terms;             ///< as measure(), summed; empty where nothing was measured
};

/// Collects the numbers of documents, and makes a report of them. The order in which they came changes nothing.
class AgreementTally {
public:
    /// `layers` of the model; methods, selection and seed from the options.
    AgreementTally(const AgreementOptions &options, std::size_t layers) : m_options(options), m_layers(layers) {}

    void add(DocumentNumbers document);
    [[nodiscard]] std::size_t documents() const { return m_documents.size(); }
    [[nodiscard]] std::size_t instances() const { return m_instances; }

    /// Fills counts, methods, base rate and speed-up of an empty report.
    void fill(AgreementReport &report, std::size_t resamples) const;
    /// Fills its speed-up with padding, unless the lengths of a document are not known.
    void fillPadded(AgreementReport &report, const ModelInfo &model, const ModelInfo &plain) const;

private:
    const AgreementOptions &m_options;
    std::size_t m_layers, m_instances = 0;
    std::vector<DocumentNumbers> m_documents;
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tally_p.h"

#include "core/measure/flops.h"

#include <algorithm>

namespace adaplens {

Tally::Tally(const ModelInfo &info, Evaluation &result) : m_info(info), m_result(result)
{
    const std::size_t classes = info.labels.size();
    result.labels = info.labels;
    result.confusion.assign(classes, std::vector<std::size_t>(classes));
    result.confusionPlain = result.confusion;
    result.keptPerLayer.assign(info.layers, 0.0);
}

bool Tally::add(Document &document, const Sequence &sequence)
{
    document.plain.add(sequence.plain->logits);
    document.reduced.add(sequence.reduced->logits);
    document.unreduced.add(sequence.unreduced->logits);
    ++m_result.sequences;
    m_result.pieces += static_cast<double>(sequence.pieces);
    m_result.flopsPlain += flopsPlain(m_info, sequence.pieces);
    m_result.flopsReduced +=
        m_info.adaptive ? flopsReduced(m_info, sequence.reduced->alive) : flopsPlain(m_info, sequence.pieces);
    for (std::size_t l = 0; l < m_info.layers; ++l)
        m_result.keptPerLayer[l] += static_cast<double>(sequence.reduced->alive.at(l + 1));
    m_result.nearTies += sequence.reduced->nearTies;
    if (++document.seen < document.windows)
        return false;
    close(document);
    return true;
}

void Tally::close(const Document &document)
{
    const std::size_t plain = document.plain.winner();
    const std::size_t reduced = document.reduced.winner();
    const std::size_t unreduced = document.unreduced.winner();
    const bool right = reduced == document.gold, rightPlain = plain == document.gold;
    ++m_result.n;
    m_result.correct += right ? 1 : 0;
    m_result.correctPlain += rightPlain ? 1 : 0;
    m_result.correctUnreduced += unreduced == document.gold ? 1 : 0;
    m_result.changed += plain != reduced ? 1 : 0;
    ++m_result.confusion[document.gold][reduced];
    ++m_result.confusionPlain[document.gold][plain];
    m_differences.push_back((right ? 1.0 : 0.0) - (rightPlain ? 1.0 : 0.0));
}

void Tally::finish(const BootstrapOptions &bootstrap)
{
    if (m_result.sequences > 0) {
        const auto sequences = static_cast<double>(m_result.sequences);
        m_result.pieces /= sequences;
        for (double &kept : m_result.keptPerLayer)
            kept /= sequences;
    }
    // Documents arrive in the order their batches ran; which draws they get must not depend on the batch size.
    std::ranges::sort(m_differences);
    m_result.difference = bootstrapMean(m_differences, bootstrap);
    m_result.seed = bootstrap.seed;
}

} // namespace adaplens

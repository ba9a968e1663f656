// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tally_p.h"

#include "core/measure/flops.h"
#include "core/reduction/floors.h"

#include <algorithm>

namespace adaplens {

Tally::Tally(const ModelInfo &info, const ModelInfo &plain, Evaluation &result)
    : m_info(info), m_plain(plain), m_result(result)
{
    const std::size_t classes = info.labels.size();
    result.labels = info.labels;
    result.confusion.assign(classes, std::vector<std::size_t>(classes));
    result.confusionPlain = result.confusion;
    result.keptPerLayer.assign(info.layers, 0.0);
}

void Tally::addFloors(const std::vector<std::string> &names)
{
    for (const std::string &name : names) {
        m_floors.push_back(withFloor(m_info, name));
        m_result.floors.push_back({.rule = name, .keptPerLayer = std::vector<double>(m_info.layers)});
    }
    m_floorDifferences.resize(names.size());
    m_floorAlive.resize(names.size());
}

bool Tally::add(Document &document, const Sequence &sequence)
{
    document.plain.add(sequence.plain->logits);
    document.reduced.add(sequence.reduced->logits);
    document.unreduced.add(sequence.unreduced->logits);
    ++m_result.sequences;
    m_result.pieces += static_cast<double>(sequence.pieces);
    m_result.flopsPlain += flopsPlain(m_plain, sequence.pieces);
    m_result.flopsReduced += flopsReduced(m_info, sequence.reduced->alive);
    for (std::size_t l = 0; l < m_info.layers; ++l)
        m_result.keptPerLayer[l] += static_cast<double>(sequence.reduced->alive.at(l + 1));
    m_result.nearTies += sequence.reduced->nearTies;
    m_alive.insert(m_alive.end(), sequence.reduced->alive.begin(), sequence.reduced->alive.end());
    document.floors.resize(m_floors.size());
    for (std::size_t f = 0; f < m_floors.size(); ++f) {
        document.floors[f].add(sequence.floors.at(f)->logits);
        const std::vector<std::uint32_t> &alive = sequence.floors[f]->alive;
        m_result.floors[f].flops += flopsReduced(m_floors[f], alive);
        for (std::size_t l = 0; l < m_info.layers; ++l) {
            m_result.floors[f].keptPerLayer[l] += static_cast<double>(alive.at(l + 1));
        }
        m_floorAlive[f].insert(m_floorAlive[f].end(), alive.begin(), alive.end());
    }
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
    const auto answer = [&](std::size_t model) {
        return Answer{static_cast<std::uint32_t>(document.gold), static_cast<std::uint32_t>(plain),
                      static_cast<std::uint32_t>(model)};
    };
    m_result.answers.push_back(answer(reduced));
    for (std::size_t f = 0; f < m_floors.size(); ++f) {
        const std::size_t floor = document.floors[f].winner();
        const bool rightFloor = floor == document.gold;
        m_result.floors[f].answers.push_back(answer(floor));
        m_result.floors[f].correct += rightFloor ? 1 : 0;
        m_floorDifferences[f].push_back((right ? 1.0 : 0.0) - (rightFloor ? 1.0 : 0.0));
    }
}

void Tally::finish(const BootstrapOptions &bootstrap)
{
    if (m_result.sequences > 0) {
        const auto sequences = static_cast<double>(m_result.sequences);
        m_result.pieces /= sequences;
        for (double &kept : m_result.keptPerLayer)
            kept /= sequences;
        for (FloorEvaluation &floor : m_result.floors) {
            for (double &kept : floor.keptPerLayer) {
                kept /= sequences;
            }
        }
    }
    m_result.padded = flopsAllPadded(m_info, m_plain, m_alive);
    // Documents arrive in the order their batches ran; which draws they get must not depend on the batch size.
    std::ranges::sort(m_differences);
    std::ranges::sort(m_result.answers);
    m_result.difference = bootstrapMean(m_differences, bootstrap);
    for (std::size_t f = 0; f < m_floors.size(); ++f) {
        std::ranges::sort(m_floorDifferences[f]);
        std::ranges::sort(m_result.floors[f].answers);
        m_result.floors[f].flopsPadded = flopsAllPadded(m_floors[f], m_plain, m_floorAlive[f]).reduced;
        m_result.floors[f].difference = bootstrapMean(m_floorDifferences[f], bootstrap);
    }
    m_result.seed = bootstrap.seed;
}

} // namespace adaplens

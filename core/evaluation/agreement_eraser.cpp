// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/agreement_eraser_p.h"

#include <algorithm>

namespace adaplens {

std::vector<std::vector<std::filesystem::path>> eraserFiles(const AgreementOptions &options, std::size_t layers)
{
    const auto &file = options.eraserOut;
    std::vector<std::vector<std::filesystem::path>> result;
    for (const ScoreMethod method : options.methods) {
        auto &paths = result.emplace_back();
        const std::string stem = file.stem().string() + '-' + nameOf(method), extension = file.extension().string();
        if (!hasLayers(method)) {
            paths.push_back(file.parent_path() / (stem + extension));
            continue;
        }
        for (std::size_t l = 0; l < layers; ++l)
            paths.push_back(file.parent_path() / (stem + '-' + std::to_string(l) + extension));
    }
    if (result.size() == 1 && result.front().size() == 1)
        result.front().front() = file;
    return result;
}

EraserFiles::EraserFiles(const AgreementOptions &options, std::size_t layers, std::vector<std::string> labels)
    : m_options(options), m_labels(std::move(labels))
{
    for (const auto &paths : eraserFiles(options, layers)) {
        auto &files = m_files.emplace_back();
        for (const auto &path : paths)
            files.push_back(std::make_unique<EraserPredictionWriter>(path));
    }
}

std::string EraserFiles::written(std::size_t label) const
{
    const auto place = m_written.find(label);
    return place == m_written.end() ? m_labels[label] : place->second;
}

void EraserFiles::add(const Example &example, const Instance &instance, const std::vector<double> &probabilities,
                      std::optional<std::size_t> gold)
{
    if (gold)
        m_written[*gold] = example.label;
    EraserPrediction prediction;
    prediction.annotation = example.id;
    prediction.classification =
        written(static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin()));
    for (std::size_t k = 0; k < probabilities.size(); ++k)
        prediction.scores.emplace_back(written(k), probabilities[k]);
    const auto selections = selectionsOf(instance, m_options.methods, m_options.selection);
    for (std::size_t m = 0; m < m_files.size(); ++m)
        for (std::size_t l = 0; l < m_files[m].size(); ++l) {
            const Instance::Row &row = instance.rows[m][l];
            prediction.documents = eraserDocuments(example, selections[m][l], row.scores);
            // The scorer looks up the class predicted; probabilities of another one would be of no use to it.
            prediction.thresholds.clear();
            for (std::size_t s = 0; row.faithfulness && !m_options.goldClass && s < faithfulnessShares.size(); ++s) {
                const std::string name = written(row.faithfulness->target);
                prediction.thresholds.push_back({faithfulnessShares[s],
                                                 {{name, row.faithfulness->without[s]}},
                                                 {{name, row.faithfulness->only[s]}}});
            }
            m_files[m][l]->add(prediction);
        }
}

void EraserFiles::commit()
{
    for (const auto &files : m_files)
        for (const auto &file : files)
            file->commit();
}

} // namespace adaplens

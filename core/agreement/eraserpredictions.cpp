// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/eraserpredictions_p.h"

#include "core/data/reader.h"
#include "core/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>

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
        for (std::size_t l = 0; l < layers; ++l) {
            std::string name = stem;
            name.append("-").append(std::to_string(l + 1)).append(extension);
            paths.push_back(file.parent_path() / name);
        }
    }
    if (result.size() == 1 && result.front().size() == 1)
        result.front().front() = file;
    return result;
}

PredictionLog::PredictionLog(std::filesystem::path file) : m_path(std::move(file))
{
    m_file.open(m_path, std::ios::out | std::ios::app | std::ios::binary); // makes it where there is none
    m_file.close();
    m_file.open(m_path, std::ios::in | std::ios::out | std::ios::binary);
    if (!m_file)
        throw Error("The file of predictions %1 cannot be opened: %2.", m_path.string(), std::strerror(errno));
}

std::vector<std::string> PredictionLog::next()
{
    std::string line;
    if (std::getline(m_file, line) && !m_file.eof()) {
        const auto lines = nlohmann::json::parse(line, nullptr, false);
        if (lines.is_array()) {
            ++m_count;
            return lines.get<std::vector<std::string>>();
        }
    }
    throw Error(
        "The file %1 holds the ERASER predictions of %2 documents, fewer than the resume file beside it has finished; "
        "begin the run anew with another resume file.",
        m_path.string(), m_count);
}

void PredictionLog::append(const std::vector<std::string> &lines)
{
    if (!m_appending) {
        const auto end = m_file.tellg();
        std::error_code error;
        std::filesystem::resize_file(m_path, static_cast<std::uintmax_t>(end), error);
        m_file.seekp(end);
        m_appending = true;
    }
    m_file << nlohmann::json(lines).dump() << '\n' << std::flush;
    if (!m_file)
        throw Error("The file of predictions %1 cannot be written: %2.", m_path.string(), std::strerror(errno));
}

EraserFiles::EraserFiles(const AgreementOptions &options, const ModelInfo &model) : m_labels(model.labels)
{
    for (const std::string &label : options.dataLabels) {
        try {
            m_labels[mapLabel(label, model.labels)] = label;
        } catch (const Error &) { // a label that is none of the model's names no class
        }
    }
    for (const auto &paths : eraserFiles(options, model.layers))
        for (const auto &path : paths)
            m_files.push_back(std::make_unique<EraserPredictionWriter>(path));
    if (!options.resumeFile.empty())
        m_log.emplace(options.resumeFile.string() + ".predictions");
}

ClassScores EraserFiles::scoresOf(const std::vector<double> &probabilities) const
{
    ClassScores result;
    for (std::size_t k = 0; k < probabilities.size(); ++k)
        result.emplace_back(m_labels[k], probabilities[k]);
    return result;
}

void EraserFiles::add(const Example &example, const Instance &text, const Selections &selections,
                      const std::vector<double> &probabilities, const std::vector<ErasedRows> &erased)
{
    EraserPrediction prediction;
    prediction.annotation = example.id;
    prediction.scores = scoresOf(probabilities);
    prediction.classification =
        m_labels[static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin())];
    std::vector<std::string> lines;
    for (std::size_t m = 0; m < selections.size(); ++m)
        for (std::size_t l = 0; l < selections[m].size(); ++l) {
            prediction.documents = eraserDocuments(example, selections[m][l], text.rows[m][l].scores);
            if (!erased.empty()) {
                const std::vector<ErasedProbabilities> &sets = erased[m][l];
                prediction.comprehensiveness = scoresOf(sets.back().without);
                prediction.sufficiency = scoresOf(sets.back().only);
                prediction.thresholds.clear();
                for (std::size_t s = 0; s < faithfulnessShares.size(); ++s)
                    prediction.thresholds.push_back(
                        {faithfulnessShares[s], scoresOf(sets[s].without), scoresOf(sets[s].only)});
            }
            lines.push_back(toJsonLine(prediction));
        }
    if (m_log)
        m_log->append(lines);
    write(lines);
}

void EraserFiles::replay()
{
    write(m_log->next());
}

void EraserFiles::write(const std::vector<std::string> &lines)
{
    for (std::size_t i = 0; i < std::min(lines.size(), m_files.size()); ++i)
        m_files[i]->addLine(lines[i]);
}

void EraserFiles::commit()
{
    for (const auto &file : m_files)
        file->commit();
}

} // namespace adaplens

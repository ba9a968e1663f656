// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/faithfulness.h"
#include "core/data/writers.h"
#include "core/encoder/modelinfo.h"
#include "core/agreement/instance_p.h"

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// [methods][layers or 1][words] of a text: 1 = selected.
using Selections = std::vector<std::vector<std::vector<std::uint8_t>>>;
/// [layers or 1][shares, then the selection] of a method.
using ErasedRows = std::vector<std::vector<ErasedProbabilities>>;

/// The predictions of the documents that a run has finished, in a file beside its resume file: a line a document, in
/// order. A run that goes on reads them again first.
class PredictionLog {
public:
    /// Throws Error if the file cannot be opened.
    explicit PredictionLog(std::filesystem::path file);
    /// The next document finished before. Throws Error where the file holds no more.
    [[nodiscard]] std::vector<std::string> next();
    /// A document that was not there before; what was not read by now is dropped. Throws Error where the disk fails.
    void append(const std::vector<std::string> &lines);

private:
    std::filesystem::path m_path;
    std::fstream m_file;
    std::size_t m_count = 0;
    bool m_appending = false;
};

/// Writes what each method and layer says of the documents of a run as ERASER predictions, a file each.
class EraserFiles {
public:
    /// Opens the files. Throws Error if one cannot be written.
    EraserFiles(const AgreementOptions &options, const ModelInfo &model);

    /// A text: its words with scores and selections, the class probabilities of the plain pass over all of it and,
    /// where they were measured ([methods]), those without and with only its best and its selected words.
    void add(const Example &example, const Instance &text, const Selections &selections,
             const std::vector<double> &probabilities, const std::vector<ErasedRows> &erased);
    /// The next text that a run finished before. Throws Error where its predictions were not kept.
    void replay();
    /// Puts the files in their places.
    void commit();

private:
    [[nodiscard]] ClassScores scoresOf(const std::vector<double> &probabilities) const;
    void write(const std::vector<std::string> &lines);

    std::vector<std::string> m_labels;                            ///< of the classes, as the data write them
    std::vector<std::unique_ptr<EraserPredictionWriter>> m_files; ///< the layers of one method after the other
    std::optional<PredictionLog> m_log;
};

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/writers.h"
#include "core/evaluation/agreement_instance_p.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace adaplens {

/// Writes what each method and layer says of the documents of a run as ERASER predictions, a file each.
class EraserFiles {
public:
    /// Opens the files. Throws Error if one cannot be written.
    EraserFiles(const AgreementOptions &options, std::size_t layers, std::vector<std::string> labels);

    /// A document: its words with scores and selections, and the class probabilities of the plain pass over all of it.
    void add(const Example &example, const Instance &instance, const std::vector<double> &probabilities,
             std::optional<std::size_t> gold);
    /// Puts the files in their places.
    void commit();

private:
    [[nodiscard]] std::string written(std::size_t label) const;

    const AgreementOptions &m_options;
    std::vector<std::string> m_labels;            ///< the model's
    std::map<std::size_t, std::string> m_written; ///< as the data write them
    std::vector<std::vector<std::unique_ptr<EraserPredictionWriter>>> m_files;
};

} // namespace adaplens

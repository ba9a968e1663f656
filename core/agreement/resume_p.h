// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/examplekey.h"
#include "core/encoder/modelinfo.h"
#include "core/agreement/tally_p.h"
#include "core/kernels/precision.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace adaplens {

/// The documents that an agreement run has finished, in a file of JSON lines: first what the run was (model, options),
/// then one line a document, written as it ends. A run that was cut short goes on from there.
class ResumeFile {
public:
    /// Opens the file, or begins it. Throws Error if it cannot be read or written, is no such file, or was made by
    /// another model, with other options or in another precision; `numbers` are those that a document's line must hold.
    ResumeFile(std::filesystem::path file, const ModelInfo &model, Precision precision, const AgreementOptions &options,
               std::size_t numbers);

    /// The `index`th document of the data if it was finished before, else null. Throws Error if it was another one.
    [[nodiscard]] const DocumentNumbers *finished(std::size_t index, std::uint64_t key) const;
    /// Where the scores of each method came from, as finished documents tell; empty if none does.
    [[nodiscard]] const std::vector<std::string> &sources() const { return m_sources; }
    /// Writes a finished document. Throws Error where the disk fails.
    void append(const DocumentNumbers &document, const std::vector<std::string> &sources);

private:
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    [[noreturn]] void failToWrite() const;
    /// False where not even the header is whole.
    bool read(const std::string &header, std::size_t numbers);
    void write(const std::string &line);

    std::filesystem::path m_path;
    std::vector<DocumentNumbers> m_finished;
    std::vector<std::string> m_sources;
    std::unique_ptr<std::FILE, Close> m_file;
};

} // namespace adaplens

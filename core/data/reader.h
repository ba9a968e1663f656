// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

enum class DataFormat { Guess, Tsv, Csv, Jsonl, Eraser };

/// Where examples come from. Empty column names are guessed from the header (or, without one, from the content).
struct DataSource {
    std::filesystem::path path; ///< a file, or an ERASER folder (`docs/` and `<split>.jsonl`)
    DataFormat format = DataFormat::Guess;
    std::string split; ///< ERASER: train, val or test; empty = val
    /// A name, or without a header a number from 1; ERASER knows only the pair "query".
    std::string textColumn, pairColumn, labelColumn;
    std::size_t limit = 0; ///< 0 = all
};

/// Reads a data set one example at a time; never holds the whole set.
class Reader {
public:
    virtual ~Reader() = default;
    /// The next example, or empty at the end. Throws Error naming file and line where it cannot be read.
    [[nodiscard]] virtual std::optional<Example> next() = 0;
    /// Rows passed over so far, with the reason of each kind ("rows without a label: 3").
    [[nodiscard]] virtual std::string skipped() const = 0;
};

/// Opens a source. Throws Error if it is absent, unreadable or of no known form.
[[nodiscard]] std::unique_ptr<Reader> openReader(const DataSource &source);

/// Reads all examples of a source (training sets; a few tens of megabytes at most).
[[nodiscard]] std::vector<Example> readAll(const DataSource &source);

/// How many examples a source will give, for a progress bar; reads it through. Throws as reading does.
[[nodiscard]] std::size_t countExamples(const DataSource &source);

/// Class index of a written label: a class name in any case, a common synonym of it (POS, pos for "positive"), or the
/// index itself. Throws Error listing the known classes.
[[nodiscard]] std::size_t mapLabel(const std::string &label, const std::vector<std::string> &classes);

} // namespace adaplens

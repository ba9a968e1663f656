// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/error.h"
#include "core/io/textfile_p.h"

#include <string_view>

namespace adaplens {

/// The file of a source, or what has been read of it.
[[nodiscard]] TextFile textOf(const DataSource &source);

/// What all readers share: the limit and the count of rows passed over.
class LimitedReader : public Reader {
public:
    [[nodiscard]] std::optional<Example> next() final;
    [[nodiscard]] SkipCounts skipped() const final { return m_skipped; }

protected:
    explicit LimitedReader(const DataSource &source) : m_unlabelled(source.unlabelled), m_limit(source.limit) {}
    virtual std::optional<Example> read() = 0;
    /// Whether examples without a label are wanted.
    [[nodiscard]] bool unlabelled() const { return m_unlabelled; }
    /// The label that a cell holds, empty where the source may lack it; no value = the row is passed over.
    [[nodiscard]] std::optional<std::string> labelOf(std::string cell);
    void skip(const Message &reason) { ++m_skipped[reason.text()]; }

private:
    bool m_unlabelled;
    std::size_t m_limit, m_given = 0;
    SkipCounts m_skipped;
};

/// TSV: fields as they stand between tabs, no quoting (GLUE). CSV: RFC 4180.
[[nodiscard]] std::unique_ptr<Reader> openTable(const DataSource &source, bool commas);
/// One JSON object a line.
[[nodiscard]] std::unique_ptr<Reader> openJsonl(const DataSource &source);
/// A folder with `<split>.jsonl` and `docs/` or `docs.jsonl`.
[[nodiscard]] std::unique_ptr<Reader> openEraser(const DataSource &source);
/// HateXplain's `dataset.json`, or the folder that holds it.
[[nodiscard]] std::unique_ptr<Reader> openHateXplain(const DataSource &source);

/// A folder for each label with a text file for each example.
[[nodiscard]] std::unique_ptr<Reader> openFolders(const DataSource &source);
/// Whether a folder, or one of its folders, holds such folders.
[[nodiscard]] bool isFolders(const std::filesystem::path &folder);

/// Why marks were passed over where a column or member "rationale" holds something else, such as a reason in words.
[[nodiscard]] inline Message rationaleWithoutSpans()
{
    return message("rationales that are no spans");
}

/// True for the labels that data sets write where there is none: "", "-", "null".
[[nodiscard]] bool noLabel(std::string_view label);

} // namespace adaplens

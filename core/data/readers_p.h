// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/data/textfile_p.h"

#include <map>
#include <string_view>

namespace adaplens {

/// What all readers share: the limit and the count of rows passed over.
class LimitedReader : public Reader {
public:
    [[nodiscard]] std::optional<Example> next() final;
    [[nodiscard]] std::string skipped() const final;

protected:
    explicit LimitedReader(const DataSource &source) : m_limit(source.limit) {}
    virtual std::optional<Example> read() = 0;
    void skip(const std::string &reason) { ++m_skipped[reason]; }

private:
    std::size_t m_limit, m_given = 0;
    std::map<std::string, std::size_t> m_skipped;
};

/// TSV: fields as they stand between tabs, no quoting (GLUE). CSV: RFC 4180.
[[nodiscard]] std::unique_ptr<Reader> openTable(const DataSource &source, bool commas);
/// One JSON object a line.
[[nodiscard]] std::unique_ptr<Reader> openJsonl(const DataSource &source);
/// A folder with `docs/` and `<split>.jsonl`.
[[nodiscard]] std::unique_ptr<Reader> openEraser(const DataSource &source);

/// True for the labels that data sets write where there is none: "", "-", "null".
[[nodiscard]] bool noLabel(std::string_view label);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"
#include "core/error.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// Tsv, Csv: a table; spans of a rationale stand in a column `rationale` ("5-12;20-31": characters from 0, the end not
/// included) or as [[marks]] in a column `marked_text`. Jsonl: an object a line, AdapLens' own form being
/// {"id"?, "text", "pair"?, "label", "rationale"?: [[start, end], ..]}, spans in characters (Unicode code points of the
/// text, from 0, the end not included). Eraser: a folder with `<split>.jsonl` and `docs/` or `docs.jsonl`. HateXplain:
/// its `dataset.json`, with `post_id_divisions.json` beside it for the splits. Folders: a folder for each label with a
/// text file (.txt) for each example, as IMDB's reviews come; the splits are folders above them, or there is one.
enum class DataFormat { Guess, Tsv, Csv, Jsonl, Eraser, HateXplain, Folders };

/// All formats, as lists name them.
inline constexpr std::array allDataFormats{DataFormat::Tsv,    DataFormat::Csv,        DataFormat::Jsonl,
                                           DataFormat::Eraser, DataFormat::HateXplain, DataFormat::Folders,
                                           DataFormat::Guess};

/// Whose marks count where several people marked one text (HateXplain).
enum class AnnotatorChoice {
    Majority, ///< words that more than half of those who marked the text marked
    Union,    ///< words that anybody marked
    One       ///< the words of one of them
};

/// Where examples come from. Empty column names are guessed from the header (or, without one, from the content).
struct DataSource {
    std::filesystem::path path; ///< a file, a pipe, or the folder of an ERASER, HateXplain or folders set
    /// What the file holds, where it has been read already; `path` names it in messages then (see readPipe()).
    std::shared_ptr<const std::string> content;
    DataFormat format = DataFormat::Guess;
    std::string split; ///< train, val or test; empty = val for ERASER, test for folders, all posts for HateXplain
    /// A name, or without a header a number from 1; ERASER knows only the pair "query".
    std::string textColumn, pairColumn, labelColumn;
    std::size_t limit = 0;   ///< 0 = all
    bool unlabelled = false; ///< tables and Jsonl: also texts without a label, which is empty then (to be labelled)
    AnnotatorChoice annotators = AnnotatorChoice::Majority;
    std::size_t annotator = 1; ///< of AnnotatorChoice::One: the first, second, .. who marked a text
};

/// The columns of a table, or the members of JSON objects: all names (without a header, numbers from 1), and which of
/// them are read. Empty where a format has no columns to choose from.
struct DataColumns {
    std::vector<std::string> names;
    std::string text, pair, label; ///< pair is empty where there is none
};

/// What was passed over: reason -> count. The reasons are texts of message(), without places.
using SkipCounts = std::map<std::string, std::size_t>;
/// "rows without a label: 3, ..."
[[nodiscard]] std::string skippedText(const SkipCounts &counts);

/// Reads a data set one example at a time; never holds the whole set.
class Reader {
public:
    virtual ~Reader() = default;
    /// The next example, or empty at the end. Throws Error naming file and line where it cannot be read.
    [[nodiscard]] virtual std::optional<Example> next() = 0;
    /// What was passed over so far.
    [[nodiscard]] virtual SkipCounts skipped() const { return {}; }
    /// The columns found.
    [[nodiscard]] virtual DataColumns columns() const { return {}; }
};

/// Reads a source that can be read once only (a pipe, a terminal; "-": standard input) whole into `content`, so that it
/// may be opened several times; leaves any other as it is. False = asked to stop. Throws Error if it cannot be read.
[[nodiscard]] bool readPipe(DataSource &source, std::stop_token stop);

/// The form of a source: its own or, of Guess, the one that name and first lines tell. Throws Error if they tell none.
[[nodiscard]] DataFormat formatOf(const DataSource &source);

/// Opens a source. Throws Error if it is absent, unreadable or of no known form.
[[nodiscard]] std::unique_ptr<Reader> openReader(const DataSource &source);

/// Reads all examples of a source (training sets; a few tens of megabytes at most).
[[nodiscard]] std::vector<Example> readAll(const DataSource &source);

/// How many examples a source will give, for a progress bar; reads it through. Throws as reading does.
[[nodiscard]] std::size_t countExamples(const DataSource &source);

/// The labels of a source as it writes them, each once; reads it through. Throws as reading does.
[[nodiscard]] std::vector<std::string> labelsIn(const DataSource &source);

/// The name of a format on the command line and in files: tsv, csv, jsonl, eraser, hatexplain, guess.
[[nodiscard]] const char *nameOf(DataFormat format);
[[nodiscard]] Message titleOf(DataFormat format); ///< for readers: "TSV", "text files"
/// Throws Error listing the names.
[[nodiscard]] DataFormat dataFormatNamed(const std::string &name);
/// Sets `annotators` and `annotator` of a source: "majority", "union", or a number from 1. Throws Error listing them.
void chooseAnnotators(DataSource &source, const std::string &choice);

/// Class index of a written label: a class name in any case, a common synonym of it (POS, pos for "positive"), or the
/// index itself. Throws Error listing the known classes.
[[nodiscard]] std::size_t mapLabel(const std::string &label, const std::vector<std::string> &classes);

} // namespace adaplens

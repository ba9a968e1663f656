// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"
#include "core/io/atomicfile.h"
#include "core/text/wordspans.h"

#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace adaplens {

/// Writes examples in AdapLens' own form, an object a line: {"id", "text", "pair"?, "label", "rationale": [[start,
/// end], ..]} with spans in characters (Unicode code points of the text, from 0, the end not included). Broken UTF-8
/// becomes U+FFFD. The file is in its place after commit(), and not before. All throw Error where the disk fails.
class JsonlWriter {
public:
    explicit JsonlWriter(const std::filesystem::path &file) : m_file(file) {}
    void add(const Example &example);
    void commit() { m_file.commit(); }

private:
    AtomicFile m_file;
};

/// Writes examples as an ERASER data set: `<split>.jsonl` and a file for each document in `docs/`. Spans become the
/// white-space words that they touch, all of an example in one evidence group; white space other than blanks and line
/// ends becomes blanks, so that ERASER's own programs count the words alike. A second text is the query. Names that
/// cannot be a file's become "document-<n>"; where two documents of different texts have one name, the later one gets
/// a number. The annotations are in their place after commit(), and not before.
class EraserWriter {
public:
    EraserWriter(std::filesystem::path folder, const std::string &split);
    /// Throws Error if the example has no label, which ERASER asks for, or where the disk fails.
    void add(const Example &example);
    void commit() { m_file.commit(); }

private:
    std::string writeDocument(const std::string &id, const std::string &text);

    std::filesystem::path m_folder;
    AtomicFile m_file;
    std::unordered_map<std::string, std::size_t> m_documents;   // name -> hash of the text
    std::unordered_map<std::string, std::size_t> m_annotations; // name -> how often it came
    std::size_t m_count = 0;
};

/// Probabilities by the names of classes, as the annotations write them.
using ClassScores = std::vector<std::pair<std::string, double>>;

/// What a model says about one annotation, as ERASER's scorer reads it.
struct EraserPrediction {
    struct Document {
        std::string id;
        std::vector<WordSpan> hard; ///< words selected; must not overlap
        std::vector<double> soft;   ///< one a word; empty = none
    };
    struct Threshold {
        double share = 0; ///< of the words that were taken out, or left alone
        ClassScores comprehensiveness, sufficiency;
    };
    std::string annotation;
    std::vector<Document> documents;
    std::string classification;                 ///< as the annotations write the label
    ClassScores scores;                         ///< of the whole text
    ClassScores comprehensiveness, sufficiency; ///< without the rationale, of it alone; empty = not measured
    std::vector<Threshold> thresholds;          ///< for the scorer's AOPC; empty = not measured
};
/// One line of JSON, without its end. Numbers read back the same.
[[nodiscard]] std::string toJsonLine(const EraserPrediction &prediction);

/// The documents of an example with the selection and the scores of its words; both are parallel to
/// whiteSpaceWords(example.text), `soft` may be empty.
[[nodiscard]] std::vector<EraserPrediction::Document>
eraserDocuments(const Example &example, std::span<const std::uint8_t> selected, std::span<const double> soft);

/// Writes predictions, one a line, as they come. The file is in its place after commit(), and not before.
class EraserPredictionWriter {
public:
    explicit EraserPredictionWriter(const std::filesystem::path &file) : m_file(file) {}
    void add(const EraserPrediction &prediction) { addLine(toJsonLine(prediction)); }
    void addLine(const std::string &line) { m_file.write(line + '\n'); } ///< as toJsonLine() makes it
    void commit() { m_file.commit(); }

private:
    AtomicFile m_file;
};

} // namespace adaplens

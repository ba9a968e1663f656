// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

/// A text of an annotation set. The example itself never changes, so that threads can share it; the key stays with the
/// text through all edits and their undoing.
struct AnnotatedText {
    std::uint64_t key = 0;
    std::shared_ptr<const adaplens::Example> example;
};

/// Where an annotation set came from, and so where it may be saved.
struct AnnotationSource {
    std::filesystem::path path; ///< empty = nowhere yet
    adaplens::DataFormat format = adaplens::DataFormat::Jsonl;
    std::string split; ///< of an ERASER folder
    QString name;      ///< for people
    /// Saving may replace the file: it is in the program's own form and the set is the whole of it.
    bool own = false;
};

/// The document of the Annotate page: labelled texts with marked spans, every change of which can be undone. Texts are
/// valid UTF-8. Spans are sorted, and marking joins what overlaps.
class AnnotationSet : public QObject {
    Q_OBJECT

public:
    explicit AnnotationSet(QObject *parent = nullptr);

    [[nodiscard]] int size() const { return static_cast<int>(m_texts.size()); }
    [[nodiscard]] const AnnotatedText &at(int row) const { return m_texts.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] const adaplens::Example &example(int row) const { return *at(row).example; }
    /// The row of a key, or -1.
    [[nodiscard]] int rowOf(std::uint64_t key) const;
    [[nodiscard]] const std::vector<AnnotatedText> &texts() const { return m_texts; }
    [[nodiscard]] const AnnotationSource &source() const { return m_source; }

    /// Replaces the whole set; nothing is left to undo. `changed` = it holds changes that no file has.
    void reset(std::vector<std::shared_ptr<const adaplens::Example>> examples, AnnotationSource source,
               bool changed = false);

    /// Adds a span; it is joined with those it overlaps. Marking what is marked changes nothing.
    void mark(int row, adaplens::ByteRange span);
    /// Takes bytes out of all spans; what is left of a span on either side loses the white space at the cut.
    void erase(int row, adaplens::ByteRange span);
    void setLabel(int row, const std::string &label);
    /// Adds a text at the end.
    void append(adaplens::Example example);
    /// Adds a new text, under a name of its own among the others.
    void append(const std::string &text);
    void remove(int row);

    [[nodiscard]] QUndoStack &history() { return m_history; }
    /// There are changes that no file has.
    [[nodiscard]] bool changed() const { return !m_history.isClean(); }
    /// Another number after every change, also after one that is undone; never used twice.
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    /// The set as it was in this version is now in a file. Nothing happens if another set was opened since.
    void saved(AnnotationSource source, std::uint64_t version);

Q_SIGNALS:
    void aboutToReset();
    void wasReset();
    void replaced(int row); ///< label or spans are others
    void aboutToInsert(int row);
    void inserted(int row);
    void aboutToRemove(int row);
    void removed(int row);
    /// changed() or source() is another.
    void stateChanged();

private:
    class Change;
    void replaceSpans(int row, std::vector<adaplens::ByteRange> spans, const QString &what);
    void replace(int row, adaplens::Example example, const QString &what);
    void insertAt(int row, const AnnotatedText &text);
    void removeFrom(int row);

    std::vector<AnnotatedText> m_texts;
    AnnotationSource m_source;
    std::uint64_t m_lastKey = 0;
    std::uint64_t m_version = 0, m_opened = 0; // now; as it was opened
    QUndoStack m_history;
};

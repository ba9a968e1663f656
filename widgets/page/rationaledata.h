// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <QString>
#include <QStringList>

#include <stop_token>

class QMimeData;

/// A data set with human rationales that the user can pick: a file, or a folder with splits.
struct RationaleData {
    QString path;       ///< absolute
    QString name;       ///< for buttons and reports
    QStringList splits; ///< empty where the set has none
    bool operator==(const RationaleData &) const = default;

    [[nodiscard]] adaplens::DataSource source(const QString &split, std::size_t limit) const;
};

/// What lies at `path`: a file of examples, a folder in ERASER's layout (docs, <split>.jsonl), or one of these files
/// within it, which stands for its folder. Throws adaplens::Error if it is neither.
[[nodiscard]] RationaleData rationaleDataAt(const QString &path);

/// How many documents each split of an ERASER folder has, by the lines of its file; -1 where that cannot be told. Reads
/// the files, so for a background thread.
[[nodiscard]] QList<int> documentCounts(const RationaleData &data, const std::stop_token &stop = {});

/// The one file or folder dropped, if it can be a data set with rationales; models and plain texts are the window's.
[[nodiscard]] QString droppedRationales(const QMimeData &dropped);

/// The example set that ships with the program; its path is empty if it is not there.
[[nodiscard]] RationaleData embeddedRationales();

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <QString>
#include <QStringList>

#include <optional>

/// A data set with human rationales that the user can pick: a file, or a folder with splits.
struct RationaleData {
    QString path;       ///< absolute
    QString name;       ///< for buttons and reports
    QStringList splits; ///< empty where the set has none
    bool operator==(const RationaleData &) const = default;

    [[nodiscard]] adaplens::DataSource source(const QString &split, std::size_t limit) const;
    /// How many documents an ERASER split has, by its lines; nothing where that is not known at a glance.
    [[nodiscard]] std::optional<int> documents(const QString &split) const;
};

/// What lies at `path`: a file of examples, a folder in ERASER's layout (docs, <split>.jsonl), or one of these files
/// within it, which stands for its folder. Throws adaplens::Error if it is neither.
[[nodiscard]] RationaleData rationaleDataAt(const QString &path);

/// The example set that ships with the program; its path is empty if it is not there.
[[nodiscard]] RationaleData embeddedRationales();

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

#include <QStringList>

class QMimeData;

/// What ships with the program: sweeps in a folder each, and published points in a file for each data set.
struct ShippedSweeps {
    std::vector<NamedSweep> measured, published; ///< in the order of their names
    QStringList problems;                        ///< a sentence for each file that cannot be read
};
/// Reads them from a folder: NAME/sweep.json, and published/NAME.json.
[[nodiscard]] ShippedSweeps shippedSweeps(const QString &folder);
/// Of this copy of the program.
[[nodiscard]] QString shippedSweepsFolder();

/// Reads a sweep's file, or the one in its folder. Throws adaplens::Error.
[[nodiscard]] NamedSweep openSweep(const QString &path);
/// The one file or folder dropped, if it can be a sweep.
[[nodiscard]] QString droppedSweep(const QMimeData &dropped);
/// The one file or folder dropped, if it can be a set of labelled texts; models are the window's.
[[nodiscard]] QString droppedTexts(const QMimeData &dropped);

/// Writes what is shown to a file whose suffix says what: a figure (.png, .svg, .pdf), a line a point (.csv; of several
/// sweeps with their names in a first column), a table for each sweep (.md, .tex), or the points of the first sweep to be
/// opened again (.json). Throws adaplens::Error.
void writeTradeoff(const Tradeoff &tradeoff, const QString &path);
/// What a file with it is best called, without a suffix.
[[nodiscard]] QString suggestedFileName(const Tradeoff &tradeoff);

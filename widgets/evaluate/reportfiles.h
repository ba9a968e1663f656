// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtext.h"

/// Writes runs to a file whose suffix says what: a figure of two metrics (.png, .svg, .pdf), all numbers (.csv; of
/// several runs with their names in a first column), a table for each run (.tex), or the first run as a whole (.json).
/// Throws adaplens::Error.
void writeReports(const std::vector<NamedReport> &runs, adaplens::Metric left, adaplens::Metric right,
                  const QString &path);

/// Reads a run that was written as JSON. Throws adaplens::Error.
[[nodiscard]] NamedReport readReport(const QString &path);

/// What a file with this run is best called, without a suffix.
[[nodiscard]] QString suggestedFileName(const adaplens::AgreementReport &report);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

#include <QStandardItemModel>

/// The sweeps that are at hand, with check boxes for what is shown: those that ship with the program and those that the
/// user has opened, which can be removed.
class SweepList : public QStandardItemModel {
    Q_OBJECT

public:
    using QStandardItemModel::QStandardItemModel;

    /// Appends a sweep and shows it, or shows it in place of the one that was read from the same file.
    void add(const NamedSweep &sweep, bool own);
    [[nodiscard]] NamedSweep at(int row) const;
    [[nodiscard]] bool isOwn(int row) const;
    [[nodiscard]] std::vector<NamedSweep> all() const;
    /// Those that are checked.
    [[nodiscard]] std::vector<NamedSweep> checked() const;
    /// Files of those that the user has opened.
    [[nodiscard]] QStringList ownFiles() const;
};

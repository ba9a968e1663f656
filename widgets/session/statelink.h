// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/interventions.h"

#include <QString>

#include <cstddef>
#include <optional>

/// What somebody looks at, so that somebody else can look at it, too.
struct LinkedState {
    QString model = {}; ///< a shipped model's name, or a folder
    QString text = {};
    std::optional<QString> pair = {};
    QString beside = {};   ///< as Beside::open() takes it; empty = nothing
    QString page = {};     ///< its object's name; empty = the first
    std::size_t layer = 0; ///< from 0
    std::size_t window = 0;
    adaplens::Interventions interventions = {};
    bool operator==(const LinkedState &) const = default;
};

/// The state as one line of text, "adaplens:show?model=...&text=...".
[[nodiscard]] QString linkOf(const LinkedState &state);
[[nodiscard]] bool isLink(const QString &text);
/// The way back. Throws adaplens::Error with one sentence where the line is no such link, or says what cannot be. Whether
/// there is such a model, and whether the changes fit it, is left open.
[[nodiscard]] LinkedState readLink(const QString &link);

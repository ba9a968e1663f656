// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QTabBar;
class ScorePlot;
class TokenMapView;

// The switches of token maps that look alike, to be put in a card's title row.

/// Words | Pieces, which the scores follow.
[[nodiscard]] QTabBar *tokenMapColumns(const QList<TokenMapView *> &maps, ScorePlot *scores);
/// Relative | Absolute.
[[nodiscard]] QTabBar *tokenMapColours(const QList<TokenMapView *> &maps);

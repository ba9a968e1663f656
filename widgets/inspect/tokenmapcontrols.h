// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;
class ScorePlot;
class TokenMapView;

/// The switches of a token map, to be put in its card's title row: Words | Pieces, which the scores follow, and Relative |
/// Absolute.
[[nodiscard]] QWidget *tokenMapControls(TokenMapView *map, ScorePlot *scores);

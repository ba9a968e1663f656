// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/drawing.h"

#include <span>

/// How long each picture stands; the last one stays three times as long, before it starts again.
inline constexpr int frameMilliseconds = 1000;

/// Pictures of one size as an animated GIF; `scale`: pixels per unit of the drawings. There must be one at least.
/// Throws adaplens::Error if they are too large for a GIF.
[[nodiscard]] QByteArray renderGif(std::span<const Drawing> frames, double scale = 1);
/// The same as an SVG that browsers play; where no motion is wanted it shows the last picture.
[[nodiscard]] QByteArray renderAnimatedSvg(std::span<const Drawing> frames);

/// Writes either, by the suffix of `path` (.gif, .svg). Throws adaplens::Error with one sentence naming the file.
void exportAnimation(std::span<const Drawing> frames, const QString &path);
/// Writes a PNG each: "name-1.png" and so on for the path "name.png". Throws adaplens::Error,
/// also where one of them is there already; returns how many.
int exportFrames(std::span<const Drawing> frames, const QString &path);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <span>
#include <string>

namespace adaplens {

/// A trace as CSV (RFC 4180): a header and one row for each layer and token alive on entry to it, with the columns
/// layer (from 1, as the screen counts), index, piece, word, segment, start, end, raw, adjusted, threshold, kept (1 or
/// 0). Numbers mean what they mean in traceToJson(); they are written with a point and read back unchanged.
[[nodiscard]] std::string traceToCsv(const Trace &trace);

/// The same for the windows of a long text, with the column window (from 1) before the others.
[[nodiscard]] std::string windowsToCsv(std::span<const Trace> windows);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <cstddef>
#include <optional>

namespace adaplens {

/// A place in the user's text, whichever model reads it: bytes of the first or the second text. No bytes at the
/// beginning stand for [CLS], no bytes at the end for the [SEP] there.
struct TextPlace {
    int segment = 0; ///< 0 = first text, 1 = second text
    ByteRange bytes;
    bool operator==(const TextPlace &) const = default;
};

/// Where piece `piece` of the trace comes from.
[[nodiscard]] TextPlace placeOf(const Trace &trace, std::size_t piece);
/// The first piece that has some of the bytes of `place`, or the special token that it stands for; empty if the trace
/// (a window of a long text, say) has none.
[[nodiscard]] std::optional<std::size_t> pieceAt(const Trace &trace, const TextPlace &place);

/// Where `place` of `before` is in `after`, the same texts edited in one spot; empty if the edit touched it.
[[nodiscard]] std::optional<TextPlace> placeAfterEdit(const TextPlace &place, const Trace &before, const Trace &after);

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/place.h"

#include <algorithm>
#include <string_view>

namespace adaplens {

namespace {

std::string_view textOf(const Trace &trace, int segment)
{
    return segment == 0 ? std::string_view(trace.text) : trace.pair ? std::string_view(*trace.pair) : "";
}

} // namespace

TextPlace placeOf(const Trace &trace, std::size_t piece)
{
    const Piece &found = trace.encoding.pieces.at(piece);
    if (!found.special) {
        return {found.segment, found.source};
    }
    const std::size_t end = piece == 0 ? 0 : textOf(trace, found.segment).size();
    return {found.segment, {end, end}};
}

std::optional<std::size_t> pieceAt(const Trace &trace, const TextPlace &place)
{
    const bool special = place.bytes.begin == place.bytes.end;
    for (std::size_t i = 0; i < trace.encoding.pieces.size(); ++i) {
        const Piece &piece = trace.encoding.pieces[i];
        if (special ? piece.special && placeOf(trace, i) == place
                    : !piece.special && piece.segment == place.segment && piece.source.begin < place.bytes.end &&
                          piece.source.end > place.bytes.begin) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<TextPlace> placeAfterEdit(const TextPlace &place, const Trace &before, const Trace &after)
{
    const std::string_view old = textOf(before, place.segment), now = textOf(after, place.segment);
    const auto head =
        static_cast<std::size_t>(std::mismatch(old.begin(), old.end(), now.begin(), now.end()).first - old.begin());
    const auto tail = static_cast<std::size_t>(std::mismatch(old.rbegin(), old.rend(), now.rbegin(), now.rend()).first -
                                               old.rbegin());
    if (place.bytes.begin == place.bytes.end) { // a special token stays at its end of the text
        const std::size_t end = place.bytes.begin == 0 ? 0 : now.size();
        return TextPlace{place.segment, {end, end}};
    }
    if (place.bytes.end <= head) {
        return place;
    }
    if (place.bytes.begin >= old.size() - tail) {
        const auto moved = [&](std::size_t byte) { return byte + now.size() - old.size(); };
        return TextPlace{place.segment, {moved(place.bytes.begin), moved(place.bytes.end)}};
    }
    return std::nullopt;
}

} // namespace adaplens

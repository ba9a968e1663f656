// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/keptwords.h"

#include <algorithm>
#include <tuple>

namespace adaplens {

bool ofSameText(const Trace &first, const Trace &second)
{
    return first.text == second.text && (!first.pair || !second.pair || first.pair == second.pair);
}

std::vector<std::optional<std::size_t>> layersKeeping(const Trace &trace, std::span<const TextPlace> places)
{
    const std::vector<Piece> &pieces = trace.encoding.pieces;
    std::vector<std::size_t> keeping(pieces.size(), trace.layers.size());
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        const LayerTrace &layer = trace.layers[l];
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            if (layer.kept[i] == 0) {
                keeping[layer.alive[i]] = l;
            }
        }
    }
    // In the order of the text, so that each place is found by halves: texts are long, and this is done with every key.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].special) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        return std::tuple(pieces[i].segment, pieces[i].source.begin, pieces[i].source.end);
    });
    std::vector<std::optional<std::size_t>> result;
    result.reserve(places.size());
    for (const TextPlace &place : places) {
        std::optional<std::size_t> most;
        auto at = std::ranges::partition_point(order, [&](std::size_t i) {
            return std::tuple(pieces[i].segment, pieces[i].source.end) <= std::tuple(place.segment, place.bytes.begin);
        });
        for (; at != order.end() && pieces[*at].segment == place.segment && pieces[*at].source.begin < place.bytes.end;
             ++at) {
            most = std::max(most, std::optional(keeping[*at]));
        }
        result.push_back(most);
    }
    return result;
}

bool isKeptAfter(const Trace &trace, std::size_t layersKeeping, std::size_t layer)
{
    return layersKeeping > std::min(layer, trace.layers.empty() ? 0 : trace.layers.size() - 1);
}

TextPlace placeOf(const Trace &trace, const Column &column)
{
    TextPlace place = placeOf(trace, column.pieces.front());
    place.bytes.end = placeOf(trace, column.pieces.back()).bytes.end;
    return place;
}

KeptWords keptWords(const Trace &first, const Trace &second, std::size_t layer)
{
    KeptWords kept;
    if (!ofSameText(first, second)) {
        return kept;
    }
    std::vector<TextPlace> places;
    for (const Column &column : columns(first, false)) {
        if (!column.special) {
            places.push_back(placeOf(first, column));
        }
    }
    const auto here = layersKeeping(first, places), there = layersKeeping(second, places);
    for (std::size_t w = 0; w < places.size(); ++w) {
        if (!here[w] || !there[w]) {
            continue;
        }
        ++kept.words;
        const bool inFirst = isKeptAfter(first, *here[w], layer), inSecond = isKeptAfter(second, *there[w], layer);
        if (inFirst || inSecond) {
            (!inSecond ? kept.onlyFirst : !inFirst ? kept.onlySecond : kept.both).push_back(places[w]);
        }
    }
    return kept;
}

} // namespace adaplens

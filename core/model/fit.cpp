// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fit.h"

#include <algorithm>
#include <system_error>

namespace adaplens {

namespace {

bool isMuchLonger(std::size_t pieces, std::size_t reads)
{
    return reads > 0 && static_cast<double>(pieces) > muchLonger * static_cast<double>(reads);
}

/// The first of those that fit `wanted` which reads so long a text, or else the one that reads the longest.
template <typename Wanted>
const ShippedModel *reading(std::span<const ShippedModel> shipped, std::size_t pieces, Wanted wanted)
{
    const ShippedModel *longest = nullptr;
    for (const ShippedModel &model : shipped) {
        if (!wanted(model)) {
            continue;
        }
        if (!isMuchLonger(pieces, model.reads)) {
            return &model;
        }
        if (longest == nullptr || model.reads > longest->reads) {
            longest = &model;
        }
    }
    return longest;
}

} // namespace

std::optional<Advice> adviceOn(const ModelInfo &open, std::span<const ShippedModel> shipped, std::size_t pieces,
                               bool pair)
{
    if (pair != open.pairs) {
        const auto other = [&](const ShippedModel &model) { return model.pairs == pair; };
        return Advice{pair ? Misfit::OneTextOnly : Misfit::SecondMissing, 0, reading(shipped, pieces, other)};
    }
    const ShippedModel *known = shippedAt(shipped, open.folder);
    if (known == nullptr || !isMuchLonger(pieces, known->reads)) {
        return std::nullopt;
    }
    const ShippedModel *better = reading(shipped, pieces, [&](const ShippedModel &model) {
        return model.pairs == open.pairs && model.labels == open.labels && model.reads > known->reads;
    });
    return better != nullptr ? std::optional(Advice{Misfit::TooLong, known->reads, better}) : std::nullopt;
}

const ShippedModel *shippedAt(std::span<const ShippedModel> shipped, const std::filesystem::path &folder)
{
    const auto found =
        std::ranges::find_if(shipped, [&](const ShippedModel &model) { return isSameFolder(model.folder, folder); });
    return found == shipped.end() ? nullptr : &*found;
}

bool isSameFolder(const std::filesystem::path &a, const std::filesystem::path &b)
{
    std::error_code absent;
    return std::filesystem::equivalent(a, b, absent) && !absent;
}

} // namespace adaplens

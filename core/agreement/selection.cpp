// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/selection.h"

#include "core/error.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <string_view>

namespace adaplens {

namespace {

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::string Selection::name() const
{
    switch (kind) {
    case Kind::Uniform:
        return "uniform";
    case Kind::Model:
        return "model";
    case Kind::TopK:
        return "top-" + std::to_string(count);
    case Kind::TopShare:
        break;
    }
    char digits[32];
    const auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, share * 100, std::chars_format::general, 10);
    return "top-" + std::string(digits, error == std::errc{} ? end : digits) + "%";
}

Selection selectionNamed(const std::string &name)
{
    if (name == "uniform")
        return {};
    if (name == "model")
        return {.kind = Selection::Kind::Model};
    constexpr std::string_view prefix = "top-";
    if (name.starts_with(prefix)) {
        const char *begin = name.data() + prefix.size();
        const char *end = name.data() + name.size();
        if (name.ends_with('%')) {
            double percent = 0;
            const auto [stop, error] = std::from_chars(begin, end - 1, percent, std::chars_format::fixed);
            if (error == std::errc{} && stop == end - 1 && percent > 0 && percent <= 100)
                return {.kind = Selection::Kind::TopShare, .share = percent / 100};
        } else {
            std::size_t count = 0;
            const auto [stop, error] = std::from_chars(begin, end, count);
            if (error == std::errc{} && stop == end && count > 0)
                return {.kind = Selection::Kind::TopK, .count = count};
        }
    }
    throw Error(
        "'%1' is no way of selecting tokens; use uniform, model, top-<number> as in top-10, or top-<percent>% as in "
        "top-20%.",
        name);
}

std::vector<std::uint8_t> selectUniform(std::span<const double> scores)
{
    double sum = 0;
    for (const double score : scores)
        sum += std::max(0.0, score);
    std::vector<std::uint8_t> selected(scores.size(), 0);
    if (!(sum > 0))
        return selected;
    // Equal scores are all 1/n: the rounding of the sum must not decide about them.
    const double level = sum * (1 - 1e-12);
    for (std::size_t i = 0; i < scores.size(); ++i)
        selected[i] = std::max(0.0, scores[i]) * static_cast<double>(scores.size()) >= level ? 1 : 0;
    return selected;
}

double SelectionCounts::falsePositiveRate() const
{
    return ratio(falsePositive, falsePositive + trueNegative);
}

double SelectionCounts::truePositiveRate() const
{
    return ratio(truePositive, truePositive + falseNegative);
}

double SelectionCounts::precision() const
{
    return ratio(truePositive, truePositive + falsePositive);
}

double SelectionCounts::f1() const
{
    return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
}

double SelectionCounts::selectedShare() const
{
    return ratio(truePositive + falsePositive, n());
}

SelectionCounts countSelection(std::span<const std::uint8_t> selected, std::span<const std::uint8_t> labels)
{
    assert(selected.size() == labels.size());
    SelectionCounts counts;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] != 0)
            ++(selected[i] != 0 ? counts.truePositive : counts.falseNegative);
        else
            ++(selected[i] != 0 ? counts.falsePositive : counts.trueNegative);
    }
    return counts;
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"
#include "core/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string_view>

namespace adaplens {

namespace {

/// Lower case, without spaces, hyphens, underscores and slashes: "Not-Entailment" and "not_entailment" are one name.
std::string plain(std::string_view text)
{
    std::string result;
    for (const char c : text)
        if (std::isspace(static_cast<unsigned char>(c)) == 0 && c != '-' && c != '_' && c != '/')
            result.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return result;
}

/// The names that data sets use for one class, first the one that stands for all.
std::string_view commonName(std::string_view name)
{
    using std::string_view_literals::operator""sv;
    static constexpr std::array groups{
        std::array{"positive"sv, "pos"sv, "+"sv},
        std::array{"negative"sv, "neg"sv, "−"sv},
        std::array{"neutral"sv, "neut"sv, "neu"sv},
        std::array{"entailment"sv, "entails"sv, "entailed"sv},
        std::array{"notentailment"sv, "nonentailment"sv, "notentailed"sv},
        std::array{"contradiction"sv, "contradicts"sv, "contradictory"sv},
        std::array{"scitech"sv, "sci&tech"sv, "scienceandtechnology"sv},
        std::array{"true"sv, "yes"sv, "supports"sv},
        std::array{"false"sv, "no"sv, "refutes"sv},
    };
    for (const auto &group : groups)
        if (std::ranges::find(group, name) != group.end())
            return group.front();
    return name;
}

} // namespace

std::size_t mapLabel(const std::string &label, const std::vector<std::string> &classes)
{
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (classes[i] == label)
            return i;
    const std::string name = plain(label);
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (!name.empty() && plain(classes[i]) == name)
            return i;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (!name.empty() && commonName(plain(classes[i])) == commonName(name))
            return i;
    std::string_view digits(label);
    if (digits.starts_with("LABEL_")) // as Hugging Face names classes that have no name
        digits.remove_prefix(6);
    std::size_t index = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (error == std::errc{} && stop == digits.data() + digits.size() && index < classes.size())
        return index;
    std::string known;
    for (std::size_t i = 0; i < classes.size(); ++i)
        known += (i == 0 ? "" : ", ") + classes[i] + " (" + std::to_string(i) + ")";
    throw Error("The label '%1' is none of the model's classes: %2; use one of these names or numbers.", label, known);
}

} // namespace adaplens

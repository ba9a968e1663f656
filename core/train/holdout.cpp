// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/holdout.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace adaplens {

namespace {

/// Words of a text, one blank between them and around, so that containment is a substring test at word borders.
std::string spaced(const std::string &text)
{
    std::istringstream in(text);
    std::string word;
    std::string result = " ";
    while (in >> word) {
        result += word + ' ';
    }
    return result;
}

template <typename Visit>
void eachWord(const std::string &text, Visit visit)
{
    for (std::size_t begin = 1; begin < text.size();) {
        const std::size_t end = text.find(' ', begin);
        visit(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
}

/// For every text, the longer texts that contain it. Only texts that share its rarest word are looked at.
std::vector<std::vector<std::size_t>> containers(const std::vector<std::string> &texts)
{
    std::unordered_map<std::string_view, std::vector<std::size_t>> byWord;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        eachWord(texts[i], [&](std::string_view word) {
            auto &list = byWord[word];
            if (list.empty() || list.back() != i) {
                list.push_back(i);
            }
        });
    }
    std::vector<std::vector<std::size_t>> result(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<std::size_t> *rarest = nullptr;
        eachWord(texts[i], [&](std::string_view word) {
            const auto &list = byWord[word];
            if (rarest == nullptr || list.size() < rarest->size()) {
                rarest = &list;
            }
        });
        if (rarest == nullptr) {
            continue;
        }
        for (const std::size_t other : *rarest) {
            if (texts[other].size() > texts[i].size() && texts[other].find(texts[i]) != std::string::npos) {
                result[i].push_back(other);
            }
        }
    }
    return result;
}

} // namespace

Holdout holdOut(std::span<const Example> examples, double amount, bool phrases, std::uint64_t seed)
{
    std::vector<std::string> texts;
    std::vector<std::vector<std::size_t>> within(examples.size());
    if (phrases) {
        for (const Example &example : examples) {
            texts.push_back(spaced(example.text));
        }
        within = containers(texts);
    }
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (within[i].empty()) {
            candidates.push_back(i);
        }
    }
    const double wanted = amount < 1 ? amount * static_cast<double>(candidates.size()) : amount;
    const std::size_t count = std::min(candidates.size() / 2, static_cast<std::size_t>(std::llround(wanted)));
    Random(seed).shuffle(candidates);

    Holdout result;
    result.validation.assign(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(result.validation.begin(), result.validation.end());
    std::vector<std::uint8_t> isHeld(examples.size(), 0);
    std::unordered_set<std::string_view> heldTexts;
    for (const std::size_t i : result.validation) {
        isHeld[i] = 1;
        if (phrases) {
            heldTexts.insert(texts[i]);
        }
    }
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const bool part =
            std::any_of(within[i].begin(), within[i].end(), [&](std::size_t j) { return isHeld[j] != 0; });
        const bool repeated = phrases && heldTexts.contains(texts[i]);
        if (isHeld[i] == 0 && !part && !repeated) {
            result.train.push_back(i);
        }
    }
    return result;
}

} // namespace adaplens

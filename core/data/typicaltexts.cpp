// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/typicaltexts.h"

#include "core/io/input.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace adaplens {

namespace {

std::size_t wordsOf(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n\f\v";
    std::size_t count = 0;
    for (std::size_t at = text.find_first_not_of(spaces); at != std::string_view::npos;) {
        ++count;
        const std::size_t end = text.find_first_of(spaces, at);
        at = end == std::string_view::npos ? end : text.find_first_not_of(spaces, end);
    }
    return count;
}

} // namespace

TypicalTexts typicalTexts(std::span<const Example *const> examples)
{
    std::vector<std::size_t> words;
    std::size_t pairs = 0;
    for (const Example *example : examples.first(std::min(examples.size(), typicalSample))) {
        words.push_back(wordsOf(example->text) + (example->pair ? wordsOf(*example->pair) : 0));
        pairs += example->pair ? 1 : 0;
    }
    if (words.empty()) {
        return {};
    }
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(words.size() / 2);
    std::ranges::nth_element(words, middle);
    return {*middle, 2 * pairs > words.size()};
}

std::optional<TypicalTexts> typicalTexts(const DataSource &source, const std::stop_token &stop)
{
    if (!source.content && isReadOnce(source.path)) {
        return std::nullopt;
    }
    DataSource all = source;
    all.unlabelled = true;
    const auto reader = openReader(all);
    std::vector<Example> examples;
    while (examples.size() < typicalSample && !stop.stop_requested()) {
        auto example = reader->next();
        if (!example) {
            break;
        }
        examples.push_back(std::move(*example));
    }
    if (stop.stop_requested() || examples.empty()) {
        return std::nullopt;
    }
    std::vector<const Example *> list;
    std::ranges::transform(examples, std::back_inserter(list), [](const Example &example) { return &example; });
    return typicalTexts(list);
}

} // namespace adaplens

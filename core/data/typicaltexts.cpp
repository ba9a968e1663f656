// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/typicaltexts.h"

#include "core/io/input.h"
#include "core/text/wordspans.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace adaplens {

TypicalTexts typicalTexts(std::span<const Example *const> examples)
{
    std::vector<std::size_t> words;
    std::size_t pairs = 0;
    for (const Example *example : examples.first(std::min(examples.size(), typicalSample))) {
        words.push_back(whiteSpaceWords(example->text).size() +
                        (example->pair ? whiteSpaceWords(*example->pair).size() : 0));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "tests/support/tinymodel.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace adaplens::test {

/// Gives examples out of a list.
class ListReader : public Reader {
public:
    explicit ListReader(const std::vector<Example> &examples) : m_examples(examples) {}
    std::optional<Example> next() override
    {
        return given == m_examples.size() ? std::nullopt : std::optional(m_examples[given++]);
    }
    [[nodiscard]] adaplens::SkipCounts skipped() const override { return {{"rows without a label", 1}}; }
    std::size_t given = 0;

private:
    const std::vector<Example> &m_examples;
};

/// Texts of 1 to `longest` words of the tiny vocabulary, labels by turns.
inline std::vector<Example> randomExamples(std::size_t count, std::size_t longest)
{
    const auto pieces = tinyVocabulary();
    std::vector<std::string> words;
    std::ranges::copy_if(pieces, std::back_inserter(words),
                         [](const std::string &p) { return p.size() > 1 && p[0] != '[' && p[0] != '#'; });
    std::mt19937 random(3);
    std::vector<Example> result;
    for (std::size_t i = 0; i < count; ++i) {
        Example example;
        example.id = std::to_string(i);
        example.label = i % 3 == 0 ? "neg" : "1";
        for (std::size_t w = 1 + random() % longest; w > 0; --w) {
            example.text += words[random() % words.size()] + " ";
        }
        result.push_back(std::move(example));
    }
    return result;
}

} // namespace adaplens::test

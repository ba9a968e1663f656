// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agree.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <stop_token>

namespace adaplens::test {

/// Reads the examples of a list.
class ListReader : public Reader {
public:
    explicit ListReader(const std::vector<Example> &examples) : m_examples(examples) {}
    std::optional<Example> next() override
    {
        return given == m_examples.size() ? std::nullopt : std::optional(m_examples[given++]);
    }
    [[nodiscard]] adaplens::SkipCounts skipped() const override { return {{"rows without a label", 2}}; }
    std::size_t given = 0;

private:
    const std::vector<Example> &m_examples;
};

/// Texts of 2 to `longest` words of the tiny vocabulary, with one or two runs of words marked.
inline std::vector<Example> randomExamples(std::size_t count, std::size_t longest, std::uint32_t seed = 5)
{
    const std::vector<std::string> words{"good", "dull",  "film", "unforgettable", "story", "was",
                                         "the",  "movie", ",",    "boring",        "not",   "long."};
    std::mt19937 random(seed);
    std::vector<Example> result;
    for (std::size_t i = 0; i < count; ++i) {
        Example example;
        example.id = "text " + std::to_string(i);
        example.label = i % 3 == 0 ? "neg" : "1";
        std::vector<ByteRange> places;
        for (std::size_t w = 2 + random() % (longest - 1); w > 0; --w) {
            const std::string &word = words[random() % words.size()];
            places.push_back({example.text.size(), example.text.size() + word.size()});
            example.text += word + ' ';
        }
        for (std::size_t spans = 1 + random() % 2; spans > 0; --spans) {
            const std::size_t first = random() % places.size();
            const std::size_t last = std::min(first + random() % 3, places.size() - 1);
            example.rationale.push_back({places[first].begin, places[last].end});
        }
        std::ranges::sort(example.rationale, {}, [](ByteRange r) { return std::pair(r.begin, r.end); });
        example.rationale.erase(std::unique(example.rationale.begin(), example.rationale.end()),
                                example.rationale.end());
        result.push_back(std::move(example));
    }
    return result;
}

/// A tiny model on disk, opened.
struct Model {
    explicit Model(const TinyModel &shape = {})
    {
        writeTinyModel(folder.path(), shape);
        classifier = Classifier::open(folder.path());
    }
    TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

/// Options with few resamples.
inline AgreementOptions quick()
{
    AgreementOptions options;
    options.resamples = 60;
    options.data = "random";
    return options;
}

inline AgreementReport reportOf(Classifier &classifier, const std::vector<Example> &examples,
                                const AgreementOptions &options = quick())
{
    ListReader reader(examples);
    auto report = agree(classifier, reader, options);
    REQUIRE(report);
    return std::move(*report);
}

/// Stops a run after so many documents, as one who has seen enough.
inline void stopAfter(std::size_t documents, Classifier &classifier, const std::vector<Example> &examples,
                      const AgreementOptions &options)
{
    std::stop_source stop;
    AgreementCallbacks callbacks;
    callbacks.progress = [&](const AgreementProgress &progress) {
        if (progress.documents == documents)
            stop.request_stop();
    };
    ListReader reader(examples);
    CHECK(!agree(classifier, reader, options, callbacks, stop.get_token()));
}

/// Everything but the time that it took.
inline std::string content(AgreementReport report)
{
    report.conditions.seconds = 0;
    return toJson(report);
}

} // namespace adaplens::test

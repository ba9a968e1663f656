// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/classifier.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace adaplens::test {

/// Words of the tiny vocabulary at random, so that texts differ in length and content but not from run to run.
inline std::string randomText(std::mt19937 &random, std::size_t words)
{
    static const std::vector<std::string> vocabulary = {"the",  "film", "is",   "not", "good", "a",   "very", "dull",
                                                        "plot", "and",  "fine", "un",  "q",    "bad", "!",    ","};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += vocabulary[random() % vocabulary.size()] + " ";
    }
    return text;
}

/// An opened tiny model with the folder it came from.
struct Opened {
    explicit Opened(const TinyModel &shape = {})
    {
        writeTinyModel(folder.path(), shape);
        classifier = Classifier::open(folder.path());
    }
    TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

inline double difference(const std::vector<float> &a, const std::vector<float> &b)
{
    REQUIRE(a.size() == b.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        largest = worse(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    }
    return largest;
}

inline Trace traceOf(Classifier &classifier, const std::string &text, const RunOptions &options = {})
{
    auto trace = classifier.run(text, std::nullopt, options);
    REQUIRE(trace.has_value());
    return *trace;
}

} // namespace adaplens::test

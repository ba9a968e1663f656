// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of a model that is opened in a reduced precision.
#include "core/attribution/attribute.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <string>

using namespace adaplens;
using namespace adaplens::test;

namespace {

struct Folder {
    Folder() { writeTinyModel(folder.path(), {.layers = 4, .hidden = 64, .intermediate = 256, .eta = 0.6F}); }
    [[nodiscard]] std::unique_ptr<Classifier> open(Precision precision) const
    {
        return Classifier::open(folder.path(), precision);
    }
    TemporaryFolder folder;
};

const std::string text = "the plot is dull and the film is not good , but the actor was truly unforgettable";

} // namespace

TEST_CASE("in a reduced precision no number depends on which other methods are asked for")
{
    const Folder folder;
    for (const Precision precision : {Precision::BFloat16, Precision::Int8}) {
        if (usable(precision) != precision) {
            MESSAGE("skipped: " << fallbackNote(precision));
            continue;
        }
        CAPTURE(std::string(nameOf(precision)));
        const auto classifier = folder.open(precision);
        const Encoding encoding = classifier->encode(text, std::nullopt);
        const std::vector<float> plain = classifier->runBatch(std::span(&encoding, 1), Pass::Plain)->front().logits;
        for (const bool fromAdapler : {false, true}) {
            const auto all = attribute(*classifier, encoding,
                                       {.methods = allScoreMethods(), .fromAdapler = fromAdapler, .target = 0});
            CHECK(all->plain.logits == plain);
            for (const TokenScores &scores : all->scores) {
                CAPTURE(std::string(nameOf(scores.method)));
                const auto one = attribute(*classifier, encoding,
                                           {.methods = {scores.method}, .fromAdapler = fromAdapler, .target = 0});
                CHECK(one->plain.logits == plain);
                CHECK(one->scores.front().layers == scores.layers);
                CHECK(one->scores.front().completeness == scores.completeness);
            }
        }
    }
}

TEST_CASE("completeness tells how far integrated gradients are, not how far a precision is")
{
    const Folder folder;
    const AttributionOptions options{.methods = {ScoreMethod::IntegratedGradients}, .target = 0};
    const auto error = [&](Precision precision) {
        const auto classifier = folder.open(precision);
        return *attribute(*classifier, classifier->encode(text, std::nullopt), options)->scores.front().completeness;
    };
    CHECK(error(Precision::Int8) == doctest::Approx(error(Precision::Float32)).epsilon(1e-3));
    CHECK(error(Precision::BFloat16) == doctest::Approx(error(Precision::Float32)).epsilon(1e-3));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// One model opened in each precision.
#include "core/attribution/attribute.h"
#include "core/model/classifier.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"
#include "tests/support/withoutinstructions.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace adaplens;

namespace {

/// A folder with a model that is wide enough for rounding errors to average out.
struct Folder {
    Folder() { test::writeTinyModel(folder.path(), {.layers = 4, .hidden = 64, .intermediate = 256, .eta = 0.6F}); }
    [[nodiscard]] std::unique_ptr<Classifier> open(Precision precision) const
    {
        return Classifier::open(folder.path(), precision);
    }
    test::TemporaryFolder folder;
};

std::vector<Encoding> texts(const Classifier &classifier)
{
    std::vector<Encoding> result;
    for (const char *text : {"a good film", "the plot is dull and the film is bad", "", "fine",
                             "good good bad film , a film of the plot , not dull , not bad , the film is fine"}) {
        result.push_back(classifier.encode(text, std::nullopt));
    }
    return result;
}

double difference(const std::vector<float> &a, const std::vector<float> &b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        most = test::worse(most, std::abs(static_cast<double>(a[i]) - b.at(i)));
    }
    return most;
}

} // namespace

TEST_CASE("logits in a reduced precision stay near those in float32")
{
    const Folder folder;
    const auto exact = folder.open(Precision::Float32);
    CHECK(exact->precision() == Precision::Float32);
    const auto batch = texts(*exact);
    for (const Precision precision : {Precision::BFloat16, Precision::Int8}) {
        CAPTURE(std::string(nameOf(precision)));
        const auto classifier = folder.open(precision);
        REQUIRE(classifier->precision() == usable(precision));
        for (const Pass pass : {Pass::Plain, Pass::Unreduced}) {
            const auto expected = exact->runBatch(batch, pass), found = classifier->runBatch(batch, pass);
            double spread = 0, worst = 0;
            for (std::size_t b = 0; b < batch.size(); ++b) {
                for (const float logit : expected->at(b).logits) {
                    spread = std::max(spread, std::abs(static_cast<double>(logit)));
                }
                worst = test::worse(worst, difference(expected->at(b).logits, found->at(b).logits));
            }
            // Random weights make much of small differences; trained ones, of the same depth, a tenth of it.
            CHECK(worst <= (precision == Precision::Int8 ? 0.15 : 0.03) * spread);
            CHECK((worst > 0) == (usable(precision) == precision)); // the precision is really another one
        }
    }
}

TEST_CASE("in every precision a batch gives the numbers of one text at a time")
{
    const Folder folder;
    for (const Precision precision : allPrecisions) {
        CAPTURE(std::string(nameOf(precision)));
        const auto classifier = folder.open(precision);
        const auto batch = texts(*classifier);
        for (const Pass pass : {Pass::Plain, Pass::Reduced}) {
            const auto together = classifier->runBatch(batch, pass);
            for (std::size_t b = 0; b < batch.size(); ++b) {
                const auto alone = classifier->runBatch(std::span(&batch[b], 1), pass);
                CHECK(difference(together->at(b).logits, alone->front().logits) <= 1e-5);
                CHECK(together->at(b).alive == alone->front().alive);
            }
        }
    }
}

TEST_CASE("gradients are those of float32 in every precision")
{
    const Folder folder;
    const auto exact = folder.open(Precision::Float32), rounded = folder.open(Precision::Int8);
    const Encoding encoding = exact->encode("the plot is dull and the film is bad", std::nullopt);
    const AttributionOptions options{.methods = {ScoreMethod::Saliency, ScoreMethod::IntegratedGradients}, .target = 0};
    const auto expected = attribute(*exact, encoding, options), found = attribute(*rounded, encoding, options);
    for (std::size_t m = 0; m < expected->scores.size(); ++m) {
        for (std::size_t l = 0; l < expected->scores[m].layers.size(); ++l) {
            CHECK(difference(expected->scores[m].layers[l], found->scores[m].layers[l]) <= 1e-6);
        }
    }
}

TEST_CASE("a trace names the precision it was made in")
{
    const Folder folder;
    const auto classifier = folder.open(Precision::Int8);
    CHECK(classifier->run("a good film", std::nullopt, RunOptions{})->precision == usable(Precision::Int8));
    const test::WithoutInstructions less("none");
    const auto fallen = folder.open(Precision::Int8);
    CHECK(fallen->precision() == Precision::Float32);
    const auto trace = fallen->run("a good film", std::nullopt, RunOptions{});
    CHECK(trace->precision == Precision::Float32);
    const auto exact = folder.open(Precision::Float32)->run("a good film", std::nullopt, RunOptions{});
    CHECK(difference(trace->reduced.logits, exact->reduced.logits) == 0);
}

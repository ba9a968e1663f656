// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/bench.h"
#include "core/bench/bench_p.h"
#include "core/error.h"
#include "core/measure/flops.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace adaplens;
using namespace adaplens::test;

namespace {

struct Opened {
    Opened()
    {
        writeTinyModel(folder.path() / "model");
        classifier = Classifier::open(folder.path() / "model");
        std::ofstream file(folder.path() / "texts.tsv");
        file << "sentence\n";
        for (const std::string &text : texts)
            file << text << '\n';
    }
    TemporaryFolder folder;
    std::vector<std::string> texts{"a good film", "dull", "the plot was not good but the film was truly unforgettable"};
    std::unique_ptr<Classifier> classifier;
};

BenchOptions quick(const Opened &model)
{
    BenchOptions options;
    options.lengths = {2, 8};
    options.runs = 1;
    options.seconds = 0;
    options.batch = 2;
    BenchSet &set = options.sets.emplace_back();
    set.name = "texts";
    set.source.path = model.folder.path() / "texts.tsv";
    return options;
}

} // namespace

TEST_CASE("between the lengths measured the curve is straight, beyond them level")
{
    Curve curve;
    CHECK(curve.at(3) == 0);
    curve.add(2, 10);
    curve.add(4, 20);
    curve.add(8, 100);
    CHECK(curve.at(1) == 10);
    CHECK(curve.at(2) == 10);
    CHECK(curve.at(2.5) == 12.5);
    CHECK(curve.at(3) == 15);
    CHECK(curve.at(4) == 20);
    CHECK(curve.at(7) == 80);
    CHECK(curve.at(8) == 100);
    CHECK(curve.at(90) == 100);
}

TEST_CASE("counts and operations are those of the texts one by one")
{
    const Opened model;
    const auto report = bench(*model.classifier, quick(model));
    REQUIRE(report);
    CHECK(report->plain.n == std::vector<std::size_t>{2, 8});
    CHECK(report->conditions.batch == 2);
    REQUIRE(report->sets.size() == 1);
    const SetBench &set = report->sets.front();
    double plain = 0, reduced = 0, pieces = 0;
    for (const std::string &text : model.texts) {
        const auto trace = model.classifier->run(text, std::nullopt, RunOptions{});
        REQUIRE(trace);
        plain += trace->cost.flopsPlain;
        reduced += trace->cost.flopsReduced;
        pieces += static_cast<double>(trace->encoding.pieces.size()) / 3;
    }
    CHECK(set.texts == 3);
    CHECK(set.pieces == doctest::Approx(pieces));
    CHECK(set.flopsPlain == doctest::Approx(plain));
    CHECK(set.flopsReduced == doctest::Approx(reduced));
    for (const Timing *timing : {&set.plain, &set.reduced, &set.singlePlain, &set.singleReduced}) {
        CHECK(timing->runs == 1); // the first round is not counted
        CHECK(timing->median > 0);
    }
    CHECK(set.predictedPlain > 0);
    CHECK(set.predictedReduced > 0);
    CHECK(set.floor > 0);
    CHECK(set.perSecond(Timing{500, 500, 500, 1}) == 6); // three texts in half a second
    BenchOptions shorter = quick(model);
    shorter.maxLength = 3; // [CLS], a piece, [SEP]
    CHECK(bench(*model.classifier, shorter)->sets.front().pieces == 3);
}

TEST_CASE("progress ends at its total; a stopped run gives nothing; a set without a text is refused")
{
    const Opened model;
    BenchOptions options = quick(model);
    std::vector<std::size_t> done;
    std::size_t total = 0;
    std::stop_source stop;
    options.progress = [&](std::size_t d, std::size_t t) {
        done.push_back(d);
        total = t;
    };
    REQUIRE(bench(*model.classifier, options));
    CHECK(total == 2 + 1 + 2); // lengths, the curve, rounds of the set
    CHECK(done == std::vector<std::size_t>{1, 2, 3, 4, 5});
    options.progress = [&](std::size_t, std::size_t) { stop.request_stop(); };
    CHECK(!bench(*model.classifier, options, stop.get_token()));
    std::ofstream(model.folder.path() / "none.tsv") << "sentence\n";
    options.sets.front().source.path = model.folder.path() / "none.tsv";
    CHECK_THROWS_WITH_AS((void)bench(*model.classifier, options), doctest::Contains("none.tsv"), Error);
}

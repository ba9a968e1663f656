// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "core/io/atomicfile.h"
#include "core/io/input.h"
#include "tests/core/sweep/sweepmodels.h"

#include <nlohmann/json.hpp>

#include <map>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

Evaluation evaluated(const fs::path &model, const fs::path &data, double scale, std::vector<std::string> floors = {})
{
    DataSource source;
    source.path = data;
    const auto reader = openReader(source);
    const auto classifier = Classifier::open(model);
    auto result =
        evaluate(*classifier->scaled(scale), *reader, {.floors = std::move(floors), .bootstrap = {.resamples = 50}});
    REQUIRE(result);
    return std::move(*result);
}

/// When each file below a folder was written last.
std::map<std::string, fs::file_time_type> timesOf(const fs::path &folder)
{
    std::map<std::string, fs::file_time_type> times;
    for (const auto &entry : fs::directory_iterator(folder)) {
        times[entry.path().filename().string()] = entry.last_write_time();
    }
    return times;
}

std::vector<std::string> idsOf(const Sweep &sweep)
{
    std::vector<std::string> ids;
    for (const SweepPoint &point : sweep.points) {
        ids.push_back(point.id);
    }
    return ids;
}

} // namespace

TEST_CASE("every point is what an evaluation at its thresholds finds, on each split")
{
    SweepFixture sweep;
    sweep.options.scales = {0.5, 1};
    sweep.options.f1Label = "positive";
    sweep.add("adapler", {.layers = 4, .eta = 0.4F}, {.seed = 7});
    sweep.add("power", {.layers = 4, .reduction = "power"}, {.scales = {2}});
    sweep.add("trbert", {.layers = 4, .reduction = "trbert"});
    const Sweep table = sweep.run();
    CHECK(table.data == "texts");
    CHECK(table.conditions->seconds > 0);
    for (const auto &[id, model, scale, n] : {std::tuple("adapler-seed-7-scale-0.5-dev", "adapler", 0.5, 60U),
                                              {"adapler-seed-7-scale-1-test", "adapler", 1.0, 25U},
                                              {"power-scale-2-dev", "power", 2.0, 60U},
                                              {"trbert-scale-0.5-test", "trbert", 0.5, 25U}}) {
        const SweepPoint &point = pointNamed(table, id);
        const Evaluation wanted = evaluated(sweep.path(model), sweep.path(n == 60 ? "dev.tsv" : "test.tsv"), scale);
        CHECK(point.status == PointStatus::Done);
        CHECK(point.method == model);
        CHECK(point.knob == "scale");
        CHECK(point.value == scale);
        CHECK(point.n == n);
        CHECK(point.accuracy->mean == doctest::Approx(wanted.accuracy()));
        CHECK(point.difference->mean == doctest::Approx(wanted.difference.mean));
        CHECK(point.speedupFlops == wanted.speedup());
        CHECK(point.speedupFlopsPadded == wanted.speedupPadded());
        CHECK(point.kept == wanted.keptPerLayer);
        CHECK(point.speedupTime->mean > 0);
        CHECK(point.f1.has_value());
        CHECK(point.model == sweep.path(model));
        CHECK(point.thresholds == Classifier::open(sweep.path(model))->scaled(scale)->thresholds());
    }
    CHECK(pointNamed(table, "adapler-seed-7-scale-1-dev").seed == 7U);
    CHECK(pointNamed(table, "adapler-seed-7-scale-1-dev").title == "AdapLeR");

    const SweepPoint &plain = pointNamed(table, "bert-dev"); // the twin of the first
    CHECK(plain.model == sweep.path("adapler") / "plain");
    CHECK(plain.speedupFlops == 1);
    CHECK(plain.speedupTime->mean == 1);
    CHECK(plain.difference->mean == 0);
    CHECK(plain.accuracy->mean ==
          doctest::Approx(evaluated(sweep.path("adapler"), sweep.path("dev.tsv"), 1).accuracyPlain()));

    const Evaluation floors = evaluated(sweep.path("adapler"), sweep.path("dev.tsv"), 0.5, {"random", "last"});
    for (const FloorEvaluation &wanted : floors.floors) {
        const SweepPoint &floor = pointNamed(table, wanted.rule + "-at-adapler-seed-7-scale-0.5-dev");
        CHECK(floor.method == wanted.rule);
        CHECK(floor.budgetOf == "adapler-seed-7-scale-0.5-dev");
        CHECK(floor.accuracy->mean == doctest::Approx(static_cast<double>(wanted.correct) / 60));
        CHECK(floor.speedupFlops == floors.flopsPlain / wanted.flops);
        CHECK(floor.kept == wanted.keptPerLayer);
        CHECK(floor.thresholds.empty());
    }
    for (const SweepPoint &point : table.points) { // at the budgets of one method alone
        CHECK((point.budgetOf.empty() || point.budgetOf.starts_with("adapler")));
    }
    CHECK(table.points.front().method == "bert");
    CHECK(idsOf(readSweep(sweep.path("out"))) == idsOf(table));
    CHECK(fs::exists(sweep.path("out") / "sweep.csv"));
    CHECK(fs::exists(sweep.path("out") / "sweep.md"));
}

TEST_CASE("a sweep that was stopped goes on where it was, and one that is whole does nothing again")
{
    SweepFixture sweep;
    sweep.options.scales = {0.5, 1};
    sweep.options.methods = {"adapler", "bert", "first"};
    sweep.options.batch = 4;
    sweep.add("adapler", {.eta = 0.4F});
    std::stop_source source;
    std::size_t last = 0;
    sweep.options.progress = [&](const SweepProgress &at) {
        CHECK(at.done >= last);
        CHECK(at.total == (2 * 3 + 1) * 85); // two scales with a floor, and the plain model
        last = at.done;
        if (at.what == "adapler-scale-1-dev" && at.done > 3 * 85 + 20) {
            CHECK(at.secondsLeft.value_or(0) > 0);
            source.request_stop();
        }
    };
    CHECK_FALSE(runSweep(sweep.options, source.get_token()));
    const auto before = timesOf(sweep.path("out") / "points");
    CHECK(before.size() == 4); // scale 0.5 on both splits, with its floor
    const Sweep partial = readSweep(sweep.path("out"));
    CHECK(pointNamed(partial, "adapler-scale-0.5-test").status == PointStatus::Done);
    CHECK(pointNamed(partial, "adapler-scale-1-dev").status == PointStatus::NotRun);
    CHECK(pointNamed(partial, "adapler-scale-1-dev").reason.find("not come to it") != std::string::npos);
    CHECK(pointNamed(partial, "adapler-scale-1-dev").n == 0);

    sweep.options.progress = {};
    const Sweep whole = sweep.run();
    CHECK(std::ranges::all_of(whole.points, [](const SweepPoint &p) { return p.status == PointStatus::Done; }));
    CHECK(whole.points.size() == 10);
    const auto after = timesOf(sweep.path("out") / "points");
    CHECK(after.size() == 10);
    for (const auto &[file, time] : before) {
        CHECK(after.at(file) == time);
    }
    bool measured = false;
    sweep.options.progress = [&](const SweepProgress &) { measured = true; };
    const Sweep again = sweep.run();
    CHECK_FALSE(measured);
    CHECK(timesOf(sweep.path("out") / "points") == after);
    CHECK(toJson(again, "/") == toJson(whole, "/"));

    // More points are added to those that are there.
    sweep.options.scales = {0.5, 0.7, 1};
    sweep.options.progress = {};
    CHECK(sweep.run().points.size() == 14);
    for (const auto &[file, time] : after) {
        CHECK(timesOf(sweep.path("out") / "points").at(file) == time);
    }
}

TEST_CASE("results that were made otherwise are not mixed with new ones")
{
    SweepFixture sweep;
    sweep.options.scales = {1};
    sweep.options.methods = {"adapler"};
    sweep.add("adapler", {});
    (void)sweep.run();
    const auto refused = [&](const SweepOptions &options, const char *part) {
        CAPTURE(part);
        CHECK_THROWS_WITH_AS((void)runSweep(options), doctest::Contains(part), Error);
        CHECK_THROWS_WITH_AS((void)runSweep(options), doctest::Contains("--restart"), Error);
        CHECK_THROWS_WITH_AS((void)runSweep(options), doctest::Contains(sweep.path("out").c_str()), Error);
    };
    const auto changed = [&](auto change) {
        SweepOptions options = sweep.options;
        change(options);
        return options;
    };
    refused(changed([](SweepOptions &o) { o.batch = 7; }), "batch “32”, but this one has “7”");
    refused(changed([](SweepOptions &o) { o.maxLength = 20; }), "max length");
    refused(changed([](SweepOptions &o) { o.protocol = Protocol::WindowsMean; }), "windows-mean");
    refused(changed([](SweepOptions &o) { o.f1Label = "positive"; }), "f1 label");
    refused(changed([](SweepOptions &o) { o.bootstrap.seed = 5; }), "seed");
    refused(changed([](SweepOptions &o) { o.data = "other"; }), "data");
    refused(changed([](SweepOptions &o) { o.splits[0].source.limit = 10; }), "split “dev”");

    const fs::path point = sweep.path("out") / "points" / "adapler-scale-1-dev.json";
    const std::string text = readWhole(point);
    writeTinyModel(sweep.path("adapler"), {.seed = 5});
    refused(sweep.options, "another model");
    const double before = *readSweep(sweep.path("out")).points.at(0).speedupFlops;
    sweep.options.restart = true;
    CHECK(sweep.run().points.at(0).speedupFlops != before);
    sweep.options.restart = false;
    writeFile(point, text.substr(0, 40));
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("delete the file"), Error);
    fs::remove(point);
    CHECK(sweep.run().points.at(0).status == PointStatus::Done);
    writeFile(sweep.path("out") / "settings.json", "{}");
    refused(sweep.options, "no settings of a sweep");
    fs::remove(sweep.path("out") / "settings.json");
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("not the settings"), Error);
}

TEST_CASE("what is not run is named with the reason, and the rest goes on")
{
    SweepFixture sweep;
    sweep.options.scales = {0.5, 2, 4};
    sweep.add("adapler", {.twin = false, .eta = 0.8F});
    sweep.options.models.models.push_back({.folder = sweep.path("absent"), .method = "power"});
    sweep.add("student", {.layers = 2, .adaptive = false}, {.method = "distil"});
    sweep.add("damaged", {.reduction = "trbert", .twin = false}, {.scales = {1}});
    writeFile(sweep.path("damaged") / "model.safetensors", "no tensors");
    const Sweep table = sweep.run();
    const auto why = [&](const char *id) {
        const SweepPoint &point = pointNamed(table, id);
        CHECK_FALSE(point.accuracy);
        return std::string(nameOf(point.status)) + ": " + point.reason;
    };
    CHECK(pointNamed(table, "adapler-scale-2-dev").status == PointStatus::Done);
    CHECK(why("adapler-scale-4-dev") == "not run: The thresholds are those of scale 2: their range ends there.");
    CHECK(why("random-at-adapler-scale-4-test").starts_with("not run: The thresholds"));
    CHECK(why("bert-dev").starts_with("not run: No plain model was named"));
    CHECK(why("power-dev").starts_with("failed: "));
    CHECK(why("power-dev").find("absent") != std::string::npos);
    CHECK(why("distil-test").starts_with("failed: "));
    CHECK(why("distil-test").find("no plain twin") != std::string::npos);
    CHECK(pointNamed(table, "distil-test").title == "DistilBERT");
    CHECK(pointNamed(table, "power-dev").title == "PoWER-BERT");
    CHECK(why("trbert-scale-1-dev").find("model.safetensors") != std::string::npos);
    const Sweep again = sweep.run(); // what the range ends with stays so
    CHECK(pointNamed(again, "adapler-scale-4-dev").status == PointStatus::NotRun);

    sweep.options.f1Label = "nobody";
    sweep.options.out = sweep.path("other");
    sweep.options.plain = sweep.path("student");
    const Sweep other = sweep.run();
    CHECK(pointNamed(other, "bert-dev").reason.find("nobody") != std::string::npos);
}

TEST_CASE("methods are chosen by name; floors have their budgets also from a method that was not asked for")
{
    SweepFixture sweep;
    sweep.options.scales = {1};
    sweep.options.splits.resize(1);
    sweep.add("adapler", {}, {.knob = "phi", .value = 5e-4});
    sweep.add("other", {.seed = 3}, {.knob = "phi", .value = 1e-3, .scales = {0.5, 1}});
    sweep.options.methods = {"last"};
    CHECK(idsOf(sweep.run()) == std::vector<std::string>{"last-at-adapler-phi-0.0005-dev",
                                                         "last-at-adapler-phi-0.001-scale-0.5-dev",
                                                         "last-at-adapler-phi-0.001-scale-1-dev"});
    sweep.options.methods = {"adapler"};
    const Sweep adapler = sweep.run();
    CHECK(idsOf(adapler) == std::vector<std::string>{"adapler-phi-0.0005-dev", "adapler-phi-0.001-scale-0.5-dev",
                                                     "adapler-phi-0.001-scale-1-dev"});
    CHECK(adapler.points[0].knob == "phi");
    CHECK(adapler.points[0].value == 5e-4);
    CHECK(adapler.points[1].knob == "phi 0.001, scale");
    CHECK(adapler.points[1].value == 0.5);
    sweep.options.methods = {"adapler", "nonsense"};
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("“nonsense” here; known are bert, adapler"),
                         Error);
    sweep.options.methods = {};
    sweep.options.models.models[1].value = 5e-4;
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("cannot be told apart"), Error);
    sweep.options.models.models = {{.folder = sweep.path("adapler") / "plain"}};
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("which method it is"), Error);
    sweep.options.models.models = {{.folder = sweep.path("nowhere")}};
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("nowhere"), Error);
    sweep.options.splits.clear();
    sweep.options.models.models = {};
    CHECK_THROWS_WITH_AS((void)runSweep(sweep.options), doctest::Contains("No data"), Error);
}

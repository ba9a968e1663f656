// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fit.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

using namespace adaplens;
namespace fs = std::filesystem;

namespace {

/// Four shipped models: short and long of one task, one of another task, one for pairs.
struct Shelf {
    Shelf()
    {
        add("short", 40, {"no", "yes"});
        add("other", 400, {"a", "b"});
        add("long", 100, {"no", "yes"});
        add("pairs", 80, {"x", "y"}, true);
        add("longest", 300, {"no", "yes"});
    }
    void add(const char *name, std::size_t reads, std::vector<std::string> labels, bool pairs = false)
    {
        ShippedModel model;
        model.name = name;
        model.folder = folder.path() / name;
        model.reads = reads;
        model.pairs = pairs;
        model.labels = std::move(labels);
        fs::create_directories(model.folder);
        models.push_back(std::move(model));
    }
    [[nodiscard]] ModelInfo open(std::size_t which) const
    {
        ModelInfo info;
        info.folder = models[which].folder / "." / ".." / models[which].name;
        info.labels = models[which].labels;
        info.pairs = models[which].pairs;
        return info;
    }
    [[nodiscard]] std::string better(std::size_t which, std::size_t pieces, bool pair = false) const
    {
        const auto advice = adviceOn(open(which), models, pieces, pair);
        return !advice ? "fits" : advice->better == nullptr ? "none" : advice->better->name;
    }
    test::TemporaryFolder folder;
    std::vector<ShippedModel> models;
};

} // namespace

TEST_CASE("a text much longer than the model was trained on goes to one of the same task that reads it")
{
    const Shelf shelf;
    CHECK(shelf.better(0, 60) == "fits"); // 1.5 times is not more than 1.5 times
    CHECK(shelf.better(0, 61) == "long");
    CHECK(shelf.better(0, 150) == "long");
    CHECK(shelf.better(0, 151) == "longest");
    CHECK(shelf.better(0, 5000) == "longest"); // the longest there is
    CHECK(shelf.better(4, 5000) == "fits");    // nobody can do better
    CHECK(shelf.better(1, 5000) == "fits");
    const auto advice = adviceOn(shelf.open(0), shelf.models, 61, false);
    REQUIRE(advice.has_value());
    CHECK(advice->misfit == Misfit::TooLong);
    CHECK(advice->reads == 40);
}

TEST_CASE("one text or two decides before the length")
{
    const Shelf shelf;
    CHECK(shelf.better(0, 10, true) == "pairs");
    CHECK(shelf.better(0, 500, true) == "pairs");
    CHECK(adviceOn(shelf.open(0), shelf.models, 10, true)->misfit == Misfit::OneTextOnly);
    CHECK(shelf.better(3, 10, true) == "fits");
    CHECK(shelf.better(3, 10) == "short");
    CHECK(shelf.better(3, 100) == "other"); // the first that reads so much
    CHECK(adviceOn(shelf.open(3), shelf.models, 10, false)->misfit == Misfit::SecondMissing);
}

TEST_CASE("a shipped model is known by its folder, however that is written")
{
    const Shelf shelf;
    CHECK(shippedAt(shelf.models, shelf.open(2).folder) == &shelf.models[2]);
    CHECK(shippedAt(shelf.models, shelf.folder.path()) == nullptr);
    CHECK(shippedAt(shelf.models, shelf.folder.path() / "absent") == nullptr);
}

TEST_CASE("of a model that did not ship it is known whether it reads pairs, not how long")
{
    Shelf shelf;
    ModelInfo own = shelf.open(0);
    own.folder = shelf.folder.path();
    CHECK_FALSE(adviceOn(own, shelf.models, 5000, false).has_value());
    CHECK(adviceOn(own, shelf.models, 10, true)->better->name == "pairs");
    shelf.models.erase(shelf.models.begin() + 3);
    CHECK(adviceOn(own, shelf.models, 10, true)->better == nullptr);
    shelf.models[0].reads = 0; // unknown
    CHECK_FALSE(adviceOn(shelf.open(0), shelf.models, 5000, false).has_value());
}

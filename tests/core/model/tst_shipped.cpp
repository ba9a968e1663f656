// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/resources.h"
#include "core/model/classifier.h"
#include "core/model/opentokenizer.h"
#include "core/model/shipped.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

constexpr const char *index = R"({"models": [
  {"name": "long", "title": "Long", "task": "Bad or good, at length?", "language": "English", "reads": 60,
   "measured": [{"data": "dev", "texts": 7, "plain": 0.75, "reduced": 0.5, "speedup": 2.5}],
   "translations": {"de": {"title": "Lang", "task": "Schlecht oder gut, ausführlich?", "language": "Englisch"}}},
  {"name": "absent", "title": "Absent", "task": "t", "language": "English"},
  {"name": "pairs", "title": "Pairs", "task": "Does it follow?", "language": "English", "reads": 30, "pairs": true}
]})";

/// Three models, of which the index names two.
struct Models {
    Models()
    {
        writeTinyModel(path() / "extra", {.name = "Extra"});
        writeTinyModel(path() / "long", {.labels = {"bad", "good"}});
        writeTinyModel(path() / "pairs", {.pairs = true});
        fs::create_directories(path() / "no model");
        writeFile(path() / "models.json", index);
    }
    [[nodiscard]] fs::path path() const { return folder.path() / "models"; }
    TemporaryFolder folder;
};

std::vector<std::string> namesOf(const std::vector<ShippedModel> &models)
{
    std::vector<std::string> names;
    std::ranges::transform(models, std::back_inserter(names), &ShippedModel::name);
    return names;
}

} // namespace

TEST_CASE("the models of a folder are listed as its index has them, then the others")
{
    const Models shipped;
    const std::vector<ShippedModel> models = shippedModels("en", shipped.path());
    CHECK(namesOf(models) == std::vector<std::string>{"long", "pairs", "extra"});

    const ShippedModel &first = models.front();
    CHECK(first.folder == shipped.path() / "long");
    CHECK(first.title == "Long");
    CHECK(first.task == "Bad or good, at length?");
    CHECK(first.reads == 60);
    CHECK_FALSE(first.pairs);
    CHECK(first.labels == std::vector<std::string>{"bad", "good"});
    REQUIRE(first.measured.size() == 1);
    CHECK(first.measured[0].data == "dev");
    CHECK(first.measured[0].texts == 7);
    CHECK(first.measured[0].plain == 0.75);
    CHECK(first.measured[0].reduced == 0.5);
    CHECK(first.measured[0].speedup == 2.5);
    std::uintmax_t bytes = 0;
    for (const fs::directory_entry &file : fs::recursive_directory_iterator(first.folder)) {
        bytes += file.is_regular_file() ? file.file_size() : 0;
    }
    CHECK(first.bytes == bytes);
    CHECK(models[1].pairs);
    CHECK(models[1].measured.empty());

    // What no index names says itself what it is.
    CHECK(models[2].title == "Extra");
    CHECK(models[2].task == "random weights");
    CHECK(models[2].language == "English");
    CHECK(models[2].reads == 0);

    const std::vector<ShippedModel> german = shippedModels("de", shipped.path());
    CHECK(german[0].title == "Lang");
    CHECK(german[0].task == "Schlecht oder gut, ausführlich?");
    CHECK(german[0].language == "Englisch");
    CHECK(german[0].name == "long");
    CHECK(german[1].title == "Pairs"); // not translated
}

TEST_CASE("without an index, or without a folder of models, the list is what is there")
{
    const Models shipped;
    fs::remove(shipped.path() / "models.json");
    CHECK(namesOf(shippedModels("en", shipped.path())) == std::vector<std::string>{"extra", "long", "pairs"});
    CHECK(shippedModels("en", shipped.path() / "nowhere").empty());
    writeFile(shipped.path() / "extra" / "config.json", "{"); // opening it will say what is wrong
    CHECK(namesOf(shippedModels("en", shipped.path())).front() == "extra");
}

TEST_CASE("a broken index is refused with its name and what is wrong")
{
    const Models shipped;
    const auto refused = [&](const char *content, const char *wanted) {
        writeFile(shipped.path() / "models.json", content);
        CHECK_THROWS_WITH_AS((void)shippedModels("en", shipped.path()), doctest::Contains("models.json"), Error);
        CHECK_THROWS_WITH_AS((void)shippedModels("en", shipped.path()), doctest::Contains(wanted), Error);
    };
    refused("[]", "one object");
    refused("{}", "models");
    refused(R"({"models": [{"name": "long", "title": "x", "task": "y"}]})", "language");
    refused(R"({"models": [{"name": "long", "title": "x", "task": "y", "language": "z", "speed": 2}]})", "speed");
    refused(R"({"models": [{"name": "a", "title": "x", "task": "y", "language": "z",
                "measured": [{"data": "d", "texts": 9, "plain": 88.1, "reduced": 0.8, "speedup": 2}]}]})",
            "plain");
}

TEST_CASE("a model is named by a folder or by its name")
{
    const Models shipped;
    const auto meant = [&](const std::string &what) { return modelFolder(what, shipped.path()); };
    CHECK(meant("pairs") == shipped.path() / "pairs");
    CHECK(meant("./pairs") == "./pairs");
    CHECK(meant("some/where") == "some/where");
    CHECK_THROWS_WITH_AS(
        (void)meant("nonsense"),
        "There is no folder nonsense, and no such model came with AdapLens; name the folder of a model, "
        "or one of: long, pairs, extra.",
        Error);
    CHECK_THROWS_WITH_AS((void)meant("no model"), doctest::Contains("There is no folder no model"), Error);
    CHECK_THROWS_WITH_AS((void)modelFolder("pairs", shipped.path() / "nowhere"), doctest::Contains("no model came"),
                         Error);

    const fs::path before = fs::current_path();
    fs::current_path(shipped.folder.path());
    fs::create_directories("pairs");
    CHECK(meant("pairs") == "pairs"); // the user's own folder
    fs::remove("pairs");
    CHECK(meant("pairs") == shipped.path() / "pairs");
    fs::current_path(before);
}

TEST_CASE("the default model is the first, or what ADAPLENS_MODEL names")
{
    const Models shipped;
    const auto standard = [&] { return defaultModel(shipped.path()); };
    ::unsetenv("ADAPLENS_MODEL");
    CHECK(standard() == shipped.path() / "long");
    CHECK(modelFolder("", shipped.path()) == shipped.path() / "long");
    CHECK_THROWS_WITH_AS((void)defaultModel(shipped.path() / "nowhere"), doctest::Contains("nowhere: this copy"),
                         Error);
    ::setenv("ADAPLENS_MODEL", "extra", 1);
    CHECK(standard() == shipped.path() / "extra");
    ::setenv("ADAPLENS_MODEL", (shipped.path() / "pairs").c_str(), 1);
    CHECK(standard() == shipped.path() / "pairs");
    ::setenv("ADAPLENS_MODEL", "/no/folder", 1);
    CHECK_THROWS_WITH_AS((void)standard(), doctest::Contains("/no/folder, which ADAPLENS_MODEL names"), Error);
    ::setenv("ADAPLENS_MODEL", "nonsense", 1);
    CHECK_THROWS_WITH_AS((void)standard(), doctest::Contains("long, pairs, extra"), Error);
    ::unsetenv("ADAPLENS_MODEL");
}

TEST_CASE("texts belong to the first of their models that ships")
{
    const Models shipped;
    const auto text = [](const char *title, std::vector<std::string> models) {
        return SampleText{title, "look", "text", std::nullopt, std::move(models)};
    };
    const auto groups = examplesByModel(shippedModels("en", shipped.path()),
                                        {text("a", {"extra"}), text("b", {"absent", "long"}), text("c", {"absent"}),
                                         text("d", {"extra", "long"}), text("e", {"long"})});
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].model.name == "long");
    REQUIRE(groups[0].texts.size() == 2);
    CHECK(groups[0].texts[0].title == "b");
    CHECK(groups[0].texts[1].title == "e");
    CHECK(groups[1].model.name == "extra");
    REQUIRE(groups[1].texts.size() == 2);
    CHECK(groups[1].texts[1].title == "d");
}

TEST_CASE("resources can lie elsewhere")
{
    const fs::path usual = resourceFolder();
    ::setenv("ADAPLENS_RESOURCES", "/somewhere/else", 1);
    CHECK(resourceFolder() == "/somewhere/else");
    CHECK(shippedModelsFolder() == "/somewhere/else/models");
    ::setenv("ADAPLENS_RESOURCES", "", 1);
    CHECK(resourceFolder() == usual);
    ::unsetenv("ADAPLENS_RESOURCES");
}

TEST_CASE("every model that ships opens, is in the index, and is told of in German too")
{
    const std::vector<ShippedModel> models = shippedModels(), german = shippedModels("de");
    REQUIRE(!models.empty());
    REQUIRE(german.size() == models.size());
    std::set<std::string> titles;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const ShippedModel &model = models[i];
        CAPTURE(model.name);
        CHECK(titles.insert(model.title).second);
        CHECK(model.reads > 0); // only an index says so
        CHECK(!model.measured.empty());
        CHECK(german[i].task != model.task);
        const auto opened = Classifier::open(model.folder);
        CHECK(opened->info().labels == model.labels);
        CHECK(opened->info().pairs == model.pairs);
        CHECK(opened->info().maxLength >= model.reads);
    }
    for (const ModelExamples &group : examplesByModel(models, shippedSampleTexts())) {
        const auto tokenizer = openTokenizer(group.model.folder);
        for (const SampleText &text : group.texts) {
            CAPTURE(text.title);
            CHECK(text.pair.has_value() == group.model.pairs);
            CHECK(tokenizer.encode(text.text, text.pair, 10000).pieces.size() <= group.model.reads * 3 / 2);
        }
    }
}

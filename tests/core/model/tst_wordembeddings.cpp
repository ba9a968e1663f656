// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"
#include "core/io/safetensors.h"
#include "core/model/opentokenizer.h"
#include "core/model/wordembeddings_p.h"
#include "tests/support/openedmodel.h"

#include <chrono>
#include <span>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

constexpr const char *tensorName = "bert.embeddings.word_embeddings.weight";

bool holdsWords(const fs::path &folder)
{
    const SafetensorsFile file(folder / "model.safetensors");
    return file.tensors().contains(tensorName);
}

std::vector<float> logitsOf(const fs::path &folder)
{
    return traceOf(*Classifier::open(folder), "a truly great film").reduced.logits;
}

std::string config(const fs::path &folder)
{
    return content(folder / "config.json");
}

/// Replaces what stands in a folder's config.
void edit(const fs::path &folder, const std::string &from, const std::string &to)
{
    std::string text = config(folder);
    const std::size_t place = text.find(from);
    REQUIRE(place != std::string::npos);
    writeFile(folder / "config.json", text.replace(place, from.size(), to));
}

/// Two models whose word embeddings are the same, as those of their plain twins, each in a folder by itself.
struct Two {
    Two()
    {
        at::Tensor words;
        for (const std::uint64_t seed : {1U, 2U}) {
            const fs::path own = folder.path() / "own" / std::to_string(seed);
            writeTinyModel(own, {.seed = seed});
            Checkpoint model = readCheckpoint(own), twin = readCheckpoint(own / "plain");
            words = words.defined() ? words : model.weights.wordEmbeddings;
            model.weights.wordEmbeddings = twin.weights.wordEmbeddings = words;
            writeWithTwin(own, model, twin, Storage::Float32);
        }
    }
    [[nodiscard]] fs::path own(int which) const { return folder.path() / "own" / std::to_string(which); }
    [[nodiscard]] fs::path models() const { return folder.path() / "models"; }
    [[nodiscard]] fs::path words() const { return models() / "words.safetensors"; }
    [[nodiscard]] fs::path model(int which) const { return models() / std::to_string(which); }
    /// Exports one of them so that it shares its word embeddings.
    void share(int which, Storage storage = Storage::Int8PerRow) const
    {
        const ExportOptions options{.storage = storage, .shareEmbeddings = words(), .eta = {}};
        REQUIRE(exportModel(own(which), model(which), options).has_value());
    }
    TemporaryFolder folder;
};

} // namespace

TEST_CASE("models and their twins share a file of word embeddings, and the vocabulary beside it")
{
    const Two two;
    for (const Storage storage : {Storage::Int8PerRow, Storage::Float16, Storage::Float32}) {
        CAPTURE(static_cast<int>(storage));
        fs::remove_all(two.models());
        two.share(1, storage);
        const std::string words = content(two.words()), vocabulary = content(two.models() / "vocab.txt");
        CHECK(vocabulary == content(two.own(1) / "vocab.txt"));
        two.share(2, storage);
        CHECK(content(two.words()) == words);
        for (const int which : {1, 2}) {
            for (const fs::path &place : {fs::path("."), fs::path("plain")}) {
                CHECK_FALSE(holdsWords(two.model(which) / place));
                CHECK_FALSE(fs::exists(two.model(which) / place / "vocab.txt"));
                const double off = storage == Storage::Float32 ? 0 : 0.1;
                CHECK(difference(logitsOf(two.model(which) / place), logitsOf(two.own(which) / place)) <= off);
            }
        }
    }
    CHECK(openTokenizer(two.model(1)).encode("a film", std::nullopt, 64).pieces.size() == 4);
    CHECK(openTokenizer(two.model(1) / "plain").encode("a film", std::nullopt, 64).pieces.size() == 4);
}

TEST_CASE("what shares its word embeddings exports to folders that need nothing else")
{
    const Two two;
    two.share(1);
    const fs::path out = two.folder.path() / "elsewhere" / "out";
    REQUIRE(exportModel(two.model(1), out, {}).has_value());
    for (const fs::path &place : {fs::path("."), fs::path("plain")}) {
        CHECK(holdsWords(out / place));
        CHECK(content(out / place / "vocab.txt") == content(two.own(1) / "vocab.txt"));
        CHECK(config(out / place).find("word_embeddings\"") == std::string::npos);
        CHECK(logitsOf(out / place) == logitsOf(two.model(1) / place));
    }
    // Again from these numbers, which rounding has changed once.
    const ExportOptions options{.storage = Storage::Int8PerRow, .shareEmbeddings = two.words(), .eta = {}};
    CHECK(exportModel(out, two.models() / "again", options).has_value());
}

TEST_CASE("byte pairs are shared with their merges")
{
    const TemporaryFolder folder;
    const fs::path saved = fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "roberta-5";
    const fs::path words = folder.path() / "words.safetensors";
    const ExportOptions options{.storage = Storage::Float32, .shareEmbeddings = words, .eta = {}};
    for (const char *name : {"one", "two"}) {
        REQUIRE(exportModel(saved, folder.path() / name, options).has_value());
        for (const char *file : {"vocab.json", "merges.txt"}) {
            CHECK(fs::exists(folder.path() / file));
            CHECK_FALSE(fs::exists(folder.path() / name / file));
        }
        CHECK(logitsOf(folder.path() / name) == logitsOf(saved));
    }
    fs::remove(folder.path() / "merges.txt");
    CHECK_THROWS_WITH_AS((void)Classifier::open(folder.path() / "one"), doctest::Contains("merges.txt"), Error);
}

TEST_CASE("a file of other word embeddings or another vocabulary is refused and left alone")
{
    const Two two;
    two.share(1);
    const std::string words = content(two.words());
    Checkpoint other = readCheckpoint(two.own(2));
    const Checkpoint twin = readCheckpoint(two.own(2) / "plain");
    other.weights.wordEmbeddings = other.weights.wordEmbeddings.clone();
    other.weights.wordEmbeddings[7][3] += 0.5;
    const ExportOptions options{.storage = Storage::Int8PerRow, .shareEmbeddings = two.words(), .eta = {}};
    const auto refused = [&](const char *wanted) {
        CHECK_THROWS_WITH_AS((void)exportModel(two.own(2), two.model(2), options), doctest::Contains(wanted), Error);
        CHECK_FALSE(fs::exists(two.model(2)));
        CHECK(content(two.words()) == words);
    };
    writeWithTwin(two.own(2), other, twin, Storage::Float32);
    refused("its plain twin have different word embeddings");
    writeCheckpoint(two.own(2) / "plain", other, Storage::Float32);
    refused("holds other word embeddings than model Tiny");
    writeWithTwin(two.own(2), readCheckpoint(two.own(1)), twin, Storage::Float32);
    writeFile(two.models() / "vocab.txt", content(two.models() / "vocab.txt") + "more\n");
    refused("holds another vocabulary than model Tiny");
}

TEST_CASE("shared word embeddings lie beside the model's folder or below")
{
    const Two two;
    const auto refused = [&](const fs::path &file) {
        const ExportOptions options{.storage = Storage::Int8PerRow, .shareEmbeddings = file, .eta = {}};
        CHECK_THROWS_WITH_AS((void)exportModel(two.own(1), two.model(1), options), doctest::Contains("does not lie in"),
                             Error);
        CHECK_FALSE(fs::exists(file));
        CHECK_FALSE(fs::exists(two.model(1)));
    };
    refused(two.folder.path() / "words.safetensors");
    refused("/nonexistent/words.safetensors");
    const ExportOptions below{
        .storage = Storage::Int8PerRow, .shareEmbeddings = two.models() / "all" / "w.safetensors", .eta = {}};
    CHECK(exportModel(two.own(1), two.model(1), below).has_value());
    CHECK(fs::exists(two.models() / "all" / "vocab.txt"));
    CHECK_NOTHROW((void)readCheckpoint(two.model(1) / "plain"));

    for (const char *name : {"../../words.safetensors", "/etc/words.safetensors", ".."}) {
        CHECK_THROWS_WITH_AS((void)wordEmbeddingsFile(two.model(1), name), doctest::Contains("does not lie in"), Error);
    }
    CHECK(wordEmbeddingsFile(two.model(1) / "plain", "../../w").filename() == "w");
    CHECK_THROWS_AS((void)wordEmbeddingsFile(two.model(1) / "plain", "../../../w"), Error);
    fs::create_directory_symlink(two.model(1), two.folder.path() / "link"); // what counts is where the folder is
    CHECK_NOTHROW((void)readCheckpoint(two.folder.path() / "link"));
}

TEST_CASE("missing or unfit word embeddings are named with who wants them")
{
    const Two two;
    two.share(1);
    const auto refused = [&](const char *wanted) {
        CHECK_THROWS_WITH_AS((void)readCheckpoint(two.model(1)), doctest::Contains(wanted), Error);
        CHECK_THROWS_WITH_AS((void)readCheckpoint(two.model(1)), doctest::Contains("words.safetensors"), Error);
        CHECK_THROWS_WITH_AS((void)readCheckpoint(two.model(1)), doctest::Contains("1/config.json"), Error);
    };
    fs::rename(two.words(), two.models() / "away");
    refused("is missing");
    const std::vector<float> few(6);
    writeSafetensors(two.words(), {{tensorName, {ElementType::F32, {2, 3}, std::as_bytes(std::span(few))}}});
    refused("has shape [2, 3]");
    edit(two.model(1), "../words", "../../words");
    refused("does not lie in");
}

TEST_CASE("a model is another one once the word embeddings that it shares are")
{
    const Two two;
    two.share(1);
    for (const fs::path &folder : {two.model(1), two.model(1) / "plain"}) {
        const auto opened = Classifier::open(folder);
        CHECK(opened->identity() == identityOf(folder, Precision::Float32));
        for (const fs::path &file : {two.words(), two.models() / "vocab.txt"}) {
            const ModelIdentity before = identityOf(folder, Precision::Float32);
            fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(1));
            CHECK(before != identityOf(folder, Precision::Float32));
        }
        CHECK(opened->identity() != Classifier::open(folder)->identity());
    }
    for (const fs::path &file : {two.words(), two.models() / "vocab.txt"}) { // by content, for what goes on another day
        const std::uint64_t before = fingerprintOf(two.model(1));
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(1));
        CHECK(fingerprintOf(two.model(1)) == before);
        writeFile(file, content(file) + "\n");
        CHECK(fingerprintOf(two.model(1)) != before);
    }
    writeFile(two.model(1) / "config.json", "{");
    CHECK_NOTHROW((void)identityOf(two.model(1), Precision::Float32));
}

TEST_CASE("the key that twins had once still names the folder above")
{
    const Two two;
    const Checkpoint model = readCheckpoint(two.own(1)), twin = readCheckpoint(two.own(1) / "plain");
    fs::remove_all(two.own(1) / "plain");
    writeCheckpoint(two.own(1) / "plain", twin, Storage::Float32, embeddingsAbove);
    const fs::path folder = two.own(1) / "plain";
    edit(folder, "\"word_embeddings\": \"../model.safetensors\"", "\"shared_word_embeddings\": true");
    CHECK(at::equal(readCheckpoint(folder).weights.wordEmbeddings, model.weights.wordEmbeddings));
    CHECK(namedWordEmbeddings(folder) == embeddingsAbove);
    edit(folder, "\"shared_word_embeddings\": true", "\"shared_word_embeddings\": false");
    CHECK_THROWS_WITH_AS((void)readCheckpoint(folder), doctest::Contains("vocab.txt is missing"), Error);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/tokenizer.h"
#include "core/train/trainingset.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

using namespace adaplens;

namespace {

constexpr int documents = 30;

/// Documents of three lines, every word of which names the document: one sentence of its own, one of two words, and one
/// that all documents have.
std::filesystem::path writeDocuments(const std::filesystem::path &folder)
{
    auto file = folder / "documents.jsonl";
    std::ofstream out(file);
    for (int i = 0; i < documents; ++i) {
        const std::string own = "d" + std::to_string(i);
        out << R"({"label":"good","text":")" << own << " " << own << " " << own << " " << own << R"(\n)" << own << " "
            << own << R"(\nsame same same same"})" << '\n';
    }
    return file;
}

Tokenizer tokenizer()
{
    std::vector<std::string> pieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "same"};
    for (int i = 0; i < documents; ++i) {
        pieces.push_back("d" + std::to_string(i));
    }
    return {std::make_shared<Vocabulary>(Vocabulary::fromPieces(pieces, "the test's vocabulary")), {}};
}

TrainConfig configOf(const std::filesystem::path &file, std::size_t sentences)
{
    TrainConfig config;
    config.labels = {"bad", "good"};
    config.data.resize(1);
    config.data.front().data.path = file;
    config.data.front().name = "documents";
    config.data.front().holdout = 10;
    config.data.front().batch = 4;
    config.data.front().sentences.limit = sentences;
    config.data.front().sentences.batch = 4;
    return config;
}

std::set<std::int32_t> idsOf(const std::vector<Sample> &samples)
{
    std::set<std::int32_t> ids;
    for (const Sample &sample : samples) {
        ids.insert(sample.ids.begin(), sample.ids.end());
    }
    return ids;
}

} // namespace

TEST_CASE("sentences are those of the training documents, once each, short ones left out")
{
    const test::TemporaryFolder folder;
    const auto sets = loadSamples(configOf(writeDocuments(folder.path()), 1000), tokenizer());
    REQUIRE(sets.size() == 2);
    CHECK(sets[0].train.size() == 20);
    CHECK(sets[0].validation.size() == 10);
    CHECK_FALSE(sets[0].twinLabelled);
    const SampleSet &sentences = sets[1];
    CHECK(sentences.name == "documents-sentences");
    CHECK(sentences.twinLabelled);
    CHECK(sentences.train.size() == 20 + 1);
    CHECK(sentences.validation.size() == 10 + 1);
    for (const Sample &sample : sentences.train) {
        CHECK(sample.ids.size() == 6); // four words, [CLS] and [SEP]
    }
    CHECK(idsOf(sentences.train) == idsOf(sets[0].train));
    CHECK(idsOf(sentences.validation) == idsOf(sets[0].validation));
}

TEST_CASE("no more sentences than asked for are drawn, and none unless asked for")
{
    const test::TemporaryFolder folder;
    const auto file = writeDocuments(folder.path());
    CHECK(loadSamples(configOf(file, 5), tokenizer())[1].train.size() == 5);
    CHECK(loadSamples(configOf(file, 0), tokenizer()).size() == 1);
}

TEST_CASE("documents without a sentence to hold out are refused: nothing could be measured")
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "short.jsonl";
    std::ofstream out(file);
    for (int i = 0; i < documents; ++i) {
        out << R"({"label":"good","text":"d)" << i << R"( d1 d2"})" << '\n';
    }
    out.close();
    CHECK_THROWS_WITH_AS((void)loadSamples(configOf(file, 10), tokenizer()),
                         doctest::Contains("gives 0 sentences of four words or more"), Error);
    CHECK(loadSamples(configOf(file, 0), tokenizer()).size() == 1);
}

TEST_CASE("sets labelled by the twin stay out of batches, and of their order, where they are not wanted")
{
    const test::TemporaryFolder folder;
    const auto file = writeDocuments(folder.path());
    const auto with = loadSamples(configOf(file, 1000), tokenizer());
    const auto without = loadSamples(configOf(file, 0), tokenizer());
    const auto plain = epochBatches(with, 3, 1, false);
    const auto expected = epochBatches(without, 3, 1, false);
    REQUIRE(plain.size() == expected.size());
    for (std::size_t b = 0; b < plain.size(); ++b) {
        CHECK(plain[b].set == 0);
        CHECK(plain[b].samples == expected[b].samples);
    }
    std::size_t sentences = 0;
    for (const Batch &batch : epochBatches(with, 3, 1, true)) {
        sentences += batch.set == 1 ? batch.samples.size() : 0;
    }
    CHECK(sentences == with[1].train.size());
}

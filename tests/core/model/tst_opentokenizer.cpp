// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier.h"
#include "core/model/opentokenizer.h"
#include "tests/core/model/damagedmodel.h"

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

/// The texts of the pieces between [CLS] and [SEP].
std::string cut(const Tokenizer &tokenizer, const std::string &text)
{
    std::string result;
    for (const Piece &piece : tokenizer.encode(text, std::nullopt, 64).pieces) {
        if (!piece.special)
            result += (result.empty() ? "" : " ") + piece.text;
    }
    return result;
}

/// Gives a tiny model, which has a vocab.txt, a tokenizer.json with the same pieces and this normaliser.
void addTokenizerJson(DamagedModel &model, const nlohmann::json &normaliser)
{
    nlohmann::json pieces = nlohmann::json::object();
    for (const std::string &piece : tinyVocabulary())
        pieces[piece] = pieces.size();
    model.editJson("tokenizer.json", [&](nlohmann::json &json) {
        json["normalizer"] = normaliser;
        json["pre_tokenizer"] = {{"type", "WhitespaceSplit"}};
        json["post_processor"] = {{"type", "BertProcessing"}, {"sep", {"[SEP]", 3}}, {"cls", {"[CLS]", 2}}};
        json["model"] = {{"type", "WordPiece"}, {"unk_token", "[UNK]"}, {"vocab", pieces}};
    });
}

const nlohmann::json lowerCase = {{"type", "Lowercase"}};

} // namespace

TEST_CASE("a tokenizer.json that cuts otherwise than BERT is what counts, whatever vocab.txt is beside it")
{
    DamagedModel model({.adaptive = false});
    CHECK(cut(openTokenizer(model.path()), "a GOOD, Film") == "a good , film");
    addTokenizerJson(model, lowerCase); // "good," is one word now, and no piece holds a comma after others
    CHECK(cut(openTokenizer(model.path()), "a GOOD, Film") == "a [UNK] film");
    addTokenizerJson(model, {{"type", "NFC"}});
    CHECK(cut(openTokenizer(model.path()), "a GOOD film") == "a [UNK] film");
    addTokenizerJson(model, {{"type", "Precompiled"}});
    CHECK_THROWS_WITH_AS((void)openTokenizer(model.path()),
                         doctest::Contains("its normaliser \"Precompiled\" is not known"), Error);
    fs::remove(model.path() / "tokenizer.json");
    CHECK(cut(openTokenizer(model.path()), "a GOOD, Film") == "a good , film");
}

TEST_CASE("such a tokeniser is written with the model, and goes where another one follows")
{
    DamagedModel model({.adaptive = false});
    const Checkpoint before = readCheckpoint(model.path());
    addTokenizerJson(model, lowerCase);
    const Checkpoint own = readCheckpoint(model.path());
    REQUIRE(own.tokenizer.pipeline);

    const TemporaryFolder folder;
    writeCheckpoint(folder.path() / "copy", own, Storage::Float32);
    CHECK_FALSE(fs::exists(folder.path() / "copy" / "vocab.txt"));
    const Checkpoint copy = readCheckpoint(folder.path() / "copy");
    CHECK(copy.tokenizer.pipeline == own.tokenizer.pipeline);
    CHECK(copy.vocabulary->hasSamePieces(*own.vocabulary));
    CHECK(cut(openTokenizer(folder.path() / "copy"), "a GOOD, Film") == "a [UNK] film");
    const auto classifier = Classifier::open(folder.path() / "copy");
    CHECK(classifier->run("a GOOD, Film", std::nullopt, {})->encoding.pieces.size() == 5);

    writeCheckpoint(folder.path() / "copy", before, Storage::Float32);
    CHECK_FALSE(fs::exists(folder.path() / "copy" / "tokenizer.json"));
    CHECK(cut(openTokenizer(folder.path() / "copy"), "a GOOD, Film") == "a good , film");
}

TEST_CASE("a twin that shares the vocabulary of the folder above has its own way of cutting")
{
    DamagedModel model;
    addTokenizerJson(model, lowerCase);
    const Checkpoint own = readCheckpoint(model.path());
    Checkpoint twin = readCheckpoint(model.path() / "plain");
    twin.weights.wordEmbeddings = own.weights.wordEmbeddings;
    twin.tokenizer = own.tokenizer;
    fs::remove_all(model.path() / "plain");
    writeCheckpoint(model.path() / "plain", twin, Storage::Float32, embeddingsAbove);
    const Checkpoint read = readCheckpoint(model.path() / "plain");
    CHECK(read.tokenizer.pipeline == own.tokenizer.pipeline);
}

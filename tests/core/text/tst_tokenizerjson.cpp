// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/tokenizerjson.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <string>

using namespace adaplens;
using namespace adaplens::test;
using Json = nlohmann::json;

namespace {

const std::filesystem::path saved = std::filesystem::path(ADAPLENS_TEST_DATA) / "saved_models" / "bert-5";

/// What the reader says of the file that Hugging Face wrote, changed.
std::string complaint(const std::function<void(Json &)> &edit)
{
    const TemporaryFolder folder;
    Json json = Json::parse(std::ifstream(saved / "tokenizer.json"));
    edit(json);
    std::ofstream(folder.path() / "tokenizer.json") << json;
    try {
        (void)readTokenizerJson(folder.path() / "tokenizer.json");
        return {};
    } catch (const Error &error) {
        const std::string text = error.what();
        CHECK(text.find((folder.path() / "tokenizer.json").string()) != std::string::npos);
        CHECK(text.ends_with("."));
        return text;
    }
}

} // namespace

TEST_CASE("the file that Hugging Face writes gives pieces and options")
{
    const TokenizerJson read = readTokenizerJson(saved / "tokenizer.json");
    CHECK(read.vocabulary.size() == 38);
    CHECK(read.vocabulary.piece(0) == "[PAD]");
    CHECK(read.vocabulary.piece(5) == "The");
    CHECK(read.vocabulary.find("##watch") == 23);
    CHECK_FALSE(read.options.doLowerCase);
    CHECK_FALSE(read.options.stripAccents);
    CHECK(read.options.tokenizeChineseChars);
}

TEST_CASE("other spellings of the same tokeniser are read")
{
    CHECK(complaint([](Json &) {}).empty());
    CHECK(complaint([](Json &json) { json["model"].erase("type"); }).empty());
    CHECK(complaint([](Json &json) { json["truncation"] = {{"max_length", 40}}; }).empty());
    CHECK(complaint([](Json &json) {
              json["post_processor"] = {{"type", "BertProcessing"}, {"sep", {"[SEP]", 3}}, {"cls", {"[CLS]", 2}}};
          }).empty());
    CHECK(complaint([](Json &json) { json["model"]["vocab"]["far"] = 40; }).empty()); // numbers that no piece has
    CHECK(complaint([](Json &json) { json["added_tokens"].clear(); }).empty());
}

TEST_CASE("what is not BERT's is refused by its name")
{
    struct Row {
        std::string place;
        Json value;
        std::string expected;
    };
    const std::vector<Row> rows = {
        {"/model/type", "Unigram", "“model”: its model \"Unigram\" is not known; WordPiece was expected"},
        {"/model", nullptr, "“model”: it has no model; WordPiece was expected"},
        {"/model", "WordPiece", "“model”: it has no model"},
        {"/model/unk_token", "<unk>", "“model.unk_token”: \"<unk>\" was found, \"[UNK]\" was expected"},
        {"/model/continuing_subword_prefix", "@@", "“model.continuing_subword_prefix”: \"@@\" was found"},
        {"/model/max_input_chars_per_word", 200, "“model.max_input_chars_per_word”: 200 was found, 100 was expected"},
        {"/model/vocab", Json::array({"a"}), "“model.vocab”: an object { ... } of pieces"},
        {"/model/vocab/film", -1, "“model.vocab”: \"film\" has the number -1"},
        {"/model/vocab/film", 1e9, "“model.vocab”: \"film\" has the number"},
        {"/model/vocab/film", 16 << 20, "a whole number below 16777216 was expected"},
        {"/model/vocab/film", 6, "have the same number, 6"},
        {"/model/vocab/two\nlines", 50, "is empty or holds a line end"},
        {"/model/vocab/", 50, "the piece \"\" is empty"},
        {"/normalizer", nullptr, "“normalizer”: it has no normaliser; BertNormalizer was expected"},
        {"/normalizer/type", "Precompiled", "“normalizer”: its normaliser \"Precompiled\" is not known"},
        {"/normalizer/clean_text", false, "“normalizer.clean_text”: false was found, true was expected"},
        {"/normalizer/lowercase", "yes", "“lowercase”: \"yes\" was found, true or false was expected"},
        {"/pre_tokenizer/type", "ByteLevel", "“pre_tokenizer”: its pre-tokeniser \"ByteLevel\" is not known"},
        {"/post_processor/type", "RobertaProcessing",
         "“post_processor”: its post-processor \"RobertaProcessing\" is not known; TemplateProcessing, BertProcessing"},
        {"/post_processor/single/0/SpecialToken/id", "<s>", "“post_processor.single”: <s>:0 A:0 [SEP]:0 was found"},
        {"/post_processor/pair/3/Sequence/type_id", 0, "“post_processor.pair”: [CLS]:0 A:0 [SEP]:0 B:0 [SEP]:1"},
        {"/post_processor/pair", nullptr, "“post_processor.pair”:  was found"},
        {"/added_tokens/0/content", "<user>", "“added_tokens”: the token \"<user>\" is not known"},
        {"/added_tokens/0/id", 7, "“added_tokens”: \"[PAD]\" has another number than in “model.vocab”"},
        {"/added_tokens/0", 7, "“added_tokens”: the token null is not known"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.place);
        const std::string found = complaint([&](Json &json) { json[Json::json_pointer(row.place)] = row.value; });
        CAPTURE(found);
        CHECK(found.find(row.expected) != std::string::npos);
    }
    const std::string other = complaint([](Json &json) {
        json["post_processor"] = {{"type", "BertProcessing"}, {"sep", {"</s>", 3}}, {"cls", {"[CLS]", 2}}};
    });
    CHECK(other.find("“post_processor.sep”: [\"</s>\",3] was found, [SEP] was expected") != std::string::npos);
}

TEST_CASE("a file that is no such file is refused")
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "tokenizer.json";
    const auto expect = [&](const std::string &text, const std::string &expected) {
        std::ofstream(file) << text;
        CHECK_THROWS_WITH_AS((void)readTokenizerJson(file), doctest::Contains(expected.c_str()), Error);
    };
    expect("", "broken JSON");
    expect("[]", "one object { ... } was expected");
    expect("{", "broken JSON at byte 2");
    expect("{}", "“model”: it has no model");
    expect("{\"model\":" + std::string(100, '[') + std::string(100, ']') + "}", "nested deeper than 64 levels");
    CHECK_THROWS_AS((void)readTokenizerJson(folder.path() / "absent.json"), Error);
}

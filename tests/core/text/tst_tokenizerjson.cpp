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
std::string complaint(const std::function<void(Json &)> &edit,
                      const std::filesystem::path &file = saved / "tokenizer.json")
{
    const TemporaryFolder folder;
    Json json = Json::parse(std::ifstream(file));
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
        {"/model/type", "Unigram", "“model”: its model \"Unigram\" is not known; WordPiece, BPE was expected"},
        {"/model", nullptr, "“model”: it has no model; WordPiece, BPE was expected"},
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
        {"/normalizer", Json::array(), "“normalizer”: it has no normaliser; BertNormalizer, Sequence, Lowercase, NFC"},
        {"/normalizer",
         {{"type", "Sequence"}, {"normalizers", {{{"type", "NFC"}}, {{"type", "Replace"}}}}},
         "“normalizer”: its normaliser \"Replace\" is not known; BertNormalizer, Sequence, Lowercase, NFC"},
        {"/normalizer", {{"type", "Sequence"}}, "“normalizer”: it has no normaliser"},
        {"/normalizer/type", "Precompiled", "“normalizer”: its normaliser \"Precompiled\" is not known"},
        {"/normalizer/clean_text", 1, "“normalizer.clean_text”: 1 was found, true or false was expected"},
        {"/normalizer/strip_accents", "no", "“normalizer.strip_accents”: \"no\" was found, true or false was expected"},
        {"/normalizer/lowercase", "yes", "“normalizer.lowercase”: \"yes\" was found, true or false was expected"},
        {"/pre_tokenizer", nullptr, "“pre_tokenizer”: it has no pre-tokeniser; Sequence, BertPreTokenizer, Whitespace"},
        {"/pre_tokenizer/type", "ByteLevel", "“pre_tokenizer”: its pre-tokeniser \"ByteLevel\" is not known"},
        {"/post_processor/type", "RobertaProcessing",
         "“post_processor”: its post-processor \"RobertaProcessing\" is not known; TemplateProcessing, BertProcessing"},
        {"/post_processor/single/0/SpecialToken/id", "<s>", "“post_processor.single”: <s>:0 A:0 [SEP]:0 was found"},
        {"/post_processor/pair/3/Sequence/type_id", 0, "“post_processor.pair”: [CLS]:0 A:0 [SEP]:0 B:0 [SEP]:1"},
        {"/post_processor/pair", nullptr, "“post_processor.pair”:  was found"},
        {"/added_tokens/0/content", "<user>",
         "the added token \"<user>\" has the number 0, which is that of \"[PAD]\""},
        {"/added_tokens/0/id", 7, "the added token \"[PAD]\" has the number 7, but the vocabulary has it as 0"},
        {"/added_tokens/0/id", 16 << 20, "“added_tokens”: \"[PAD]\" has the number 16777216; a whole number below"},
        {"/added_tokens/0/lstrip", "yes", "“added_tokens.lstrip”: \"yes\" was found, true or false was expected"},
        {"/added_tokens/0/content", 5, "“added_tokens”: "},
        {"/added_tokens/0", 7, "“added_tokens”: 7 has the number null"},
        {"/added_tokens", 7, "“added_tokens”: a list [ ... ] was expected"},
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

TEST_CASE("byte pairs are read as RoBERTa has them, anything else is refused by its name")
{
    const std::filesystem::path file = std::filesystem::path(ADAPLENS_TEST_DATA) / "byte_pairs" / "tokenizer.json";
    const TokenizerJson read = readTokenizerJson(file);
    CHECK(read.vocabulary.bytePairs());
    CHECK(read.vocabulary.merges().size() > 1000);
    CHECK(read.vocabulary.clsId() == 0);
    CHECK(read.vocabulary.sepId() == 2);
    CHECK(read.vocabulary.find("\u0120the").has_value());
    CHECK_FALSE(read.vocabulary.find("covid").has_value());
    CHECK(read.options.added.size() == 13);
    CHECK_FALSE(read.options.doLowerCase);
    CHECK_FALSE(read.options.addPrefixSpace);

    const auto changed = [&](const std::string &place, const Json &value) {
        return complaint([&](Json &json) { json[Json::json_pointer(place)] = value; }, file);
    };
    const Json steps = {{{"SpecialToken", {{"id", "<s>"}, {"type_id", 0}}}},
                        {{"Sequence", {{"id", "A"}, {"type_id", 0}}}},
                        {{"SpecialToken", {{"id", "</s>"}, {"type_id", 0}}}}};
    Json pair = steps;
    for (const Json &step : steps)
        pair.push_back(step);
    pair[3]["SpecialToken"]["id"] = "</s>";
    pair[4]["Sequence"]["id"] = "B";
    CHECK(changed("/post_processor", {{"type", "TemplateProcessing"}, {"single", steps}, {"pair", pair}}).empty());
    CHECK(complaint([](Json &json) { json["model"].erase("type"); }, file).empty());
    CHECK(complaint([](Json &json) { json["model"]["merges"][0] = "\u00e0 \u00a4"; }, file).empty());

    struct Row {
        std::string place;
        Json value;
        std::string expected;
    };
    const std::vector<Row> rows = {
        {"/model/merges", "a b", "“model.merges”: a list [ ... ] of pairs was expected"},
        {"/model/merges/3", {"a", "b", "c"}, "“model.merges”: [\"a\",\"b\",\"c\"] was found, two pieces were expected"},
        {"/model/merges/3", "a b c", "“model.merges”: \"a b c\" was found, two pieces were expected"},
        {"/model/merges/3", 7, "“model.merges”: 7 was found"},
        {"/model/merges/3", {"a", "absent"}, "The merge of \"a\" and \"absent\" names a piece that the vocabulary"},
        {"/model/end_of_word_suffix", "</w>", "“model.end_of_word_suffix”: \"</w>\" was found"},
        {"/model/continuing_subword_prefix", "##", "“model.continuing_subword_prefix”: \"##\" was found"},
        {"/model/dropout", 0.1, "“model.dropout”: 0.1 was found"},
        {"/model/byte_fallback", true, "“model.byte_fallback”: true was found, false was expected"},
        {"/model/ignore_merges", true, "“model.ignore_merges”: true was found"},
        {"/model/unk_token", "[UNK]", "“model.unk_token”: \"[UNK]\" was found"},
        {"/normalizer",
         {{"type", "BertNormalizer"}},
         "“normalizer”: its normaliser \"BertNormalizer\" is not known; Sequence, Lowercase, NFC"},
        {"/pre_tokenizer/type", "Metaspace",
         "“pre_tokenizer”: its pre-tokeniser \"Metaspace\" is not known; ByteLevel"},
        {"/pre_tokenizer",
         {{"type", "Sequence"}, {"pretokenizers", {{{"type", "ByteLevel"}}, {{"type", "Whitespace"}}}}},
         "“pre_tokenizer”: Whitespace stands behind ByteLevel, which must be the last one"},
        {"/pre_tokenizer", {{"type", "Whitespace"}}, "“pre_tokenizer”: it has no ByteLevel"},
        {"/pre_tokenizer/use_regex", 0, "“pre_tokenizer.use_regex”: 0 was found, true or false was expected"},
        {"/pre_tokenizer/add_prefix_space", "no",
         "“pre_tokenizer.add_prefix_space”: \"no\" was found, true or false was expected"},
        {"/post_processor/type", "BertProcessing",
         "“post_processor”: its post-processor \"BertProcessing\" is not known"},
        {"/post_processor/cls", {"[CLS]", 0}, "“post_processor.cls”: [\"[CLS]\",0] was found, <s> was expected"},
        {"/post_processor",
         {{"type", "TemplateProcessing"}, {"single", steps}, {"pair", steps}},
         "“post_processor.pair”: <s> A </s> was found, <s> A </s> </s> B </s> was expected"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.place);
        const std::string found = changed(row.place, row.value);
        CAPTURE(found);
        CHECK(found.find(row.expected) != std::string::npos);
    }
    CHECK(complaint([](Json &json) { json["model"]["vocab"].erase("!"); }, file)
              .find("has no piece for the byte 33 (\"!\")") != std::string::npos);
    CHECK(complaint(
              [](Json &json) {
                  json["model"]["vocab"].erase("<unk>");
                  json["added_tokens"].clear();
              },
              file)
              .find("lacks <unk>, which every RoBERTa vocabulary has") != std::string::npos);
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

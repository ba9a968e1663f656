// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/tokenizer_folders.py with Hugging Face's transformers.
#include "core/error.h"
#include "core/model/opentokenizer.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;
using Files = std::map<std::string, std::string>;

Json folders()
{
    return golden::readJson(fs::path(ADAPLENS_TEST_DATA) / "tokenizer_folders.json");
}

Files filesOf(const Json &folders, const std::string &name)
{
    for (const Json &folder : folders) {
        if (folder["name"] == name) {
            return folder["files"].get<Files>();
        }
    }
    FAIL("no folder ", name);
    return {};
}

/// The folder as a model's: what its config.json must have besides, with embeddings enough for any of them.
void writeFiles(const fs::path &folder, const Files &files)
{
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const auto &[name, text] : files) {
        std::ofstream(folder / name, std::ios::binary) << text;
    }
    Json config = Json::parse(std::ifstream(folder / "config.json"));
    for (const char *key : {"hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size"}) {
        config[key] = 4;
    }
    config["vocab_size"] = 400;
    config["max_position_embeddings"] = 66;
    std::ofstream(folder / "config.json") << config;
}

std::vector<std::int64_t> ids(const Tokenizer &tokenizer, const Json &line)
{
    const bool pair = line.is_array();
    const std::string text = pair ? line[0].get<std::string>() : line.get<std::string>();
    const std::optional<std::string> second = pair ? std::optional(line[1].get<std::string>()) : std::nullopt;
    std::vector<std::int64_t> result;
    for (const Piece &piece : tokenizer.encode(text, second, 64).pieces) {
        result.push_back(piece.id);
    }
    return result;
}

class Folder {
public:
    [[nodiscard]] const fs::path &write(const Files &files)
    {
        writeFiles(m_path, files);
        return m_path;
    }
    /// What the reader says of these files.
    std::string complaint(const Files &files)
    {
        try {
            (void)openTokenizer(write(files));
            return {};
        } catch (const Error &error) {
            const std::string text = error.what();
            CHECK(text.find(m_path.string()) != std::string::npos);
            CHECK(text.ends_with("."));
            return text;
        }
    }

private:
    TemporaryFolder m_folder;
    fs::path m_path = m_folder.path() / "model";
};

bool holds(const std::string &text, const std::string &part)
{
    CAPTURE(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("folders of several libraries give the ids that transformers gives")
{
    const Json all = folders();
    CHECK(all.size() == 16);
    Folder place;
    for (const Json &folder : all) {
        CAPTURE(folder["name"]);
        const Tokenizer tokenizer = openTokenizer(place.write(folder["files"].get<Files>()));
        for (std::size_t i = 0; i < folder["lines"].size(); ++i) {
            CAPTURE(folder["lines"][i]);
            CHECK(ids(tokenizer, folder["lines"][i]) == folder["ids"][i].get<std::vector<std::int64_t>>());
        }
    }
}

TEST_CASE("a tokeniser whose way of cutting is not known is refused by its class")
{
    Folder place;
    Files files = filesOf(folders(), "a piece twice");
    files["tokenizer_config.json"] = R"({"tokenizer_class": "BertJapaneseTokenizer"})";
    const std::string expected = "has a tokeniser of the class BertJapaneseTokenizer, which cuts text in a way";
    CHECK(holds(place.complaint(files), expected));
    files.erase("tokenizer_config.json");
    files["config.json"] = R"({"model_type": "bert", "tokenizer_class": "BertJapaneseTokenizer"})";
    CHECK(holds(place.complaint(files), expected));
    files["vocab.txt"] = "\"first\" 7\n"; // of a form of its own, which is not what is wrong
    CHECK(holds(place.complaint(files), expected));
    files["tokenizer_config.json"] = R"({"tokenizer_class": "BertTokenizerFast"})"; // goes before
    CHECK(holds(place.complaint(files), "lacks [PAD]"));

    Files described = filesOf(folders(), "another class leaves it to tokenizer.json");
    const auto asIs = ids(openTokenizer(place.write(described)), "The Film");
    described["tokenizer_config.json"] = R"({"tokenizer_class": "OurOwnTokenizer", "cls_token": "<s>"})";
    CHECK(ids(openTokenizer(place.write(described)), "The Film") == asIs);
}

TEST_CASE("other special pieces than the vocabulary has are refused by name")
{
    Folder place;
    Files files = filesOf(folders(), "a piece twice");
    files["tokenizer_config.json"] = R"({"cls_token": "<s>"})";
    CHECK(
        holds(place.complaint(files), "tokenizer_config.json: “cls_token”: \"<s>\" was found, \"[CLS]\" was expected"));
    files["tokenizer_config.json"] = R"({"mask_token": "<mask>", "sep_token": {"content": "</s>"}})";
    CHECK(holds(place.complaint(files), "“sep_token”: \"</s>\" was found, \"[SEP]\" was expected"));
    files["tokenizer_config.json"] = R"({"mask_token": "<mask>"})";
    CHECK(place.complaint(files).empty());
    files["special_tokens_map.json"] = R"({"pad_token": "<pad>"})";
    CHECK(holds(place.complaint(files), "“pad_token”: \"<pad>\" was found"));
    Files described = filesOf(folders(), "tokenizer.json and a list of pieces");
    described.erase("special_tokens_map.json"); // which goes before
    described["tokenizer_config.json"] = R"({"unk_token": "?"})";
    CHECK(holds(place.complaint(described), "“unk_token”: \"?\" was found, \"[UNK]\" was expected"));
}

TEST_CASE("damaged files of tokens are refused by name and place")
{
    Folder place;
    Files files = filesOf(folders(), "added_tokens.json, its tokens special");
    files["added_tokens.json"] = R"({"[E1]": -1})";
    CHECK(
        holds(place.complaint(files), "added_tokens.json: \"[E1]\" has the number -1; a whole number below 16777216"));
    files["added_tokens.json"] = R"({"[E1]": 3})";
    CHECK(holds(place.complaint(files), "the added token \"[E1]\" has the number 3, which is that of \"[SEP]\""));
    files["added_tokens.json"] = R"({"a\nb": 300})";
    CHECK(holds(place.complaint(files), "added_tokens.json: the piece \"a\\nb\" is empty or holds a line end"));
    files["added_tokens.json"] = "[]";
    CHECK(holds(place.complaint(files), "added_tokens.json"));
    files.erase("added_tokens.json");
    files["special_tokens_map.json"] = R"({"additional_special_tokens": [7]})";
    CHECK(holds(place.complaint(files), "special_tokens_map.json: “additional_special_tokens”: 7 was found"));
    files["special_tokens_map.json"] = R"({"mask_token": ["[MASK]"]})";
    CHECK(holds(place.complaint(files), "special_tokens_map.json: “mask_token”: [\"[MASK]\"] was found"));
    // A special token without a number that is no piece has no embedding either.
    files["special_tokens_map.json"] = R"({"additional_special_tokens": ["[E9]"]})";
    CHECK(place.complaint(files).empty());
}

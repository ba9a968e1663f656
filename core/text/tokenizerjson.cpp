// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizerjson.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"
#include "core/io/largejson_p.h"
#include "core/text/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

using Json = nlohmann::json;

/// Reads one file; every complaint names it and the part that is at fault.
class TokenizerJsonReader {
public:
    explicit TokenizerJsonReader(const std::filesystem::path &file) : m_name(file.string())
    {
        constexpr std::size_t largest = std::size_t{64} << 20U; // six times the largest vocabulary in use
        m_root = parseLargeJsonObject(readWhole(file, {}, largest).value(), m_name);
    }

    [[nodiscard]] TokenizerJson read()
    {
        checkModel();
        TokenizerOptions options = readNormaliser();
        checkPart("pre_tokenizer", message("pre-tokeniser"), {"BertPreTokenizer"});
        checkPostProcessor();
        Vocabulary vocabulary = Vocabulary::fromPieces(readPieces(), m_name);
        checkAddedTokens(vocabulary);
        return {std::move(vocabulary), options};
    }

private:
    [[noreturn]] void fail(const std::string &key, const Message &what) const
    {
        throw Error("%1: “%2”: %3.", m_name, key, what);
    }

    [[nodiscard]] const Json &part(const std::string &key) const
    {
        static const Json none;
        const auto found = m_root.find(key);
        return found == m_root.end() ? none : *found;
    }

    /// The type of a part, which must be one of those known.
    std::string checkPart(const std::string &key, const Message &title, const std::vector<std::string> &known) const
    {
        const Json &found = part(key);
        const bool typed = found.is_object() && found.contains("type") && found["type"].is_string();
        const std::string type = typed ? found["type"].get<std::string>() : std::string();
        if (std::ranges::find(known, type) == known.end()) {
            std::string list;
            for (const std::string &name : known)
                list += (list.empty() ? "" : ", ") + name;
            if (!typed)
                fail(key, message("it has no %1; %2 was expected", title, list));
            fail(key, message("its %1 %2 is not known; %3 was expected", title, shownJson(type), list));
        }
        return type;
    }

    /// A member of a part must be this, or be missing.
    void require(const std::string &key, const std::string &member, const Json &expected) const
    {
        const Json &object = part(key);
        if (object.contains(member) && object[member] != expected)
            fail(key + '.' + member,
                 message("%1 was found, %2 was expected", shownJson(object[member]), shownJson(expected)));
    }

    void checkModel() const
    {
        const Json &model = part("model");
        // Files of the first years do not say what a WordPiece model is.
        const bool untyped =
            model.is_object() && !model.contains("type") && model.contains("continuing_subword_prefix");
        if (!untyped)
            checkPart("model", message("model"), {"WordPiece"});
        require("model", "unk_token", "[UNK]");
        require("model", "continuing_subword_prefix", "##");
        require("model", "max_input_chars_per_word", 100);
    }

    [[nodiscard]] TokenizerOptions readNormaliser() const
    {
        checkPart("normalizer", message("normaliser"), {"BertNormalizer"});
        require("normalizer", "clean_text", true);
        TokenizerOptions options;
        const OrderedJson found = part("normalizer");
        JsonBinder json(found, m_name, JsonForm::Foreign);
        json.value("lowercase", options.doLowerCase);
        json.value("strip_accents", options.stripAccents);
        json.value("handle_chinese_chars", options.tokenizeChineseChars);
        return options;
    }

    void checkPostProcessor() const
    {
        const std::string key = "post_processor";
        if (checkPart(key, message("post-processor"), {"TemplateProcessing", "BertProcessing"}) == "BertProcessing") {
            for (const auto &[member, token] : {std::pair("cls", "[CLS]"), std::pair("sep", "[SEP]")}) {
                const Json &found = part(key).contains(member) ? part(key)[member] : Json();
                if (!found.is_array() || found.empty() || found[0] != token)
                    fail(key + '.' + member, message("%1 was found, %2 was expected", shownJson(found), token));
            }
            return;
        }
        checkTemplate("single", "[CLS]:0 A:0 [SEP]:0");
        checkTemplate("pair", "[CLS]:0 A:0 [SEP]:0 B:1 [SEP]:1");
    }

    /// A template is a list of {"SpecialToken" or "Sequence": {"id": name, "type_id": segment}}.
    void checkTemplate(const std::string &member, const std::string &expected) const
    {
        std::string found;
        const Json &processor = part("post_processor");
        const Json steps = processor.contains(member) ? processor[member] : Json();
        for (const Json &step : steps) {
            for (const char *kind : {"SpecialToken", "Sequence"}) {
                if (!step.is_object() || !step.contains(kind) || !step[kind].is_object())
                    continue;
                const Json id = step[kind].value("id", Json()), segment = step[kind].value("type_id", Json());
                found += (found.empty() ? "" : " ") + (id.is_string() ? id.get<std::string>() : shownJson(id)) + ':' +
                         shownJson(segment);
            }
        }
        if (found != expected)
            fail("post_processor." + member, message("%1 was found, %2 was expected", found, expected));
    }

    /// The pieces in the order of their ids; an id that no piece has is an empty one.
    [[nodiscard]] std::vector<std::string> readPieces() const
    {
        constexpr std::uint64_t most = std::uint64_t{16} << 20U;
        const std::string key = "model.vocab";
        const Json &model = part("model");
        if (!model.contains("vocab") || !model["vocab"].is_object())
            fail(key, message("an object { ... } of pieces and their numbers was expected"));
        std::vector<std::string> pieces;
        for (const auto &[piece, id] : model["vocab"].items()) {
            if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= most)
                fail(key, message("%1 has the number %2; a whole number below %3 was expected", shownJson(piece),
                                  shownJson(id), most));
            if (piece.empty() || piece.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
                fail(key, message("the piece %1 is empty or holds a line end", shownJson(piece)));
            const auto place = id.get<std::size_t>();
            pieces.resize(std::max(pieces.size(), place + 1));
            if (!pieces[place].empty())
                fail(key,
                     message("%1 and %2 have the same number, %3", shownJson(pieces[place]), shownJson(piece), place));
            pieces[place] = piece;
        }
        return pieces;
    }

    /// Tokens that are recognised whole in a text.
    void checkAddedTokens(const Vocabulary &vocabulary) const
    {
        const std::string key = "added_tokens";
        for (const Json &token : part(key)) {
            const Json content = token.is_object() ? token.value("content", Json()) : Json();
            const bool known = content.is_string() &&
                               std::ranges::find(specialTokens, content.get<std::string>()) != specialTokens.end();
            if (!known)
                fail(key, message("the token %1 is not known; [PAD], [UNK], [CLS], [SEP] and [MASK] were expected",
                                  shownJson(content)));
            const auto id = vocabulary.find(content.get<std::string>());
            if (!id || token.value("id", Json()) != *id)
                fail(key, message("%1 has another number than in “model.vocab”", shownJson(content)));
        }
    }

    std::string m_name;
    Json m_root;
};

} // namespace

TokenizerJson readTokenizerJson(const std::filesystem::path &file)
{
    return TokenizerJsonReader(file).read();
}

} // namespace adaplens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tokenizerconfig.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/jsonbinder_p.h"
#include "core/model/modelfolder_p.h"
#include "core/text/addedtokensjson_p.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

constexpr const char *configName = "tokenizer_config.json", *specialsName = "special_tokens_map.json",
                     *addedName = "added_tokens.json", *classKey = "tokenizer_class";

/// Classes that cut alike: the first is the one that is written.
constexpr std::array<std::string_view, 5> wordPieceClasses = {
    "BertTokenizer", "DistilBertTokenizer", "ElectraTokenizer", "MobileBertTokenizer", "ConvBertTokenizer"};
constexpr std::array<std::string_view, 3> bytePairClasses = {"RobertaTokenizer", "BartTokenizer",
                                                             "LongformerTokenizer"};
/// Those that are what their tokenizer.json says.
constexpr std::array<std::string_view, 2> describedClasses = {"PreTrainedTokenizer", "TokenizersBackend"};

template <typename Names>
bool isOneOf(const Names &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

void bindWordPieces(JsonBinder &json, TokenizerOptions &options)
{
    json.value("do_lower_case", options.doLowerCase);
    json.value("strip_accents", options.stripAccents);
    json.value("tokenize_chinese_chars", options.tokenizeChineseChars);
}

void bindBytePairs(JsonBinder &json, TokenizerOptions &options)
{
    json.value("add_prefix_space", options.addPrefixSpace);
}

/// The keys of the special pieces, and what each has in either kind of vocabulary.
struct RoleKey {
    const char *key = nullptr;
    std::string_view SpecialPieces::*piece = nullptr;
};
constexpr std::array<RoleKey, 5> roleKeys = {
    RoleKey{"unk_token", &SpecialPieces::unknown}, RoleKey{"sep_token", &SpecialPieces::sep},
    RoleKey{"pad_token", &SpecialPieces::pad}, RoleKey{"cls_token", &SpecialPieces::cls},
    RoleKey{"mask_token", &SpecialPieces::mask}};

/// A special token is its text, or an object that has switches, too.
AddedToken specialOf(const OrderedJson &json, const std::string &name, const std::string &key)
{
    constexpr std::int32_t noNumber = -1;
    if (!json.is_string()) {
        return addedTokenOf(json, noNumber, name, key);
    }
    return addedTokenOf({{"content", json}, {"special", true}}, noNumber, name, key);
}

class Reader {
public:
    explicit Reader(const fs::path &folder) { m_config.folder = folder; }

    TokenizerConfig read()
    {
        const bool numbered = readConfigFile();
        // Whoever writes the tokens with their numbers has no need of the older files, which may be of another model.
        if (!numbered) {
            readSpecials(specialsName);
            readAddedTokens();
        }
        if (m_config.className.empty()) {
            readClass(m_config.folder / modelConfigName);
        }
        constexpr std::string_view fast = "Fast"; // the same, made by another library
        if (m_config.className.ends_with(fast)) {
            m_config.className.resize(m_config.className.size() - fast.size());
        }
        return std::move(m_config);
    }

private:
    [[nodiscard]] std::optional<OrderedJson> parse(const fs::path &file) const
    {
        std::error_code error;
        return fs::exists(file, error) ? std::optional(readModelJson(file)) : std::nullopt;
    }

    /// Whether it has the tokens with their numbers.
    bool readConfigFile()
    {
        const fs::path file = m_config.folder / configName;
        const auto root = parse(file);
        if (!root) {
            return false;
        }
        JsonBinder json(*root, file.string(), JsonForm::Foreign);
        bindWordPieces(json, m_config.options);
        bindBytePairs(json, m_config.options);
        json.value(classKey, m_config.className);
        OrderedJson decoder;
        json.value(addedTokensDecoderKey, decoder);
        m_config.options.added = addedTokensOfDecoder(decoder, file.string());
        readSpecials(configName);
        return !decoder.is_null();
    }

    void readClass(const fs::path &file)
    {
        if (const auto root = parse(file)) {
            JsonBinder json(*root, file.string(), JsonForm::Foreign);
            json.value(classKey, m_config.className);
        }
    }

    void readSpecials(const char *fileName)
    {
        const fs::path file = m_config.folder / fileName;
        const auto root = parse(file);
        if (!root) {
            return;
        }
        for (const RoleKey &role : roleKeys) {
            const OrderedJson json = root->value(role.key, OrderedJson());
            if (json.is_null()) {
                continue;
            }
            AddedToken token = specialOf(json, file.string(), role.key);
            std::erase_if(m_config.roles, [&](const TokenizerConfig::Role &known) { return known.key == role.key; });
            m_config.roles.push_back({role.key, token.content});
            const bool usual =
                token.content == bertSpecials.*role.piece || token.content == robertaSpecials.*role.piece;
            // A text alone leaves the usual pieces the switches that they have.
            if (!usual || json.is_object()) {
                addSpecial(std::move(token));
            }
        }
        for (const char *key : {"additional_special_tokens", "extra_special_tokens"}) {
            const OrderedJson list = root->value(key, OrderedJson());
            for (const auto &[place, json] : list.items()) {
                (void)place; // of a list or an object
                if (!list.is_string()) {
                    addSpecial(specialOf(json, file.string(), key));
                }
            }
        }
    }

    void addSpecial(AddedToken token)
    {
        token.special = true;
        if (std::ranges::find(m_config.specials, token.content, &AddedToken::content) == m_config.specials.end()) {
            m_config.specials.push_back(std::move(token));
        }
    }

    void readAddedTokens()
    {
        const fs::path file = m_config.folder / addedName;
        const auto root = parse(file);
        if (!root) {
            return;
        }
        for (const auto &[content, id] : root->items()) {
            if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= mostPieces) {
                throw Error("%1: %2 has the number %3; a whole number below %4 was expected.", file.string(),
                            shownJson(content), shownJson(id), mostPieces);
            }
            const auto known = std::ranges::find(m_config.specials, content, &AddedToken::content);
            const bool special = known != m_config.specials.end() || isRole(content);
            // The older classes looked for what is not special in the lower-case text.
            AddedToken token = addedTokenOf({{"content", content}, {"special", special}, {"normalized", !special}},
                                            id.get<std::int32_t>(), file.string(), {});
            if (known != m_config.specials.end()) {
                token = *known;
                token.id = id.get<std::int32_t>();
            }
            token.lstrip = token.lstrip || content == robertaSpecials.mask;
            m_config.options.added.push_back(std::move(token));
        }
    }

    [[nodiscard]] bool isRole(std::string_view content) const
    {
        return std::ranges::any_of(roleKeys, [&](const RoleKey &role) {
            return content == bertSpecials.*role.piece || content == robertaSpecials.*role.piece;
        });
    }

    TokenizerConfig m_config;
};

} // namespace

bool TokenizerConfig::isOf(bool bytePairs) const
{
    return className.empty() ||
           (bytePairs ? isOneOf(bytePairClasses, className) : isOneOf(wordPieceClasses, className));
}

TokenizerConfig readTokenizerConfig(const fs::path &folder)
{
    return Reader(folder).read();
}

void checkTokenizerClass(const TokenizerConfig &config)
{
    if (!config.isOf(false) && !config.isOf(true) && !isOneOf(describedClasses, config.className)) {
        throw Error("%1 has a tokeniser of the class %2, which cuts text in a way that AdapLens does not know; models "
                    "open that have one of the classes %3 and %4, or a tokenizer.json.",
                    config.folder.string(), config.className, std::string(wordPieceClasses.front()),
                    std::string(bytePairClasses.front()));
    }
}

void checkSpecialPieces(const TokenizerConfig &config, const Vocabulary &vocabulary)
{
    for (const auto &[key, text] : config.roles) {
        const auto role = std::ranges::find(roleKeys, key, [](const RoleKey &one) { return std::string(one.key); });
        const std::string_view expected = vocabulary.specials().*role->piece;
        if (role->piece != &SpecialPieces::mask && text != expected) {
            throw Error("%1: “%2”: %3 was found, %4 was expected.", (config.folder / configName).string(), key,
                        shownJson(text), shownJson(std::string(expected)));
        }
    }
}

void writeTokenizerConfig(const fs::path &folder, const TokenizerOptions &options, const SpecialPieces &specials,
                          std::size_t maxLength, bool segments)
{
    const bool bytePairs = specials == robertaSpecials;
    OrderedJson root;
    JsonBinder json(root);
    json.computed(classKey, std::string(options.pipeline ? "PreTrainedTokenizerFast"
                                        : bytePairs      ? bytePairClasses.front()
                                                         : wordPieceClasses.front()));
    TokenizerOptions written = options; // the binder wants members that it could read into
    if (bytePairs) {
        bindBytePairs(json, written);
    } else {
        bindWordPieces(json, written);
    }
    json.computed("model_max_length", maxLength);
    std::vector<std::string> inputs = {"input_ids", "attention_mask"};
    if (segments) {
        inputs.insert(inputs.begin() + 1, "token_type_ids");
    }
    json.computed("model_input_names", inputs);
    for (const RoleKey &role : roleKeys) {
        json.computed(role.key, std::string(specials.*role.piece));
    }
    if (bytePairs) {
        json.computed("bos_token", std::string(specials.cls));
        json.computed("eos_token", std::string(specials.sep));
    }
    if (!options.added.empty()) {
        json.computed(addedTokensDecoderKey, decoderOf(options.added));
    }
    writeFile(folder / configName, jsonText(root) + '\n');
}

} // namespace adaplens

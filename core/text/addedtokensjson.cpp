// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/addedtokensjson_p.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace adaplens {

namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string &name, const std::string &key, const Message &what)
{
    if (key.empty())
        throw Error("%1: %2.", name, what);
    throw Error("%1: “%2”: %3.", name, key, what);
}

void checkPiece(const std::string &piece, const std::string &name, const std::string &key)
{
    if (piece.empty() || piece.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
        refuse(name, key, message("the piece %1 is empty or holds a line end", shownJson(piece)));
}

/// The switches of a token by their names in files.
template <typename Token>
auto switchesOf(Token &token)
{
    return std::array{std::pair("special", &token.special), std::pair("lstrip", &token.lstrip),
                      std::pair("rstrip", &token.rstrip), std::pair("single_word", &token.singleWord),
                      std::pair("normalized", &token.normalized)};
}

void addToken(const AddedToken &token, OrderedJson &json)
{
    json["content"] = token.content;
    for (const auto &[member, value] : switchesOf(token))
        json[member] = *value;
}

} // namespace

std::vector<std::string> piecesOf(const Json &vocabulary, const std::string &name, const std::string &key)
{
    if (!vocabulary.is_object())
        refuse(name, key, message("an object { ... } of pieces and their numbers was expected"));
    std::vector<std::string> pieces;
    for (const auto &[piece, id] : vocabulary.items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= mostPieces)
            refuse(name, key,
                   message("%1 has the number %2; a whole number below %3 was expected", shownJson(piece),
                           shownJson(id), mostPieces));
        checkPiece(piece, name, key);
        const auto place = id.get<std::size_t>();
        pieces.resize(std::max(pieces.size(), place + 1));
        if (!pieces[place].empty())
            refuse(name, key,
                   message("%1 and %2 have the same number, %3", shownJson(pieces[place]), shownJson(piece), place));
        pieces[place] = piece;
    }
    return pieces;
}

AddedToken addedTokenOf(const Json &json, std::int32_t id, const std::string &name, const std::string &key)
{
    if (!json.is_object() || !json.contains("content") || !json["content"].is_string())
        refuse(name, key,
               message("%1 was found, an object { ... } with the text of a token was expected",
                       shownJson(OrderedJson(json))));
    AddedToken token;
    token.content = json["content"].get<std::string>();
    token.id = id;
    checkPiece(token.content, name, key);
    for (const auto &[member, value] : switchesOf(token)) {
        const Json found = json.value(member, Json(false));
        if (!found.is_boolean())
            refuse(name, key + '.' + member,
                   message("%1 was found, true or false was expected", shownJson(OrderedJson(found))));
        *value = found.get<bool>();
    }
    return token;
}

std::vector<AddedToken> addedTokensOfDecoder(const OrderedJson &decoder, const std::string &name)
{
    if (decoder.is_null())
        return {};
    if (!decoder.is_object())
        refuse(name, addedTokensDecoderKey, message("an object { ... } of numbers and tokens was expected"));
    std::vector<AddedToken> tokens;
    for (const auto &[number, token] : decoder.items()) {
        std::int32_t id = -1;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id);
        if (error != std::errc() || end != number.data() + number.size() || id < 0 ||
            static_cast<std::uint64_t>(id) >= mostPieces)
            refuse(name, addedTokensDecoderKey,
                   message("%1 was found, a whole number below %2 was expected", shownJson(number), mostPieces));
        tokens.push_back(addedTokenOf(token, id, name, addedTokensDecoderKey));
    }
    return tokens;
}

OrderedJson decoderOf(const std::vector<AddedToken> &tokens)
{
    OrderedJson decoder = OrderedJson::object();
    for (const AddedToken &token : tokens)
        addToken(token, decoder[std::to_string(token.id)]);
    return decoder;
}

OrderedJson addedTokensJson(std::vector<AddedToken> tokens)
{
    std::ranges::sort(tokens, {}, &AddedToken::id);
    OrderedJson list = OrderedJson::array();
    for (const AddedToken &token : tokens) {
        OrderedJson &entry = list.emplace_back();
        entry["id"] = token.id;
        addToken(token, entry);
    }
    return list;
}

} // namespace adaplens

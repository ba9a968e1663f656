// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizerjsonparts_p.h"

#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"
#include "core/io/largejson_p.h"
#include "core/text/addedtokensjson_p.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace adaplens {

namespace {

using Json = nlohmann::json;

constexpr const char *processorKey = "post_processor";

} // namespace

TokenizerJsonParts::TokenizerJsonParts(const std::filesystem::path &file, const std::vector<AddedToken> &added)
    : m_name(file.string()), m_added(added)
{
    constexpr std::size_t largest = std::size_t{64} << 20U; // six times the largest vocabulary in use
    m_root = parseLargeJsonObject(readWhole(file, {}, largest).value(), m_name);
}

const Json &TokenizerJsonParts::part(const std::string &key) const
{
    static const Json none;
    const auto found = m_root.find(key);
    return found == m_root.end() ? none : *found;
}

void TokenizerJsonParts::fail(const std::string &key, const Message &what) const
{
    throw Error("%1: “%2”: %3.", m_name, key, what);
}

std::string TokenizerJsonParts::checkType(const std::string &key, const Message &title,
                                          const std::vector<std::string> &known) const
{
    return typeOf(part(key), key, title, known);
}

std::string TokenizerJsonParts::typeOf(const Json &found, const std::string &key, const Message &title,
                                       const std::vector<std::string> &known) const
{
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

void TokenizerJsonParts::require(const std::string &key, const std::string &member,
                                 const std::vector<Json> &expected) const
{
    const Json &object = part(key);
    if (object.contains(member) && std::ranges::find(expected, object[member]) == expected.end())
        fail(key + '.' + member,
             message("%1 was found, %2 was expected", shownJson(object[member]), shownJson(expected.front())));
}

std::vector<std::string> TokenizerJsonParts::readPieces() const
{
    const Json &model = part("model");
    return piecesOf(model.contains("vocab") ? model["vocab"] : Json(), m_name, "model.vocab");
}

std::vector<AddedToken> TokenizerJsonParts::readAddedTokens() const
{
    std::vector<AddedToken> tokens = m_added;
    const Json &list = part(addedTokensKey);
    if (!list.is_null() && !list.is_array())
        fail(addedTokensKey, message("a list [ ... ] was expected"));
    for (const Json &token : list) {
        const Json id = token.is_object() ? token.value("id", Json()) : Json();
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= mostPieces)
            fail(addedTokensKey, message("%1 has the number %2; a whole number below %3 was expected",
                                         shownJson(token.is_object() ? token.value("content", Json()) : token),
                                         shownJson(id), mostPieces));
        AddedToken own = addedTokenOf(token, id.get<std::int32_t>(), m_name, addedTokensKey);
        if (std::ranges::find(m_added, own.content, &AddedToken::content) == m_added.end())
            tokens.push_back(std::move(own));
    }
    return tokens;
}

void TokenizerJsonParts::checkFrame(const SpecialPieces &specials) const
{
    for (const auto &[member, token] : {std::pair("cls", specials.cls), std::pair("sep", specials.sep)}) {
        const Json found = part(processorKey).value(member, Json());
        if (!found.is_array() || found.empty() || found[0] != token)
            fail(std::string(processorKey) + '.' + member,
                 message("%1 was found, %2 was expected", shownJson(found), std::string(token)));
    }
}

void TokenizerJsonParts::checkTemplates(const std::string &single, const std::string &pair, bool segments) const
{
    checkTemplate("single", single, segments);
    checkTemplate("pair", pair, segments);
}

/// A template is a list of {"SpecialToken" or "Sequence": {"id": name, "type_id": segment}}.
void TokenizerJsonParts::checkTemplate(const std::string &member, const std::string &expected, bool segments) const
{
    std::string found;
    const Json steps = part(processorKey).value(member, Json());
    for (const Json &step : steps) {
        for (const char *kind : {"SpecialToken", "Sequence"}) {
            if (!step.is_object() || !step.contains(kind) || !step[kind].is_object())
                continue;
            const Json id = step[kind].value("id", Json()), segment = step[kind].value("type_id", Json());
            found += (found.empty() ? "" : " ") + (id.is_string() ? id.get<std::string>() : shownJson(id));
            found += segments ? ':' + shownJson(segment) : "";
        }
    }
    if (found != expected)
        fail(std::string(processorKey) + '.' + member, message("%1 was found, %2 was expected", found, expected));
}

} // namespace adaplens

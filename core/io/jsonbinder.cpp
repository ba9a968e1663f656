// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonbinder_p.h"

#include "core/io/largejson_p.h"

#include <algorithm>
#include <charconv>

namespace adaplens {

OrderedJson jsonNumber(float value)
{
    char buffer[64];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
    double decimal = 0;
    const auto read = std::from_chars(buffer, written.ptr, decimal);
    const bool same = read.ec == std::errc{} && static_cast<float>(decimal) == value;
    return same ? decimal : static_cast<double>(value);
}

std::string shownJson(const OrderedJson &value)
{
    constexpr std::size_t longest = 80;
    const std::string text = value.dump(-1, ' ', true, OrderedJson::error_handler_t::replace);
    return text.size() > longest ? text.substr(0, longest) + "..." : text;
}

const OrderedJson *JsonBinder::find(const std::string &key, bool required)
{
    m_known.push_back(key);
    if (has(key)) {
        return &m_from->at(key);
    }
    if (required) {
        fail(key, message("it is missing"));
    }
    return nullptr;
}

bool JsonBinder::has(const std::string &key) const
{
    const auto place = m_from->find(key);
    return place != m_from->end() && !(m_form == JsonForm::Foreign && place->is_null());
}

void JsonBinder::require(const char *key)
{
    if (!isWriting()) {
        (void)find(key, true);
    }
}

void JsonBinder::word(const char *key, bool &member, const std::string &yes, const std::string &no)
{
    std::string name = member ? yes : no;
    value(key, name);
    if (name != yes && name != no) {
        fail(key, message("\"%1\" was found, \"%2\" or \"%3\" was expected", name, yes, no));
    }
    if (!isWriting()) {
        member = name == yes;
    }
}

void JsonBinder::constant(const char *key, const std::string &text)
{
    std::string found = text;
    value(key, found);
    // Elsewhere null is as good as nothing; of what must be so and not otherwise it may well be the otherwise.
    const bool null = !isWriting() && m_from->contains(key) && m_from->at(key).is_null();
    if (null) {
        fail(key, message("null was found, \"%1\" was expected", text));
    }
    if (found != text) {
        fail(key, message("\"%1\" was found, \"%2\" was expected", found, text));
    }
}

void JsonBinder::fail(const std::string &key, const Message &what) const
{
    throw Error("%1: “%2”: %3.", m_name, placeOf(key), what);
}

void JsonBinder::expect(bool fits, const std::string &key, const OrderedJson &found, const Message &expected) const
{
    if (!fits) {
        fail(key, message("%1 was found, %2 was expected", shownJson(found), expected));
    }
}

void JsonBinder::finish() const
{
    if (isWriting() || m_form != JsonForm::Settings) {
        return;
    }
    for (const auto &item : m_from->items()) {
        if (std::ranges::find(m_known, item.key()) == m_known.end()) {
            std::string known;
            for (const std::string &name : m_known) {
                known += (known.empty() ? "" : ", ") + name;
            }
            fail(item.key(), message("there is no such setting; known here: %1", known));
        }
    }
}

namespace {

template <typename AnyJson>
AnyJson parseObject(std::string_view text, const std::string &name)
{
    constexpr int deepest = 64;
    bool deep = false;
    const auto watch = [&deep](int depth, typename AnyJson::parse_event_t, const AnyJson &) {
        deep = deep || depth > deepest;
        return true;
    };
    AnyJson root;
    try {
        root = AnyJson::parse(text, watch, true, true);
    } catch (const nlohmann::json::parse_error &error) {
        throw Error("%1 holds broken JSON at byte %2; one object { ... } was expected.", name, error.byte);
    } catch (const nlohmann::json::out_of_range &) {
        throw Error("%1 holds a number that is too large.", name);
    }
    if (deep) {
        throw Error("%1 is nested deeper than %2 levels, which no file of this kind is.", name, deepest);
    }
    if (!root.is_object()) {
        throw Error("%1 holds a JSON %2; one object { ... } was expected.", name, root.type_name());
    }
    return root;
}

} // namespace

OrderedJson parseJsonObject(std::string_view text, const std::string &name)
{
    return parseObject<OrderedJson>(text, name);
}

nlohmann::json parseLargeJsonObject(std::string_view text, const std::string &name)
{
    return parseObject<nlohmann::json>(text, name);
}

std::string jsonText(const OrderedJson &json, int indent)
{
    return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace adaplens

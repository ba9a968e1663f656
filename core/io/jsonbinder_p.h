// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/io/jsonnumber_p.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace adaplens {

using OrderedJson = nlohmann::ordered_json;

class JsonBinder;

/// A struct that says once, for reading and writing alike, which of its members stand under which keys:
/// `void bindJson(JsonBinder &json, Interval &interval) { json.value("mean", interval.mean); ... }`.
template <typename T>
concept Bound = requires(JsonBinder &json, T &value)
{
    bindJson(json, value);
};

/// What an object must hold that is read.
enum class JsonForm {
    Record,  ///< every key of value(); keys that are not known are passed over
    Settings ///< any of the keys: members keep their value without; keys that are not known are refused
};

/// Binds the keys of one JSON object to the members of a struct, in both directions, so that reading, writing and the
/// list of known keys cannot differ. Errors name the file, the key with those around it, what was found and what was
/// expected. While it writes, it changes no member.
class JsonBinder {
public:
    /// Reads from `from`. `name` is the file in messages; relative paths are taken from `folder`.
    static JsonBinder reading(OrderedJson &from, std::string name, JsonForm form, std::filesystem::path folder = {})
    {
        return {from, false, std::move(name), {}, form, std::move(folder)};
    }
    /// Writes into `to`.
    static JsonBinder writing(OrderedJson &to) { return {to, true, {}, {}, JsonForm::Record, {}}; }

    [[nodiscard]] bool isWriting() const { return m_writing; }

    /// A number, truth value, text, path, list or map (from texts) of these, or a bound struct. std::optional is null
    /// where it is empty.
    template <typename T>
    void value(const char *key, T &member)
    {
        if (m_writing) {
            write(m_json[key], member);
        } else if (const OrderedJson *found = find(key, m_form == JsonForm::Record)) {
            read(*found, key, member);
        }
    }
    /// A member that the object may lack, and then keeps its value. Not written where it is an empty std::optional.
    template <typename T>
    void optional(const char *key, T &member)
    {
        if (!m_writing) {
            if (const OrderedJson *found = find(key, false)) {
                read(*found, key, member);
            }
        } else if (!isEmpty(member)) {
            write(m_json[key], member);
        }
    }
    /// A number of [low, high].
    template <typename T>
    void value(const char *key, T &member, std::type_identity_t<T> low, std::type_identity_t<T> high)
    {
        value(key, member);
        if (!m_writing && !(member >= low && member <= high)) {
            fail(key, message("%1 was found, from %2 to %3 was expected", text(member), text(low), text(high)));
        }
    }
    /// A member that stands in the file under a name: `named("mode", mode, nameOf, modeNamed)`, where modeNamed throws
    /// an Error that lists the names.
    template <typename T, typename ToName, typename FromName>
    void named(const char *key, T &member, ToName toName, FromName fromName)
    {
        std::string name = m_writing ? std::string(toName(member)) : std::string();
        value(key, name);
        if (!m_writing && has(key)) {
            try {
                member = fromName(name);
            } catch (const Error &error) {
                failWith(key, error.message());
            }
        }
    }
    /// A list of such members.
    template <typename T, typename ToName, typename FromName>
    void namedList(const char *key, std::vector<T> &members, ToName toName, FromName fromName)
    {
        std::vector<std::string> names;
        if (m_writing) {
            for (const T &member : members) {
                names.emplace_back(toName(member));
            }
        }
        value(key, names);
        if (m_writing || !has(key)) {
            return;
        }
        members.clear();
        for (const std::string &name : names) {
            try {
                members.push_back(fromName(name));
            } catch (const Error &error) {
                failWith(key, error.message());
            }
        }
    }
    /// A truth value that stands in the file as one of two words.
    void word(const char *key, bool &member, const std::string &yes, const std::string &no);
    /// A map whose keys stand in the file under names, as in named().
    template <typename Key, typename T, typename ToName, typename FromName>
    void entries(std::map<Key, T> &map, ToName toName, FromName fromName)
    {
        if (m_writing) {
            for (auto &[key, member] : map) {
                write(m_json[toName(key)], member);
            }
            return;
        }
        for (const auto &[name, found] : m_json.items()) {
            m_known.push_back(name);
            std::optional<Key> key;
            try {
                key = fromName(name);
            } catch (const Error &error) {
                failWith(name, error.message());
            }
            read(found, name, map[*key]);
        }
    }
    /// An object within this one: `section("cost", [&](JsonBinder &json) { ... })`.
    template <typename Bind>
    void section(const char *key, Bind bindMembers)
    {
        if (m_writing) {
            m_json[key] = OrderedJson::object();
        }
        if (OrderedJson *found = m_writing ? &m_json[key] : find(key, m_form == JsonForm::Record)) {
            object(*found, key, bindMembers);
        }
    }
    /// A text that must be this one.
    void constant(const char *key, const std::string &text);
    /// What follows from other members: written, and passed over where it is read.
    template <typename T>
    void computed(const char *key, const T &result)
    {
        m_known.emplace_back(key);
        if (m_writing) {
            write(m_json[key], const_cast<T &>(result)); // which writing does not change
        }
    }

    [[nodiscard]] bool has(const std::string &key) const { return m_json.contains(key); }
    /// Throws Error: "file: key: what.", the key with those around it.
    [[noreturn]] void fail(const std::string &key, const Message &what) const;
    /// Throws Error naming a key of the object that was not bound, if it is one of settings.
    void finish() const;

private:
    JsonBinder(OrderedJson &json, bool writing, std::string name, std::string place, JsonForm form,
               std::filesystem::path folder)
        : m_json(json),
          m_writing(writing),
          m_name(std::move(name)),
          m_place(std::move(place)),
          m_form(form),
          m_folder(std::move(folder))
    {
    }

    template <typename T>
    struct IsList : std::false_type {
    };
    template <typename T>
    struct IsList<std::vector<T>> : std::true_type {
    };
    template <typename T>
    struct IsMap : std::false_type {
    };
    template <typename T>
    struct IsMap<std::map<std::string, T>> : std::true_type {
    };
    template <typename T>
    struct IsOptional : std::false_type {
    };
    template <typename T>
    struct IsOptional<std::optional<T>> : std::true_type {
    };

    template <typename T>
    static bool isEmpty(const T &member)
    {
        if constexpr (IsOptional<T>::value) {
            return !member;
        } else {
            return false;
        }
    }

    template <typename T>
    static std::string text(const T &number)
    {
        return OrderedJson(number).dump();
    }

    [[nodiscard]] std::string placeOf(const std::string &key) const
    {
        return m_place.empty() ? key : m_place + "." + key;
    }
    /// As fail(), with a sentence that stands by itself.
    [[noreturn]] void failWith(const std::string &key, const Message &sentence) const;
    OrderedJson *find(const char *key, bool required);
    [[noreturn]] void expected(const std::string &key, const OrderedJson &found, const Message &what) const;

    template <typename Bind>
    void object(OrderedJson &json, const std::string &key, Bind bindMembers)
    {
        if (!json.is_object()) {
            expected(key, json, message("an object { ... }"));
        }
        JsonBinder inner(json, m_writing, m_name, placeOf(key), m_form, m_folder);
        bindMembers(inner);
        inner.finish();
    }

    template <typename T>
    void write(OrderedJson &to, T &member)
    {
        if constexpr (Bound<T>) {
            to = OrderedJson::object();
            object(to, {}, [&](JsonBinder &json) { bindJson(json, member); });
        } else if constexpr (IsOptional<T>::value) {
            to = nullptr;
            if (member) {
                write(to, *member);
            }
        } else if constexpr (IsList<T>::value) {
            to = OrderedJson::array();
            for (const auto &item : member) {
                typename T::value_type value = item;
                to.emplace_back();
                write(to.back(), value);
            }
        } else if constexpr (IsMap<T>::value) {
            to = OrderedJson::object();
            for (auto &[key, item] : member) {
                write(to[key], item);
            }
        } else if constexpr (std::is_same_v<T, float>) {
            to = jsonNumber(member);
        } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
            to = member.string();
        } else {
            to = member;
        }
    }

    template <typename T>
    void read(const OrderedJson &from, const std::string &key, T &member)
    {
        if constexpr (Bound<T>) {
            OrderedJson copy = from; // a binder may also write
            object(copy, key, [&](JsonBinder &json) { bindJson(json, member); });
        } else if constexpr (IsOptional<T>::value) {
            member.reset();
            if (!from.is_null()) {
                read(from, key, member.emplace());
            }
        } else if constexpr (IsList<T>::value) {
            if (!from.is_array()) {
                expected(key, from, message("a list [ ... ]"));
            }
            member.clear();
            for (const OrderedJson &item : from) {
                typename T::value_type value{};
                read(item, key + "[" + std::to_string(member.size()) + "]", value);
                member.push_back(std::move(value));
            }
        } else if constexpr (IsMap<T>::value) {
            if (!from.is_object()) {
                expected(key, from, message("an object { ... }"));
            }
            member.clear();
            for (const auto &[name, item] : from.items()) {
                read(item, key + "." + name, member[name]);
            }
        } else if constexpr (std::is_same_v<T, bool>) {
            if (!from.is_boolean()) {
                expected(key, from, message("true or false"));
            }
            member = from.get<bool>();
        } else if constexpr (std::is_floating_point_v<T>) {
            if (!from.is_number() && !from.is_null()) {
                expected(key, from, message("a number"));
            }
            member = from.is_null() ? std::numeric_limits<T>::quiet_NaN() : from.get<T>();
        } else if constexpr (std::is_integral_v<T>) {
            const bool fits = from.is_number_unsigned()
                                  ? std::in_range<T>(from.get<std::uint64_t>())
                                  : from.is_number_integer() && std::in_range<T>(from.get<std::int64_t>());
            if (!fits) {
                expected(key, from,
                         std::is_unsigned_v<T> ? message("a whole number of at least 0") : message("a whole number"));
            }
            member = from.get<T>();
        } else if constexpr (std::is_same_v<T, OrderedJson>) {
            member = from;
        } else {
            if (!from.is_string()) {
                expected(key, from, message("a text"));
            }
            const auto text = from.get<std::string>();
            if constexpr (std::is_same_v<T, std::filesystem::path>) {
                member = text.empty() ? T() : m_folder / text;
            } else {
                member = text;
            }
        }
    }

    OrderedJson &m_json;
    bool m_writing;
    std::string m_name, m_place;
    JsonForm m_form;
    std::filesystem::path m_folder;
    std::vector<std::string> m_known;
};

/// What a JSON text holds; comments are passed over. Throws Error naming the file where it is broken, nested deeper
/// than 64 levels or no object.
[[nodiscard]] OrderedJson parseJsonObject(std::string_view text, const std::string &name);

/// JSON as a file holds it; broken UTF-8 becomes U+FFFD. `indent` -1 puts it on one line.
[[nodiscard]] std::string jsonText(const OrderedJson &json, int indent = 2);

/// Reads a bound struct. Throws Error naming file and key.
template <Bound T>
void readJson(std::string_view text, const std::string &name, T &value, JsonForm form = JsonForm::Record,
              const std::filesystem::path &folder = {})
{
    OrderedJson root = parseJsonObject(text, name);
    JsonBinder json = JsonBinder::reading(root, name, form, folder);
    bindJson(json, value);
    json.finish();
}

/// Writes a bound struct.
template <Bound T>
[[nodiscard]] OrderedJson toOrderedJson(const T &value)
{
    OrderedJson root = OrderedJson::object();
    JsonBinder json = JsonBinder::writing(root);
    bindJson(json, const_cast<T &>(value)); // which writing does not change
    return root;
}

} // namespace adaplens
